/// Complete randomization: every allocation by the ratio alone, whatever happened before.
public struct CompleteRandomization: Procedure {
    /// There is nothing to remember.
    public struct State: Hashable, Sendable {}

    private let ratio: Ratio

    /// Makes the procedure.
    ///
    /// - Parameter ratio: The shares of the arms.
    public init(ratio: Ratio) {
        self.ratio = ratio
    }

    /// The state before the first allocation.
    public var initialState: State { State() }

    /// The shares of the ratio.
    public func weigh(
        _ profile: Profile,
        in state: State,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        for (arm, share) in ratio.shares.enumerated() {
            weights[arm] = share
        }
    }

    /// Changes nothing.
    public func record(_ arm: Int, for profile: Profile, in state: inout State) {}
}
