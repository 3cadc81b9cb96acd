public import AuditLog

/// An event with its place in the log and the rows that it wrote.
public struct LoggedEvent: Sendable {
    /// The event's index in the log.
    public let sequence: UInt64
    /// The event with its signature.
    public let signed: SignedEvent
    /// The rows, as the event names them.
    public let rows: [RowReference]

    /// The event at the place `sequence`.
    public init(sequence: UInt64, signed: SignedEvent) {
        self.sequence = sequence
        self.signed = signed
        rows = signed.event.list(RowReference.detail).compactMap(RowReference.init)
    }

    /// The event itself.
    public var event: Event { signed.event }
}
