/// Wei's urn: `initial` balls for each arm; the ball that is drawn goes back, with `added` balls of
/// each other arm.
///
/// For any number of arms with equal shares.
///
/// Source: Wei, Annals of Statistics 1978;6:92, and Journal of the American Statistical Association
/// 1978;73:559.
public struct WeiUrn: CountingProcedure {
    static let name = "wei-urn"
    /// The shares of the arms.
    public let ratio: Ratio
    private let initial: Int
    private let added: Int

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: Equal shares.
    ///   - initial: The balls of each arm at the beginning, from 0 to 1,000; with 0 the first arm
    ///     is drawn by the ratio.
    ///   - added: The balls of each other arm that are added, from 1 to 1,000.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(ratio: Ratio, initial: Int, added: Int) throws(RandomizationError) {
        guard Set(ratio.shares).count == 1 else {
            throw .impossible(
                Self.name,
                "ratio",
                "it is defined for equal shares only",
                "take permuted-blocks, block-urn or mass-weighted-urn, which keep any ratio"
            )
        }
        self.ratio = ratio
        self.initial = try ParameterRange.check(initial, 0...1_000, "initial", Self.name)
        self.added = try ParameterRange.check(added, 1...1_000, "added", Self.name)
    }

    /// The balls that are in the urn.
    public func weigh(
        _ profile: Profile,
        in state: ArmCounts,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        let start = initial == 0 && state.total == 0 ? 1 : initial
        for arm in ratio.shares.indices {
            weights[arm] = start + added * (state.total - state.values[arm])
        }
    }
}
