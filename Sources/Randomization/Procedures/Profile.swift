/// A participant as a procedure sees one: the place of the level of each factor that it balances.
///
/// Procedures that balance nothing see an empty profile.
public struct Profile: Hashable, Sendable {
    /// The profile for procedures that balance nothing.
    public static let empty = Profile([])

    /// For each factor that is balanced, in the order of the scheme, the place of the level.
    public let levels: [Int]

    /// Takes the places of the levels.
    ///
    /// - Parameter levels: Counted from 0.
    public init(_ levels: [Int]) {
        self.levels = levels
    }
}
