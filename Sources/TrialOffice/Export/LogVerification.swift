import TrialStore

/// What a verification found.
public struct LogVerification: Sendable, Codable {
    /// `trial folder` or `allocation log`.
    public let subject: String
    /// The log's origin.
    public let trial: String
    /// How many events the checkpoint covers.
    public let events: UInt64
    /// When the last event was, as the machine's clock said it: ISO 8601, UTC.
    public let lastEventAt: String
    /// The root of the Merkle tree, hexadecimal.
    public let root: String
    /// Who signed the checkpoint.
    public let signers: [String]
    /// SHA-256 of the founder's public key, hexadecimal: what was printed when the trial was made.
    public let founder: String
    /// Whether the founder's key was held against something from outside.
    public private(set) var isFounderChecked = false
    /// How many allocations there are in what was verified.
    public let allocations: Int
    /// What was checked and holds, one line each.
    public private(set) var checks: [String]
    /// What does not hold; empty when everything does.
    public private(set) var findings: [String]
    /// What is as it may be, but worth knowing.
    public private(set) var notes: [String]

    init(
        subject: String,
        trial: String,
        events: UInt64,
        lastEventAt: String?,
        root: String?,
        signers: [String]?,
        founder: String?,
        allocations: Int,
        checks: [String],
        findings: [String],
        notes: [String] = []
    ) {
        self.subject = subject
        self.trial = trial
        self.events = events
        self.lastEventAt = lastEventAt ?? ""
        self.root = root ?? ""
        self.signers = signers ?? []
        self.founder = founder ?? ""
        self.allocations = allocations
        self.checks = checks
        self.findings = findings
        self.notes = notes
    }

    /// Whether everything that was checked holds.
    public var holds: Bool { findings.isEmpty }

    /// The same with one more thing that does not hold.
    public func adding(finding: String) -> LogVerification {
        var other = self
        other.findings.append(finding)
        return other
    }

    /// The same, with the founder's key held against what was kept outside.
    func pinned(by kept: KeptEvidence) -> LogVerification {
        var other = self
        // The origin names the founder's key, so a checkpoint that fits pins it too.
        other.isFounderChecked = kept.founder != nil || kept.note != nil
        if let wanted = kept.founder {
            if founder == wanted {
                other.checks.append("that the founder is the one given")
            } else {
                other.findings.append(
                    "the founder's key is not the one given: expected \(wanted),"
                        + " found \(founder.isEmpty ? "none" : founder)"
                )
            }
        }
        if let note = kept.note {
            other.checks.append("that the log continues the one of \(note.file)")
        }
        if !other.isFounderChecked {
            other.notes.append(
                "the founder's key was not checked against anything outside this \(subject):"
                    + " whoever can write it could have put another trial in its place."
                    + " Give --founder with the fingerprint that `milenari trial init` printed,"
                    + " or --against with an export or checkpoint that you kept"
            )
        }
        return other
    }
}
