/// The flow of candidates through the trial, in numbers, as CONSORT draws it.
///
/// CONSORT 2010/2025, flow diagram: assessed for eligibility; excluded, with reasons; allocated.
public struct ConsortFlow: Sendable, Codable, Equatable {
    /// The protocol's identifier.
    public let protocolID: String
    /// The first day of the period, ISO 8601; nil without one.
    public let from: String?
    /// The last day of the period, ISO 8601; nil without one.
    public let to: String?
    /// All sites together.
    public let total: ConsortNumbers
    /// Each site, in the order of the log.
    public let sites: [ConsortNumbers]

    /// Counts the candidates of `log`.
    public init(_ log: ScreeningLog) {
        protocolID = log.protocolID
        from = log.from
        to = log.to
        total = ConsortNumbers(site: nil, log.candidates)
        sites = log.sites.map { site in
            ConsortNumbers(site: site, log.candidates.filter { $0.site == site })
        }
    }
}

/// The numbers of one site, or of all.
///
/// A candidate counts once, by the newest screening. `assessed` is `ineligible` + `undetermined` +
/// `notEnrolled` + `enrolled`.
public struct ConsortNumbers: Sendable, Codable, Equatable {
    /// The site's code; nil for all sites.
    public let site: String?
    /// Candidates who were screened.
    public let assessed: Int
    /// Screenings of these candidates.
    public let screenings: Int
    /// Candidates who do not meet the criteria.
    public let ineligible: Int
    /// Candidates for whom at least one criterion is open, and none says no.
    public let undetermined: Int
    /// Candidates who meet the criteria, and are not enrolled.
    public let notEnrolled: Int
    /// Candidates who were enrolled.
    public let enrolled: Int
    /// Candidates who were allocated.
    public let allocated: Int
    /// Candidates who were screened until the answer was *eligible*.
    public let screenedUntilEligible: Int
    /// By criterion, the candidates for whom it stands in the way; one candidate can count under
    /// several.
    public let excluding: [CriterionCount]
    /// By criterion, the undetermined candidates for whom it is open.
    public let open: [CriterionCount]
    /// By reason, the candidates who meet the criteria and are not enrolled.
    public let reasons: [NamedCount]
    /// By arm, the allocated candidates; empty in a blinded log.
    public let arms: [NamedCount]

    init(site: String?, _ candidates: [ScreenedCandidate]) {
        func count(_ outcomes: ScreenedCandidate.Outcome...) -> Int {
            candidates.count { outcomes.contains($0.outcome) }
        }
        self.site = site
        assessed = candidates.count
        screenings = candidates.reduce(0) { $0 + $1.screenings.count }
        ineligible = count(.ineligible)
        undetermined = count(.undetermined)
        notEnrolled = count(.eligible)
        enrolled = count(.enrolled, .allocated)
        allocated = count(.allocated)
        screenedUntilEligible = candidates.count(where: \.isScreenedUntilEligible)
        excluding = CriterionCount.list(
            candidates.filter { $0.outcome == .ineligible }.flatMap(\.newest.excluding)
        )
        open = CriterionCount.list(
            candidates.filter { $0.outcome == .undetermined }.flatMap(\.newest.open)
        )
        reasons = NamedCount.list(
            candidates.filter { $0.outcome == .eligible }.map { $0.reason?.rawValue ?? "" }
        )
        arms = NamedCount.list(candidates.compactMap(\.arm))
    }
}

/// A criterion, and how many candidates it concerns.
public struct CriterionCount: Sendable, Codable, Equatable {
    /// The criterion in the protocol's words; two versions that word it differently are two.
    public let criterion: CriterionWording
    /// The number of candidates.
    public let count: Int

    /// The most frequent first, then by identifier.
    fileprivate static func list(_ criteria: [CriterionWording]) -> [CriterionCount] {
        Dictionary(criteria.map { ($0, 1) }, uniquingKeysWith: +)
            .map { CriterionCount(criterion: $0.key, count: $0.value) }
            .sorted { left, right in
                (-left.count, left.criterion.id, left.criterion.text)
                    < (-right.count, right.criterion.id, right.criterion.text)
            }
    }
}

/// A name and a number.
public struct NamedCount: Sendable, Codable, Equatable {
    /// A reason of the list, or an arm; empty where no reason is recorded.
    public let name: String
    /// The number of candidates.
    public let count: Int

    fileprivate static func list(_ names: [String]) -> [NamedCount] {
        Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
            .map { NamedCount(name: $0.key, count: $0.value) }
            .sorted { $0.name < $1.name }
    }
}
