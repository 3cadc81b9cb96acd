public import Eligibility

/// One candidate screened against several trials; nothing is recorded.
public struct Matching: Sendable, Codable {
    /// The day for which the answers hold, ISO 8601.
    public let asOf: String
    /// One match for each trial, the best first.
    public let matches: [TrialMatch]
    /// How many resources of the document were read.
    public let resourcesRead: Int
    /// How many resources were passed over, by type, because no criterion can use them.
    public let resourcesIgnored: [String: Int]
    /// What was read otherwise than it was printed.
    public let notes: [String]

    /// Whether the candidate can take part in at least one of the trials.
    public var isEligible: Bool { matches.contains { $0.verdict == .eligible } }
    /// Whether the candidate can take part in none of the trials.
    public var isIneligible: Bool { matches.allSatisfy { $0.verdict == .ineligible } }
}
