public import AuditLog

/// An event before the store has added the rows that it writes.
public struct EventDraft: Sendable {
    /// The user who acted.
    public var who: String
    /// The role in which the user acted: its raw value.
    public var role: String
    /// The site for which the person acted; ``trialWide`` for roles without one.
    public var site: String
    /// When, by the clock of the machine.
    public var when: Timestamp
    /// What was done, for example `subject.enrolled`.
    public var kind: String
    /// The pseudonym or screening number that it was done to, if any.
    public var subject: String?
    /// The record, document or key that it was done with, if any.
    public var reference: String?
    /// Why, where the rules ask for a reason; it must hold no value of a patient.
    public var reason: String?
    /// Name and version of the program, for example `milenari 0.1.0`.
    public var program: String
    /// Further facts in any order; the store adds the rows.
    public var details: [Event.Detail]

    /// Stands for the site where a person acts for the whole trial.
    public static let trialWide = "trial"

    /// Holds the parts of an event.
    public init(
        who: String,
        role: String,
        site: String,
        when: Timestamp,
        kind: String,
        subject: String? = nil,
        reference: String? = nil,
        reason: String? = nil,
        program: String,
        details: [Event.Detail] = []
    ) {
        self.who = who
        self.role = role
        self.site = site
        self.when = when
        self.kind = kind
        self.subject = subject
        self.reference = reference
        self.reason = reason
        self.program = program
        self.details = details
    }
}
