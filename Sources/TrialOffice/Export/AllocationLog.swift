/// The allocation log as a monitor takes it home: the rows, and the log that proves them.
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
    /// The checkpoint over the log, a C2SP signed note; the exporter signed it.
    public let checkpoint: String
    /// The whole log, oldest event first: the base64 of each leaf.
    ///
    /// All of it, because an event that is left out shows only where every place is filled.
    public let log: [String]

    /// The format that this program writes.
    public static let format = "milenari allocation log 2"

    enum CodingKeys: String, CodingKey {
        case format, trial
        case protocolID = "protocol"
        case protocolVersion = "protocol-version"
        case isBlinded = "blinded"
        case allocations, checkpoint, log
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
