/// What a verification found.
public struct LogVerification: Sendable, Codable {
    /// `trial folder` or `allocation log`.
    public let subject: String
    /// The log's origin.
    public let trial: String
    /// How many events the checkpoint covers.
    public let events: UInt64
    /// The root of the Merkle tree, hexadecimal.
    public let root: String
    /// Who signed the checkpoint.
    public let signers: [String]
    /// SHA-256 of the founder's public key, hexadecimal: compare it with what you were given when
    /// the trial began.
    public let founder: String
    /// How many allocations there are in what was verified.
    public let allocations: Int
    /// What was checked and holds, one line each.
    public let checks: [String]
    /// What does not hold; empty when everything does.
    public let findings: [String]
    /// What is as it may be, but worth knowing.
    public let notes: [String]

    /// Whether everything that was checked holds.
    public var holds: Bool { findings.isEmpty }

    /// The same with one more thing that does not hold.
    public func adding(finding: String) -> LogVerification {
        LogVerification(
            subject: subject,
            trial: trial,
            events: events,
            root: root,
            signers: signers,
            founder: founder,
            allocations: allocations,
            checks: checks,
            findings: findings + [finding],
            notes: notes
        )
    }
}
