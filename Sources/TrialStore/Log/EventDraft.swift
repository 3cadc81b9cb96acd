public import AuditLog

/// An event before the store has added the rows that it writes.
public struct EventDraft: Sendable {
    public var who: String
    public var role: String
    /// The site for which the person acted; ``trialWide`` for roles without one.
    public var site: String
    public var when: Timestamp
    public var kind: String
    public var subject: String?
    public var reference: String?
    public var reason: String?
    public var program: String
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
