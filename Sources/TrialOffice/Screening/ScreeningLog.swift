public import Eligibility

/// The screening log, as CONSORT asks for it: who was assessed, who was not enrolled and why, who
/// was.
///
/// It counts candidates, each with all screenings that are known to be of the same candidate. It
/// holds no value, no date of a record and no identity.
public struct ScreeningLog: Sendable, Codable, Equatable {
    /// The log's origin, which names the trial.
    public let trial: String
    /// The protocol's identifier, for example `MILENARI-ALL-1`.
    public let protocolID: String
    /// The first day of the period, ISO 8601; nil without one.
    public let from: String?
    /// The last day of the period, ISO 8601; nil without one.
    public let to: String?
    /// The codes of the sites that it covers, in the order of the protocol.
    public let sites: [String]
    /// The candidates whose first screening lies in the period, by site and number.
    public let candidates: [ScreenedCandidate]
}

/// One candidate at one site.
public struct ScreenedCandidate: Sendable, Codable, Equatable {
    /// The code of the site that screened.
    public let site: String
    /// Oldest first, and never empty.
    ///
    /// The newest counts.
    public let screenings: [LoggedScreening]
    /// Where the candidate stands.
    public let outcome: Outcome
    /// Why the candidate is not enrolled, where somebody has said so.
    public let reason: NotEnrolledReason?
    /// The pseudonym, once enrolled.
    public let subject: String?
    /// The number of the allocation, once made.
    public let allocation: String?
    /// The arm; nil in a blinded log, and without an allocation.
    public let arm: String?

    /// The newest screening.
    public var newest: LoggedScreening { screenings[screenings.count - 1] }

    /// Whether the candidate was screened until the answer was *eligible*.
    public var isScreenedUntilEligible: Bool {
        newest.verdict == .eligible && screenings.contains { $0.verdict != .eligible }
    }

    /// Where a candidate stands.
    public enum Outcome: String, Sendable, Codable, CaseIterable {
        /// Does not meet the criteria.
        case ineligible
        /// At least one criterion is open, and none says no.
        case undetermined
        /// Meets the criteria, and is not enrolled.
        case eligible
        /// Enrolled, not allocated.
        case enrolled
        /// Enrolled and allocated.
        case allocated
    }
}

/// One screening of a candidate.
public struct LoggedScreening: Sendable, Codable, Equatable {
    /// The screening number.
    public let number: String
    /// The day for which the answer holds, ISO 8601.
    public let asOf: String
    /// When it was recorded: ISO 8601, UTC, to the millisecond.
    public let recordedAt: String
    /// The name of the user who screened.
    public let recordedBy: String
    /// The version of the protocol by which the candidate was screened.
    public let protocolVersion: String
    /// SHA-256 of the document's bytes that were read, hexadecimal.
    public let document: String
    /// The overall answer.
    public let verdict: Verdict
    /// Whether the site was suspended: nobody is enrolled from a pre-screening.
    public let isPreScreening: Bool
    /// The criteria that stand in the way, in the order of the protocol.
    public let excluding: [CriterionWording]
    /// The criteria that are open, in the order of the protocol.
    public let open: [CriterionWording]
    /// Why nobody is enrolled from it, where somebody has said so.
    public let closed: NotEnrolledReason?
}

/// A criterion in the protocol's words.
public struct CriterionWording: Sendable, Codable, Equatable, Hashable {
    /// The identifier in the protocol, for example `I07`.
    public let id: String
    /// A few words, for tables.
    public let title: String
    /// The criterion as the protocol of that version words it.
    public let text: String
}
