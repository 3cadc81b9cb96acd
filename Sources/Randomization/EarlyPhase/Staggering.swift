/// When the next participant of a cohort may be infused: first infusions are kept apart, and a
/// committee opens each cohort.
///
/// Days are whole numbers that count on, such as days since any fixed day.
public struct Staggering: Hashable, Sendable {
    static let name = "staggering"

    /// The days between the first two infusions of a cohort, at least.
    public let firstGap: Int
    /// The days between later infusions of a cohort, at least.
    public let laterGap: Int
    /// The days for which the last one of a cohort is observed before the committee can meet.
    public let observation: Int
    /// The number of participants of a cohort.
    public let cohortSize: Int

    /// Takes the rule of a protocol.
    ///
    /// - Parameters:
    ///   - firstGap: 28 for a first-in-human CAR-T product, from 1 to 365.
    ///   - laterGap: From 0 to 365.
    ///   - observation: From 1 to 365.
    ///   - cohortSize: From 1 to 100.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(
        firstGap: Int = 28,
        laterGap: Int,
        observation: Int = 28,
        cohortSize: Int
    ) throws(RandomizationError) {
        self.firstGap = try ParameterRange.check(firstGap, 1...365, "first gap", Self.name)
        self.laterGap = try ParameterRange.check(laterGap, 0...365, "later gap", Self.name)
        self.observation = try ParameterRange.check(observation, 1...365, "observation", Self.name)
        self.cohortSize = try ParameterRange.check(cohortSize, 1...100, "cohort size", Self.name)
    }

    /// What holds for the next infusion.
    public enum Next: Hashable, Sendable {
        /// It may take place from this day on; from any day when nobody was infused yet.
        case from(day: Int?)
        /// The cohort is full: the committee may meet from this day on, and has to open the next.
        case committee(from: Int)
    }

    /// What holds for the next infusion of a cohort.
    ///
    /// - Parameter days: The days of the cohort's infusions, in any order.
    /// - Returns: The first day, or that the committee comes first.
    public func next(after days: [Int]) -> Next {
        guard let last = days.max() else { return .from(day: nil) }
        if days.count >= cohortSize { return .committee(from: last + observation) }
        return .from(day: last + (days.count == 1 ? firstGap : laterGap))
    }
}
