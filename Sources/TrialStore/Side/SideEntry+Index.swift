import GRDB

extension SideEntry {
    /// Which event wrote an entry of a side file, as the trial file keeps it for looking up.
    struct Indexed: Hashable {
        let place: String
        let id: String
        let event: Int64
    }

    /// Notes that the event number `event` wrote this entry.
    func index(_ db: Database, event: UInt64) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO side_entry (place, id, event) VALUES (?, ?, ?)",
            arguments: [table, id, Int64(event)]
        )
    }

    /// The number of the event that wrote this entry; nil for one of which the log does not tell.
    func event(_ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: "SELECT event FROM side_entry WHERE place = ? AND id = ?",
            arguments: [table, id]
        )
    }

    /// All that the log says of side files; `newest` is the newest event by table and key.
    static func indexed(_ newest: [String: [String: UInt64]]) -> Set<Indexed> {
        // Only the places of side files have a stroke in their name.
        let places = newest.filter { $0.key.contains("/") }
        return Set(
            places.flatMap { place, entries in
                entries.map { Indexed(place: place, id: $0.key, event: Int64($0.value)) }
            }
        )
    }

    /// All that the trial file says of side files.
    static func indexed(_ db: Database) throws -> Set<Indexed> {
        let rows = try Row.fetchAll(db, sql: "SELECT place, id, event FROM side_entry")
        return Set(
            try rows.map { row in
                Indexed(
                    place: try row.text("place"),
                    id: try row.text("id"),
                    event: try row.decode(Int64.self, forColumn: "event")
                )
            }
        )
    }
}
