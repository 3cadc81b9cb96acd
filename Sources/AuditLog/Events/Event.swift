/// One thing that somebody did, as the log keeps it.
///
/// The fields answer what ICH E6(R3) and the EMA guideline on computerised systems ask of an audit
/// trail: who, in which role, where, when, what, to whom or to what, and why. The log is readable
/// by everyone who may read the trial folder: an event names a subject by pseudonym, and a value
/// by its digest or as a sealed reference, never otherwise.
public struct Event: Hashable, Sendable {
    /// A further fact about an event.
    public struct Detail: Hashable, Sendable {
        /// The name of the fact: `[a-z][a-z0-9_.-]{0,63}`.
        public let key: String
        /// The fact.
        public let value: Value

        /// States a fact.
        ///
        /// - Parameters:
        ///   - key: Its name; checked when the event is made.
        ///   - value: The fact.
        public init(_ key: String, _ value: Value) {
            self.key = key
            self.value = value
        }
    }

    /// What a detail can hold; there are no fractions, so that nothing depends on rounding.
    public enum Value: Hashable, Sendable {
        /// A text.
        case text(String)
        /// An integer within ±(2⁵³ − 1).
        case integer(Int64)
        /// Yes or no.
        case flag(Bool)
        /// Several texts, in their order.
        case list([String])
    }

    /// The user who acted.
    public let who: String

    /// The role in which the user acted.
    public let role: String

    /// The site for which the user acted.
    public let site: String

    /// When, by the clock of the machine.
    public let when: Timestamp

    /// What was done, for example `subject.enrolled`: `[a-z][a-z0-9_.-]{0,63}`.
    public let kind: String

    /// The pseudonym or screening number that it was done to, if any.
    public let subject: String?

    /// The record, document or key that it was done with, if any.
    public let reference: String?

    /// Why, where the rules ask for a reason.
    public let reason: String?

    /// Name and version of the program.
    public let program: String

    /// Further facts, sorted by key, each key once.
    public let details: [Detail]

    /// The one byte form of this event: canonical JSON (RFC 8785).
    public let encoded: [UInt8]

    /// States an event.
    ///
    /// - Parameters:
    ///   - who: The user who acted.
    ///   - role: The role in which the user acted.
    ///   - site: The site for which the user acted.
    ///   - when: The time, given by the caller.
    ///   - kind: What was done.
    ///   - subject: The pseudonym or screening number, if any.
    ///   - reference: The record, document or key, if any.
    ///   - reason: Why.
    ///   - program: Name and version of the program.
    ///   - details: Further facts in any order.
    /// - Throws: `AuditLogError.invalidField` with the name of the field, for an empty text, a
    ///   control character outside the reason, a repeated or malformed key, an integer that is too
    ///   large, or an event of more than 1 MiB.
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
        details: [Detail] = []
    ) throws(AuditLogError) {
        self.who = who
        self.role = role
        self.site = site
        self.when = when
        self.kind = kind
        self.subject = subject
        self.reference = reference
        self.reason = reason
        self.program = program
        self.details = details.sorted { $0.key < $1.key }
        let fields: [(String, String?)] = [
            ("who", who), ("role", role), ("site", site), ("kind", kind), ("subject", subject),
            ("reference", reference), ("reason", reason), ("program", program),
        ]
        try Self.check(fields, self.details)
        encoded = Self.encode(fields, when: when, self.details)
        guard encoded.count <= Self.maximumSize else { throw .invalidField("details") }
    }
}

extension Event {
    /// Whether two events have the same bytes.
    public static func == (left: Event, right: Event) -> Bool {
        left.encoded == right.encoded
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(encoded)
    }
}
