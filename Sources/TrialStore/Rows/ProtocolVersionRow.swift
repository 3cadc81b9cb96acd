import GRDB

/// A version of the protocol that the trial has.
public struct ProtocolVersionRow: Sendable, Equatable {
    /// For example `1.1.0`.
    public let number: String

    /// Holds the columns as they are written.
    public init(number: String) {
        self.number = number
    }
}

extension ProtocolVersionRow: LoggedRow {
    static let table = "protocol_version"
    static let columns = ["number"]

    var key: String { number }
    static var keyColumn: String { "number" }

    var values: [RowValue] { [.text(number)] }

    init(_ row: Row) throws {
        number = try row.text("number")
    }
}
