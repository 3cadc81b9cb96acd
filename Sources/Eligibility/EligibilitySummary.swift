public import ClinicalQuality

/// The overall answer with what decides it, without the evidence: for lists of many candidates.
public struct EligibilitySummary: Sendable, Codable, Equatable {
    /// The protocol's identifier, for example `MILENARI-ALL-1`.
    public let protocolID: String
    /// The number of the protocol's version.
    public let protocolVersion: String
    /// The day for which the answer holds, ISO 8601.
    public let asOf: String
    /// The site by whose country's rules the candidate was screened, if one was given.
    public let site: String?
    /// The overall answer, the same as a report's.
    public let verdict: Verdict
    /// The criteria that stand in the way or are open, those that stand in the way first.
    public let deciding: [DecidingCriterion]
}

/// A criterion that stands in the way or is open.
public struct DecidingCriterion: Sendable, Codable, Equatable {
    /// The identifier in the protocol.
    public let id: String
    /// A few words, for tables.
    public let title: Phrase
    /// What the answer means for the candidate.
    public let effect: CriterionEffect
    /// Why, in one line; nil where nothing can be said.
    public let why: Phrase?
}
