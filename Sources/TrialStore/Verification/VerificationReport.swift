public import Cryptography

/// What a check of a whole trial folder found.
public struct VerificationReport: Sendable {
    /// The log's origin.
    public var origin = ""
    /// How many events the log holds.
    public var events: UInt64 = 0
    /// The events that can be read, oldest first.
    public var log: [LoggedEvent] = []
    /// The root of the log as recomputed from its events.
    public var root: Digest?
    /// The size of the acknowledged checkpoint, and who signed it.
    public var acknowledged: (size: UInt64, signers: [String])?
    /// How many rows the log vouches for, by table.
    public var rows: [String: Int] = [:]
    /// What does not hold, in the order in which it was found; empty when everything does.
    public var findings: [Finding] = []
    /// What is as it may be, but worth knowing.
    public var notes: [String] = []

    /// Nothing found yet.
    public init() {}

    /// The first event, if it can be read.
    public var founding: LoggedEvent? { log.first { $0.sequence == 0 } }

    /// Something that does not hold.
    public struct Finding: Sendable, Hashable, Codable {
        /// The file, for example `trial.sqlite`.
        public let file: String
        /// Where in it, and what: `row S-BCN-0001 of table screening is not as the log has it`.
        public let what: String
        /// The number of the event concerned, if one is.
        public let event: UInt64?

        /// Holds the parts.
        public init(file: String, what: String, event: UInt64? = nil) {
            self.file = file
            self.what = what
            self.event = event
        }
    }

    /// Adds a finding, once.
    public mutating func find(_ file: String, _ what: String, event: UInt64? = nil) {
        let finding = Finding(file: file, what: what, event: event)
        if !findings.contains(finding), findings.count < 1000 { findings.append(finding) }
    }
}
