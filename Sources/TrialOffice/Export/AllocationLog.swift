/// The allocation log as a monitor takes it home: the rows, and what proves them.
public struct AllocationLog: Sendable, Codable, Equatable {
    /// Names the format and its version.
    public let format: String
    /// The log's origin, which names the trial.
    public let trial: String
    /// The protocol's identifier, for example `MILENARI-ALL-1`.
    public let protocolID: String
    /// The number of the protocol's version, for example `1.0.0`.
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

/// One row of the allocation log.
///
/// It holds pseudonyms only.
public struct AllocationLogRow: Sendable, Codable, Equatable {
    /// The allocation number.
    public let number: String
    /// The subject's pseudonym.
    public let subject: String
    /// The code of the subject's site.
    public let site: String
    /// The stratum as used, for example `site=BCN;disease-burden=high`.
    public let stratum: String
    /// When the arm was drawn: ISO 8601, UTC, to the millisecond.
    public let allocatedAt: String
    /// The name of the user who drew the arm.
    public let allocatedBy: String
    /// When the allocation was asked for: ISO 8601, UTC, to the millisecond.
    public let requestedAt: String
    /// The name of the user who asked for the allocation.
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
