import GRDB

/// Which rows the whole log tells of.
///
/// A row that is read is vouched for by its event; that a row is *not* there, or is the newest one,
/// nothing but the whole log can say. Whoever decides by it holds the tables against this.
///
/// A class, because a transaction adds to it.
final class Ledger {
    /// By table and key, the newest event that wrote the row.
    private var newest: [String: [String: UInt64]] = [:]

    init(_ log: [LoggedEvent]) {
        for event in log { add(event) }
    }

    func add(_ event: LoggedEvent) {
        for row in event.rows { newest[row.table, default: [:]][row.key] = event.sequence }
    }

    /// Whether no later event than `sequence` has written the row.
    func isNewest(_ row: RowReference, _ sequence: Int64) -> Bool {
        newest[row.table]?[row.key].map(Int64.init) == sequence
    }

    /// No row is missing, and none is there of which the log does not tell.
    func check(_ db: Database) throws {
        let tables =
            Schema.loggedRows.map { ($0.table, $0.keyColumn) } + [(LinkageRow.table, "subject")]
        for (table, column) in tables {
            let keys = try String.fetchSet(db, sql: "SELECT DISTINCT \(column) FROM \(table)")
            guard keys == Set((newest[table] ?? [:]).keys) else {
                throw TrialStoreError.damaged(
                    file: TrialFolder.database,
                    what: "rows of table \(table)"
                )
            }
        }
        guard try SideEntry.indexed(db) == SideEntry.indexed(newest) else {
            throw TrialStoreError.damaged(
                file: TrialFolder.database,
                what: "rows of table side_entry"
            )
        }
    }
}
