import Cryptography
import Foundation
import GRDB

/// One side file: sealed entries by id, apart from the trial file.
///
/// Two files cannot be committed together, so an entry is written first, as pending, beside the one
/// that it replaces; which of them is live is decided by the trial file alone: the one that the
/// newest event names. Settling deletes all others. Adding, replacing and destroying are one thing.
public final class SideStore: Sendable {
    let kind: SideKind
    let site: String
    let file: DatabaseFile

    private init(kind: SideKind, site: String, file: DatabaseFile) {
        self.kind = kind
        self.site = site
        self.file = file
    }

    private static let schema = [
        """
        CREATE TABLE entry (id TEXT NOT NULL, number INTEGER NOT NULL, sealed BLOB NOT NULL, \
        pending INTEGER NOT NULL, PRIMARY KEY (id, number)) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX entry_pending ON entry (id) WHERE pending = 1",
    ]

    /// `vaults/BCN.sqlite`, its path in the trial folder.
    static func path(_ kind: SideKind, site: String) -> String {
        SideEntry.table(kind, site: site) + ".sqlite"
    }

    /// Makes an empty side file.
    public static func create(_ folder: TrialFolder, _ kind: SideKind, site: String) throws {
        let path = path(kind, site: site)
        try PrivateFile.makeFolder(folder.file(path).deletingLastPathComponent())
        try DatabaseFile.create(folder, path) { try Schema.create($0, schema) }.close()
    }

    /// Opens a side file.
    public static func open(
        _ folder: TrialFolder,
        _ kind: SideKind,
        site: String
    ) throws -> SideStore {
        let file = try DatabaseFile.open(folder, path(kind, site: site), schema: schema)
        return SideStore(kind: kind, site: site, file: file)
    }

    /// Closes the file.
    public func close() throws {
        try file.close()
    }

    /// How the file is written, as SQLite tells it: `wal, synchronous 2`.
    public func durability() throws -> String {
        try file.durability()
    }

    /// The sealed bytes of every entry `id`, oldest first; more than one only until they are settled.
    func sealed(_ id: String) throws -> [[UInt8]] {
        try file.read { db in
            try Data.fetchAll(
                db,
                sql: "SELECT sealed FROM entry WHERE id = ? ORDER BY number",
                arguments: [id]
            )
        }.map { Array($0) }
    }

    /// Writes `entry` as pending; where it says that the entry is destroyed, those that are there
    /// become pending.
    ///
    /// - Returns: Whether there is something that settling deletes.
    func put(_ entry: SideEntry) throws -> Bool {
        try file.write { db in
            let number = try Int64.fetchOne(
                db,
                sql: "SELECT max(number) FROM entry WHERE id = ?",
                arguments: [entry.id]
            )
            guard let sealed = entry.sealed else {
                try db.execute(
                    sql: "UPDATE entry SET pending = 1 WHERE id = ?",
                    arguments: [entry.id]
                )
                return number != nil
            }
            try db.execute(
                sql: "INSERT INTO entry (id, number, sealed, pending) VALUES (?, ?, ?, 1)",
                arguments: [entry.id, (number ?? 0) + 1, Data(sealed)]
            )
            return number != nil
        }
    }

    /// Deletes what is not live of every entry that is pending, and confirms the rest.
    ///
    /// - Parameter live: Tells which entry of an id is live.
    /// - Throws: What `live` throws, or the file; everything stays as it is then.
    func settle(_ live: (String) throws -> LiveEntry) throws {
        let ids = try file.read { db in
            try String.fetchAll(
                db,
                sql: "SELECT DISTINCT id FROM entry WHERE pending = 1 ORDER BY id"
            )
        }
        guard !ids.isEmpty else { return }
        try file.write { db in
            for id in ids {
                let live = try live(id)
                if live == .undecided { continue }
                for (number, entry) in try entries(db, "WHERE id = ?", [id]) {
                    let sql =
                        live == .digest(entry.reference.digest)
                        ? "UPDATE entry SET pending = 0 WHERE id = ? AND number = ?"
                        : "DELETE FROM entry WHERE id = ? AND number = ?"
                    try db.execute(sql: sql, arguments: [id, number])
                }
            }
        }
    }

    /// What the trial file says of an entry.
    enum LiveEntry: Equatable {
        /// There is none.
        case none
        /// The one with this digest.
        case digest(Digest)
        /// The transaction that decides has not committed.
        case undecided
    }

    /// Leaves nothing of what was deleted in the write-ahead log.
    func truncateLog() throws { try file.truncateLog() }

    /// The ids of the entries that are pending.
    func pending() throws -> Set<String> {
        try file.read { try String.fetchSet($0, sql: "SELECT id FROM entry WHERE pending = 1") }
    }

    /// Every entry with its number, by id, there oldest first.
    func entries() throws -> [(number: Int64, entry: SideEntry)] {
        try file.read { try entries($0, "", []) }
    }

    private func entries(
        _ db: Database,
        _ condition: String,
        _ arguments: StatementArguments
    ) throws -> [(number: Int64, entry: SideEntry)] {
        try Row.fetchAll(
            db,
            sql: "SELECT id, number, sealed FROM entry \(condition) ORDER BY id, number",
            arguments: arguments
        ).map { row in
            let entry = SideEntry(
                kind: kind,
                site: site,
                id: try row.text("id"),
                sealed: try row.bytes("sealed")
            )
            return (try row.decode(Int64.self, forColumn: "number"), entry)
        }
    }
}
