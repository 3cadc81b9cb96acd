/// The generalized biased coin: the arms have probabilities as the powers of each other's counts,
/// `second^ρ : first^ρ`; the first allocation is a fair coin.
///
/// `ρ` 1 is Wei's urn without balls at the beginning, `ρ` 2 is Atkinson's D-optimal coin without
/// covariates.
///
/// Source: Smith, Journal of the Royal Statistical Society B 1984;46:519 [memory].
public struct GeneralizedBiasedCoin: PairProcedure {
    static let name = "generalized-biased-coin"
    private let exponent: Int

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: Two equal shares.
    ///   - exponent: `ρ`, a whole number from 0 to 20, so that all probabilities are fractions.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(ratio: Ratio, exponent: Int) throws(RandomizationError) {
        try ratio.requireTwoEqualArms(Self.name)
        self.exponent = try ParameterRange.check(exponent, 0...20, "exponent", Self.name)
    }

    /// The powers of the counts.
    public func weigh(
        _ profile: Profile,
        in state: PairCounts,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        guard state.total > 0 else {
            weights[0] = 1
            weights[1] = 1
            return
        }
        weights.setPowers(state.second, state.first, exponent)
    }
}
