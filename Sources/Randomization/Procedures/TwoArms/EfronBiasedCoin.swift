/// Efron's biased coin: the arm that is behind has the probability `p`, at balance both have 1/2.
///
/// Source: Efron, Biometrika 1971;58:403.
public struct EfronBiasedCoin: TwoArmProcedure {
    static let name = "efron"
    private let coin: BiasedCoin

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: Two equal shares.
    ///   - probability: That of the arm that is behind, from 1/2 to 1.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(ratio: Ratio, probability: Fraction) throws(RandomizationError) {
        try ratio.requireTwoEqualArms(Self.name)
        coin = try BiasedCoin(probability, Self.name)
    }

    /// The coin.
    public func weights(after counts: PairCounts) -> (first: Int, second: Int) {
        coin.weights(counts.difference)
    }
}
