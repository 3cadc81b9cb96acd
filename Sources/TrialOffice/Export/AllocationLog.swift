/// The allocation log as a monitor takes it home: the rows, and what proves them.
public struct AllocationLog: Sendable, Codable, Equatable {
    /// Names the format and its version.
    public let format: String
    /// The log's origin, which names the trial.
    public let trial: String
    public let protocolID: String
    public let protocolVersion: String
    /// Whether the arms are left out.
    public let isBlinded: Bool
    /// In the order in which the allocations were made.
    public let allocations: [AllocationLogRow]
    /// The checkpoint (a C2SP signed note, base64) with the events and their inclusion proofs.
    public let proof: String

    /// The format that this program writes.
    public static let format = "milenari allocation log 1"

    enum CodingKeys: String, CodingKey {
        case format, trial
        case protocolID = "protocol"
        case protocolVersion = "protocol-version"
        case isBlinded = "blinded"
        case allocations, proof
    }
}

/// One row of the allocation log. It holds pseudonyms only.
public struct AllocationLogRow: Sendable, Codable, Equatable {
    /// The allocation number.
    public let number: String
    public let subject: String
    public let site: String
    public let stratum: String
    /// When the arm was drawn, UTC.
    public let allocatedAt: String
    public let allocatedBy: String
    /// When the allocation was asked for, UTC.
    public let requestedAt: String
    public let requestedBy: String
    /// The event's index in the log.
    public let event: UInt64
    /// The arm; nil in a blinded log.
    public let arm: String?
    /// What opens the arm's commitment in the event; nil in a blinded log.
    public let nonce: String?

    enum CodingKeys: String, CodingKey {
        case number, subject, site, stratum
        case allocatedAt = "allocated-at"
        case allocatedBy = "allocated-by"
        case requestedAt = "requested-at"
        case requestedBy = "requested-by"
        case event, arm, nonce
    }
}
