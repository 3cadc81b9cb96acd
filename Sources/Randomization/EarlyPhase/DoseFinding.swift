/// A dose-finding trial under a table rule: which dose comes next.
///
/// Doses count from 1. The dose goes up or down by one level, never to an eliminated one; where the
/// rule leads outside the doses, the trial stays. When the lowest dose is eliminated, it stops.
public struct DoseFinding<Rule: DoseRule>: Sendable {
    /// What was seen at one dose.
    public struct Seen: Hashable, Sendable {
        /// How many were treated and can be assessed.
        public var treated = 0
        /// How many had a dose-limiting toxicity.
        public var toxicities = 0
    }

    /// The rule.
    public let rule: Rule
    /// What was seen at each dose.
    public private(set) var seen: [Seen]
    /// The current dose, counted from 1; nil once the trial has stopped.
    public private(set) var dose: Int?
    /// The lowest dose that is eliminated; nil when none is.
    public private(set) var eliminatedFrom: Int?

    /// Begins a trial.
    ///
    /// - Parameters:
    ///   - rule: The rule.
    ///   - doses: The number of doses, at least 1.
    ///   - start: The first dose.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(_ rule: Rule, doses: Int, start: Int = 1) throws(RandomizationError) {
        _ = try ParameterRange.check(doses, 1...100, "doses", "dose-finding")
        self.rule = rule
        seen = Array(repeating: Seen(), count: doses)
        dose = try ParameterRange.check(start, 1...doses, "start", "dose-finding")
    }

    /// Takes what a cohort at the current dose had, and goes where the rule leads.
    ///
    /// - Parameters:
    ///   - toxicities: How many had a dose-limiting toxicity.
    ///   - treated: How many were treated and can be assessed.
    /// - Throws: `RandomizationError.impossibleParameter` for numbers that cannot be, or after the
    ///   stop.
    public mutating func record(
        _ toxicities: Int,
        of treated: Int
    ) throws(RandomizationError) {
        guard let current = dose else {
            throw .impossible(
                "dose-finding",
                "cohort",
                "the trial has stopped: the lowest dose is too toxic",
                "begin a new trial with lower doses"
            )
        }
        _ = try ParameterRange.check(treated, 1...1_000, "treated", "dose-finding")
        _ = try ParameterRange.check(toxicities, 0...treated, "toxicities", "dose-finding")
        seen[current - 1].treated += treated
        seen[current - 1].toxicities += toxicities
        let here = seen[current - 1]
        let highest = (eliminatedFrom ?? seen.count + 1) - 1
        switch rule.decision(here.toxicities, of: here.treated) {
        case .escalate: dose = min(current + 1, highest)
        case .stay: break
        case .deescalate: dose = max(current - 1, 1)
        case .eliminate:
            eliminatedFrom = current
            dose = current > 1 ? current - 1 : nil
        }
    }
}
