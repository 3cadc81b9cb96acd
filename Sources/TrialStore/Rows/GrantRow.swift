import GRDB

/// A data key wrapped to one person.
public struct GrantRow: Sendable, Equatable {
    /// The identifier of the data key, for example `records/BCN#1`.
    public let keyID: String
    /// The name of the person who can unwrap it.
    public let holder: String
    /// The wrapped key.
    public let wrapped: [UInt8]

    /// Holds the columns as they are written.
    public init(
        keyID: String,
        holder: String,
        wrapped: [UInt8]
    ) {
        self.keyID = keyID
        self.holder = holder
        self.wrapped = wrapped
    }
}

extension GrantRow: LoggedRow {
    static let table = "key_grant"
    static let columns = [
        "key_id",
        "holder",
        "wrapped",
    ]

    var key: String { keyID + "/" + holder }
    static var keyColumn: String { "key_id || '/' || holder" }

    var values: [RowValue] {
        [
            .text(keyID),
            .text(holder),
            .blob(wrapped),
        ]
    }

    init(_ row: Row) throws {
        keyID = try row.text("key_id")
        holder = try row.text("holder")
        wrapped = try row.bytes("wrapped")
    }
}
