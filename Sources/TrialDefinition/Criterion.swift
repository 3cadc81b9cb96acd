public import ClinicalQuality

/// One row of a protocol's criteria table.
public struct Criterion: Sendable {
    /// The identifier in the protocol document, for example `I07`.
    public let id: String
    /// Whether it is an inclusion or an exclusion criterion.
    public let kind: CriterionKind
    /// A few words, for tables.
    public let title: String
    /// The criterion as the protocol words it.
    public let text: String
    /// The name of the CQL definition that states what `text` states.
    public let expression: String
    /// The compiled form of ``expression``; it gives true, false or null.
    public let handle: DefinitionHandle
    /// The event from which the criterion's time windows count: the `id` of a `ReferenceEvent`.
    public let countsFrom: String
    /// Whether the answer can become another one with time or by a repeated test.
    public let canChange: Bool
    /// What can be done where the criterion stands in the way.
    public let remedy: Remedy
    /// The published trial from which the threshold is taken, or `assumption: why`.
    public let source: String
    /// Whether the text of ``source`` was seen when the criterion was written; false where all or
    /// part of it comes from memory.
    public let isSeen: Bool
}

/// Whether the thing that a criterion states has to be there, or must not be there.
public enum CriterionKind: String, Sendable, Codable, CaseIterable {
    case inclusion
    case exclusion
}

/// What can be done where a criterion stands in the way.
public enum Remedy: String, Sendable, Codable, CaseIterable {
    /// Repeat the test or document the finding again.
    case `repeat`
    /// Wait until a date.
    case wait
    /// Correct or complete what is recorded.
    case correct
    /// Ask those who decide for the candidate, as for a consent that nobody has asked for yet.
    case ask
    /// Nothing can help.
    case none
}

/// An event of the trial from which time windows count (consent, screening, leukapheresis …).
public struct ReferenceEvent: Sendable {
    /// The identifier that criteria count from, for example `initial-diagnosis`.
    public let id: String
    /// The event's name in words, for people.
    public let name: String
    /// The CQL definition that gives the day of the event.
    public let expression: String
}
