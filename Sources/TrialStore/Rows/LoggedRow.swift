public import Cryptography
import Foundation
import GRDB

/// A row whose content the log vouches for: the event that wrote it names the row's digest.
protocol LoggedRow: Sendable {
    static var table: String { get }
    /// Columns in the order of the schema, without `event`.
    static var columns: [String] { get }
    /// The row's name inside its table: no space, unique.
    var key: String { get }
    /// The same as SQL.
    static var keyColumn: String { get }
    /// The values of ``columns``.
    var values: [RowValue] { get }

    init(_ row: Row) throws
}

extension LoggedRow {
    /// The digest that the log holds: SHA-256 of the table's name and of every column.
    var digest: Digest { Self.digest(table: Self.table, values: values) }

    /// `table key digest`, as it stands in the event.
    var reference: RowReference {
        RowReference(table: Self.table, key: key, digest: digest)
    }

    static func digest(table: String, values: [RowValue]) -> Digest {
        var bytes = Array("milenari row v1".utf8)
        RowValue.text(table).append(to: &bytes)
        for value in values { value.append(to: &bytes) }
        return SHA256.digest(of: bytes)
    }

    /// Inserts the row; replaces an older version of it.
    func write(_ db: Database, event: UInt64) throws {
        let names = (Self.columns + ["event"]).joined(separator: ", ")
        let marks = databaseQuestionMarks(count: Self.columns.count + 1)
        let statement = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO \(Self.table) (\(names)) VALUES (\(marks))"
        )
        let bound = values.map(\.databaseValue) + [Int64(event).databaseValue]
        try statement.execute(arguments: StatementArguments(bound))
    }
}

/// How an event names a row that it wrote.
public struct RowReference: Hashable, Sendable {
    /// The table, or `vaults/SITE`, `keys/SITE`.
    public let table: String
    /// The row's name inside its table.
    public let key: String
    /// SHA-256 of the table's name and of every column.
    public let digest: Digest

    /// Names a row by its digest.
    init(table: String, key: String, digest: Digest) {
        self.table = table
        self.key = key
        self.digest = digest
    }

    /// As it stands in the event: `screening S-BCN-0001 5dc9da79…`.
    var text: String { "\(table) \(key) \(digest.hex)" }

    init?(_ text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, let digest = Digest(hex: String(parts[2])) else { return nil }
        self.init(table: String(parts[0]), key: String(parts[1]), digest: digest)
    }

    /// The event detail that lists the rows.
    static let detail = "rows"
}

extension LoggedRow {
    /// The row's text columns, which its event has to explain.
    var content: RowContent {
        var columns: [String: String] = [:]
        for (name, value) in zip(Self.columns, values) {
            if case .text(let text) = value { columns[name] = text }
        }
        return RowContent(table: Self.table, key: key, columns: columns)
    }
}

extension Row {
    /// The bytes of a blob column; a damaged row is an error.
    func bytes(_ column: String) throws -> [UInt8] {
        Array(try decode(Data.self, forColumn: column))
    }

    /// The text of a column; a damaged row is an error.
    func text(_ column: String) throws -> String {
        try decode(String.self, forColumn: column)
    }
}
