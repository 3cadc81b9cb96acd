/// The block urn: an urn with `factor` balls for each share.
///
/// A drawn ball stays out until each arm has a full share out; such a balanced set goes back at
/// once. `factor` 1 is permuted blocks.
///
/// With `k` the number of balanced sets so far, the least `count / share` rounded down, an arm has
/// `share × (factor + k) - count` balls in the urn.
///
/// Source: Zhao and Weng, Contemporary Clinical Trials 2011;32:953.
public struct BlockUrn: CountingProcedure {
    static let name = "block-urn"
    /// The shares of the arms.
    public let ratio: Ratio
    private let factor: Int

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: The shares of the arms.
    ///   - factor: λ in the literature, from 1 to 10,000. The block of the name has `factor` × the
    ///     sum of the ratio.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(ratio: Ratio, factor: Int) throws(RandomizationError) {
        self.ratio = ratio
        self.factor = try ParameterRange.check(factor, 1...10_000, "factor", Self.name)
    }

    /// The balls that are in the urn.
    public func weigh(
        _ profile: Profile,
        in state: ArmCounts,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        var sets = Int.max
        for arm in ratio.shares.indices {
            sets = min(sets, state.values[arm] / ratio.shares[arm])
        }
        for arm in ratio.shares.indices {
            weights[arm] = ratio.shares[arm] * (factor + sets) - state.values[arm]
        }
    }
}
