/// Simulates trials under a scheme with the code that allocates.
///
/// The trials are cut into parts of 500, each with random words of its own. So the parts can run in
/// any order on any number of cores; added up in their order they give the same result to the bit.
public struct Simulation: Sendable {
    /// The number of trials of a part.
    public static let partSize = 500

    /// The scheme.
    public let scheme: Scheme
    /// The plan.
    public let plan: SimulationPlan
    private let setting: SimulationSetting

    /// Prepares a simulation.
    ///
    /// - Parameters:
    ///   - scheme: The scheme.
    ///   - plan: The plan.
    /// - Throws: `RandomizationError.prevalenceMismatch`.
    public init(_ scheme: Scheme, _ plan: SimulationPlan) throws(RandomizationError) {
        self.scheme = scheme
        self.plan = plan
        setting = try SimulationSetting(scheme, plan)
    }

    /// The number of parts.
    public var parts: Int {
        (plan.trials + Self.partSize - 1) / Self.partSize
    }

    /// Runs one part.
    ///
    /// - Parameter part: From 0 to `parts - 1`.
    /// - Returns: The sums over its trials.
    /// - Throws: `RandomizationError.exhausted` when the scheme ends before the trial.
    public func run(_ part: Int) throws(RandomizationError) -> SimulationSums {
        let trials = min(Self.partSize, plan.trials - part * Self.partSize)
        return try scheme.withProcedure(
            Use(setting: setting, plan: plan, part: part, trials: trials)
        )
    }

    /// The characteristics.
    ///
    /// - Parameter sums: The sums of all parts, in their order.
    /// - Returns: Means with standard errors.
    public func characteristics(_ sums: [SimulationSums]) -> OperatingCharacteristics {
        var total = SimulationSums()
        for part in sums { total.add(part) }
        return OperatingCharacteristics(
            count: plan.count,
            trials: total.trials,
            values: total.estimates.filter { setting.measures($0.key, plan) }
        )
    }

    private struct Use: ProcedureUse {
        let setting: SimulationSetting
        let plan: SimulationPlan
        let part: Int
        let trials: Int

        func use<P: Procedure>(
            _ procedure: P
        ) throws(RandomizationError) -> SimulationSums {
            var run = SimulationRun(procedure, setting, plan, part)
            var sums = SimulationSums()
            for _ in 0..<trials {
                try run.trial(&sums)
            }
            return sums
        }
    }
}
