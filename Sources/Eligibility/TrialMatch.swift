import TrialDefinition

/// How a candidate fits one trial among others.
public struct TrialMatch: Sendable, Codable, Equatable {
    /// The trial's title, one line.
    public let title: String
    /// The overall answer when the decisions of ``toAsk`` are left aside.
    public let verdict: Verdict
    /// The criteria that stand in the way, by `id`, in the order of the protocol.
    public let failed: [String]
    /// The criteria that nobody can answer yet, without those of ``toAsk``.
    public let open: [String]
    /// The decisions that nobody has asked for yet, such as the consent to this trial.
    ///
    /// They neither fail nor count as open: a candidate cannot have consented to every trial. A
    /// refusal that is on record is no question any more and stands in ``failed``.
    public let toAsk: [String]
    /// Every criterion with its answer; its own verdict counts what is to be asked as open.
    public let report: EligibilityReport

    /// The match that `report` tells, for the trial called `title`.
    public init(_ report: EligibilityReport, title: String) {
        self.title = title
        self.report = report
        let asked = { (answer: CriterionAnswer) in answer.effect == .open && answer.remedy == .ask }
        let counted = report.criteria.filter { !asked($0) }
        verdict = Verdict(counted.lazy.map(\.effect))
        failed = counted.filter { $0.effect == .excludes }.map(\.id)
        open = counted.filter { $0.effect == .open }.map(\.id)
        toAsk = report.criteria.filter(asked).map(\.id)
    }

    /// Best match first: eligible, then undetermined by the fewest open criteria, then ineligible
    /// by the fewest that stand in the way; alike ones by what else is open, then by identifier.
    public static func ranked(_ matches: [TrialMatch]) -> [TrialMatch] {
        matches.sorted { one, other in
            let left = [one.rank, one.failed.count, one.open.count]
            let right = [other.rank, other.failed.count, other.open.count]
            if left != right { return left.lexicographicallyPrecedes(right) }
            return one.report.protocolID < other.report.protocolID
        }
    }

    private var rank: Int {
        switch verdict {
        case .eligible: 0
        case .undetermined: 1
        case .ineligible: 2
        }
    }
}
