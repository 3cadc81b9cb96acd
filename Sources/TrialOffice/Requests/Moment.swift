import AuditLog

extension Timestamp {
    /// The day in UTC.
    func day() throws(OfficeError) -> Day { try Day(String(text.prefix(10)), at: "clock") }
}

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

    /// The day in UTC.
    func day() throws(OfficeError) -> Day { try timestamp.day() }
}
