/// Chen's biased coin with imbalance tolerance: Efron's coin, until one arm is ahead by the
/// tolerance; then the other arm.
///
/// Source: Chen, Journal of Statistical Planning and Inference 1999;81:1.
public struct ChenBiasedCoin: TwoArmProcedure {
    static let name = "chen"
    private let coin: BiasedCoin
    private let tolerance: Int

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: Two equal shares.
    ///   - probability: That of the arm that is behind, from 1/2 to 1.
    ///   - tolerance: The largest difference that can come, from 1 to 10,000.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(
        ratio: Ratio,
        probability: Fraction,
        tolerance: Int
    ) throws(RandomizationError) {
        try ratio.requireTwoEqualArms(Self.name)
        coin = try BiasedCoin(probability, Self.name)
        self.tolerance = try ParameterRange.tolerance(tolerance, Self.name)
    }

    /// The coin, or the stick.
    public func weights(after counts: PairCounts) -> (first: Int, second: Int) {
        let difference = counts.difference
        guard abs(difference) >= tolerance else { return coin.weights(difference) }
        return difference < 0 ? (1, 0) : (0, 1)
    }
}
