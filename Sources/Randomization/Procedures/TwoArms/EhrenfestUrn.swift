/// Ehrenfest's urn: two urns with `balls` balls each.
///
/// One of all balls is drawn, its urn is the arm, and it goes into the other urn. So the first arm
/// has `(balls - D) / (2 × balls)`.
///
/// Source: Chen, Journal of the American Statistical Association 2000;95:[memory].
public struct EhrenfestUrn: TwoArmProcedure {
    static let name = "ehrenfest-urn"
    private let balls: Int

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: Two equal shares.
    ///   - balls: The balls in each urn at the beginning, from 1 to 10,000: also the largest
    ///     difference that can come.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(ratio: Ratio, balls: Int) throws(RandomizationError) {
        try ratio.requireTwoEqualArms(Self.name)
        self.balls = try ParameterRange.check(balls, 1...10_000, "balls", Self.name)
    }

    /// The balls that are in both urns.
    public func weights(after counts: PairCounts) -> (first: Int, second: Int) {
        (max(balls - counts.difference, 0), max(balls + counts.difference, 0))
    }
}
