/// Complete randomization: every allocation by the ratio alone, whatever happened before.
public struct CompleteRandomization: Procedure {
    /// There is nothing to remember.
    public struct State: Hashable, Sendable {}

    private let weights: ArmWeights

    /// Makes the procedure.
    ///
    /// - Parameter ratio: The shares of the arms.
    /// - Throws: Nothing for a valid ratio.
    public init(ratio: Ratio) throws(RandomizationError) {
        weights = try ArmWeights(ratio.shares)
    }

    /// The state before the first allocation.
    public var initialState: State { State() }

    /// The shares of the ratio.
    public func weights(
        for stratum: Stratum,
        in state: State
    ) throws(RandomizationError) -> ArmWeights {
        weights
    }

    /// Changes nothing.
    public func record(_ arm: Int, for stratum: Stratum, in state: inout State) {}
}
