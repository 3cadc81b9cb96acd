import GRDB

/// A sealed value that belongs to the trial as a whole.
public struct SecretRow: Sendable, Equatable {
    /// What it is, for example `allocation-seed`.
    public let name: String
    /// The sealed bytes.
    public let sealed: [UInt8]

    /// Holds the columns as they are written.
    public init(
        name: String,
        sealed: [UInt8]
    ) {
        self.name = name
        self.sealed = sealed
    }
}

extension SecretRow: LoggedRow {
    static let table = "secret"
    static let columns = [
        "name",
        "sealed",
    ]

    var key: String { name }
    static var keyColumn: String { "name" }

    var values: [RowValue] {
        [
            .text(name),
            .blob(sealed),
        ]
    }

    init(_ row: Row) throws {
        name = try row.text("name")
        sealed = try row.bytes("sealed")
    }
}
