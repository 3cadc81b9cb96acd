/// A factor by which the allocation is stratified, with the levels that it can have.
public struct StratificationFactor: Hashable, Sendable {
    /// The name, for example `disease-burden`.
    public let name: String
    /// The levels in the order of the scheme, all different.
    public let levels: [String]

    /// Takes a factor.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - levels: At least one level.
    /// - Throws: `RandomizationError.invalidName`, `.empty(.level)` or `.duplicate(.level)`.
    public init(name: String, levels: [String]) throws(RandomizationError) {
        try SchemeName.check(name, .factor)
        guard !levels.isEmpty else { throw .empty(.level) }
        for level in levels {
            try SchemeName.check(level, .level)
        }
        try SchemeName.checkDistinct(levels, .level)
        self.name = name
        self.levels = levels
    }
}
