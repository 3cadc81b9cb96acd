/// The 3+3 design: cohorts of three, at most six at a dose.
///
/// 0 of 3 goes up, 1 of 3 takes three more, 1 of 6 goes up; otherwise the dose is too toxic and the
/// next lower one is the maximum tolerated dose, without more participants there. At the highest
/// dose six are treated before it is called tolerated (ours: publications differ).
public struct ThreePlusThree: Hashable, Sendable {
    /// What comes next.
    public enum Next: Hashable, Sendable {
        /// Three participants at this dose, counted from 1.
        case treat(dose: Int)
        /// The trial ends with this maximum tolerated dose; nil when even the lowest is too toxic.
        case stop(maximumTolerated: Int?)
    }

    /// What comes next.
    public private(set) var next = Next.treat(dose: 1)
    private let doses: Int
    private var treated = 0
    private var toxicities = 0

    /// Begins a trial.
    ///
    /// - Parameter doses: The number of doses, at least 1.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(doses: Int) throws(RandomizationError) {
        self.doses = try ParameterRange.check(doses, 1...100, "doses", "3+3")
    }

    /// Takes the toxicities of a cohort of three.
    ///
    /// - Parameter count: From 0 to 3.
    /// - Throws: `RandomizationError.impossibleParameter` for another number, or after the stop.
    public mutating func record(_ count: Int) throws(RandomizationError) {
        _ = try ParameterRange.check(count, 0...3, "toxicities", "3+3")
        guard case .treat(let dose) = next else {
            throw .impossible("3+3", "cohort", "the trial has stopped", "begin a new trial")
        }
        treated += 3
        toxicities += count
        if toxicities > 1 {
            next = .stop(maximumTolerated: dose > 1 ? dose - 1 : nil)
        } else if treated == 3 && (toxicities == 1 || dose == doses) {
            next = .treat(dose: dose)
        } else {
            next = dose < doses ? .treat(dose: dose + 1) : .stop(maximumTolerated: dose)
            treated = 0
            toxicities = 0
        }
    }
}
