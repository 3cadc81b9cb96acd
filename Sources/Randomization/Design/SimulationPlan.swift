/// What is simulated: how many participants, how often, and from which seed.
public struct SimulationPlan: Hashable, Sendable {
    /// The number of participants of a trial.
    public var count: Int
    /// The number of trials.
    public var trials: Int
    /// The seed; the same seed gives the same results to the bit, on any number of cores.
    public var seed: UInt64
    /// How often each level of each factor comes, in relation to the factor's other levels, in the
    /// order of the scheme; empty for equally often.
    public var prevalences: [[Int]] = []
    /// Whether predictability and bias are measured, which takes most of the time.
    public var measuresPredictability = true
    /// The selection effect η, in standard deviations of the response.
    public var selectionEffect = 0.25
    /// The rise θ of the response over the whole trial, in standard deviations.
    public var trend = 1.0

    /// Takes a plan.
    ///
    /// - Parameters:
    ///   - count: At least 1.
    ///   - trials: At least 1.
    ///   - seed: Any number.
    public init(count: Int, trials: Int, seed: UInt64) {
        self.count = max(count, 1)
        self.trials = max(trials, 1)
        self.seed = seed
    }
}
