/// The mass-weighted urn: the balls have masses.
///
/// An arm's mass begins with `mass × ρ`, with `ρ` the arm's part of the ratio; an allocation takes
/// 1 from its arm and gives `ρ` to every arm. Arms below zero wait.
///
/// An arm has `max(mass × ρ - count + total × ρ, 0)`.
///
/// Source: Zhao, Contemporary Clinical Trials 2015;43:209 [memory].
public struct MassWeightedUrn: CountingProcedure {
    static let name = "mass-weighted-urn"
    /// The shares of the arms.
    public let ratio: Ratio
    private let mass: Fraction

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: The shares of the arms.
    ///   - mass: α in the literature, more than 0 and at most 1,000.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(ratio: Ratio, mass: Fraction) throws(RandomizationError) {
        guard mass.numerator > 0, !mass.isMoreThan(1_000, 1) else {
            throw .impossible(
                Self.name,
                "mass",
                "it has to be more than 0 and at most 1,000",
                "give for example 4"
            )
        }
        let most = ratio.sum * (mass.numerator + ratio.shares.count * mass.denominator)
        guard most <= ArmWeights.maximumTotal else {
            throw .impossible(
                Self.name,
                "mass",
                "with this ratio its denominator is too large",
                "round it, or take simpler shares"
            )
        }
        self.ratio = ratio
        self.mass = mass
    }

    /// The masses, times the sum of the ratio and the denominator of `mass`.
    public func weigh(
        _ profile: Profile,
        in state: ArmCounts,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        let sum = ratio.sum
        let total = mass.numerator + state.total * mass.denominator
        for arm in ratio.shares.indices {
            let balls = ratio.shares[arm] * total - state.values[arm] * sum * mass.denominator
            weights[arm] = max(balls, 0)
        }
    }
}
