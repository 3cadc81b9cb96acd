import AuditLog

/// A point in time, UTC, to the millisecond.
public struct Moment: Sendable, Hashable {
    let timestamp: Timestamp

    /// The time that lies so many milliseconds after 1970-01-01T00:00:00Z.
    public init(millisecondsSince1970: Int64) throws(OfficeError) {
        guard let timestamp = Timestamp(millisecondsSince1970: millisecondsSince1970) else {
            throw OfficeError(
                .badInput,
                at: "clock",
                "this time cannot be right",
                remedy: "set the machine's clock"
            )
        }
        self.timestamp = timestamp
    }
}
