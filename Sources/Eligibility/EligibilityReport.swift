public import ClinicalQuality
public import TrialDefinition

/// The answer to "can this candidate take part?", with everything that the answer rests on.
///
/// It holds no identity. Dates are ISO 8601 texts; a report is the same for the same record,
/// definition and day, to the byte.
public struct EligibilityReport: Sendable, Codable, Equatable {
    /// The protocol's identifier, for example `MILENARI-ALL-1`.
    public let protocolID: String
    /// The number of the protocol's version, for example `1.0.0`.
    public let protocolVersion: String
    /// The day for which the answer holds, ISO 8601.
    public let asOf: String
    /// The site by whose country's rules the candidate was screened, if one was given.
    public let site: String?
    /// ISO 3166-1 code of the site's country.
    public let country: String?
    /// The overall answer; it follows from the effects of ``criteria``.
    public let verdict: Verdict
    /// Every criterion, in the order of the protocol.
    public let criteria: [CriterionAnswer]
    /// The levels of the stratification factors.
    public let factors: [FactorLevel]
    /// What no criterion reads, because its code is in none of the protocol's lists.
    public let unread: [UnreadRecord]
}

/// The overall answer.
public enum Verdict: String, Sendable, Codable, CaseIterable {
    /// No criterion stands in the way, and none is open.
    case eligible
    /// At least one criterion definitely stands in the way.
    case ineligible
    /// Nothing definitely stands in the way, but at least one criterion is open.
    case undetermined

    /// Any definite obstacle decides; else anything open leaves it undetermined.
    public init(_ effects: some Sequence<CriterionEffect>) {
        var verdict = Verdict.eligible
        for effect in effects {
            switch effect {
            case .excludes: verdict = .ineligible
            case .open: if verdict == .eligible { verdict = .undetermined }
            case .allows: break
            }
        }
        self = verdict
    }
}

/// Whether what a criterion states is so.
public enum Answer: String, Sendable, Codable, CaseIterable {
    case met
    case notMet = "not met"
    case unknown
}

/// What an answer means for the candidate.
public enum CriterionEffect: String, Sendable, Codable, CaseIterable {
    case allows
    case excludes
    case open

    /// An inclusion has to be met, an exclusion must not be met, and unknown decides nothing.
    public init(_ answer: Answer, _ kind: CriterionKind) {
        switch (answer, kind) {
        case (.unknown, _): self = .open
        case (.met, .inclusion), (.notMet, .exclusion): self = .allows
        case (.notMet, .inclusion), (.met, .exclusion): self = .excludes
        }
    }
}

/// The answer to one criterion.
public struct CriterionAnswer: Sendable, Codable, Equatable {
    /// The criterion's identifier in the protocol, for example `I07`.
    public let id: String
    /// Whether what the criterion states has to be there, or must not be.
    public let kind: CriterionKind
    /// A few words, for tables.
    public let title: Phrase
    /// The criterion as the protocol words it.
    public let text: Phrase
    /// Whether what the criterion states is so.
    public let answer: Answer
    /// What ``answer`` means for the candidate, given ``kind``.
    public let effect: CriterionEffect
    /// How the answer came about: one line for each comparison that decided, machine-made.
    public let explanation: [Phrase]
    /// Why the answer is unknown, as the protocol's libraries say it; empty for other answers.
    public let reasons: [UnknownReason]
    /// What would decide an unknown, in plain sentences: never empty for an unknown, empty for
    /// other answers.
    public let missing: [Phrase]
    /// The observations and other resources that were read, those that decide first.
    public let evidence: [Evidence]
    /// The event from which the time windows count.
    public let countsFrom: String
    /// Whether the answer can become another one with time or by a repeated test.
    public let canChange: Bool
    /// What can be done where the criterion stands in the way or is open; for an unknown it is
    /// never to wait.
    public let remedy: Remedy
    /// The published source of the threshold, or `assumption: why`.
    public let source: String
    /// Whether the text of ``source`` was seen when the criterion was written.
    public let isSeen: Bool
}

/// Why an answer is unknown.
public struct UnknownReason: Sendable, Codable, Equatable {
    /// The kind of reason, for example `stale` or `conflict`.
    public let code: String
    /// The reason for people.
    public let text: Phrase
    /// What it is about, for example `Creatinine`; nil where the reason says it itself.
    public let subject: Phrase?
}

/// A resource that an answer rests on.
public struct Evidence: Sendable, Codable, Equatable {
    /// Which resource of the document, for example `entry-12`.
    public let source: String
    /// The type of the resource, for example `Observation` or `Procedure`.
    public let kind: String
    /// What was observed, done or given, in the words of the protocol's code list.
    public let what: Phrase
    /// The value with its unit as reported; nil where there is none to show.
    public let value: Phrase?
    /// The value with its unit as a criterion compared it, where that is another unit or number.
    public let compared: Phrase?
    /// ISO 8601, to the precision that the document has; of a period both ends.
    public let date: Phrase?
    /// How many days before the screening day it was, or a period began; negative when it is
    /// later, nil when it is not known to the day.
    public let age: Int?
    /// Whether a line of the explanation is about it.
    public let decides: Bool
}

/// The level of a stratification factor.
public struct FactorLevel: Sendable, Codable, Equatable {
    /// The factor's `id` in the protocol.
    public let factor: String
    /// The factor's name in words, for people.
    public let name: Phrase
    /// One of the factor's levels; nil when the data do not decide.
    public let level: String?
}
