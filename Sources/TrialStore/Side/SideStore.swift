import Foundation
import GRDB

/// One side file: sealed entries by id, apart from the trial file.
///
/// Two files cannot be committed together, so an entry is written first, as pending; whether it
/// counts is decided by the trial file alone.
public final class SideStore: Sendable {
    let kind: SideKind
    let site: String
    let queue: DatabaseQueue

    private init(kind: SideKind, site: String, queue: DatabaseQueue) {
        self.kind = kind
        self.site = site
        self.queue = queue
    }

    static let schema = """
        CREATE TABLE entry (id TEXT PRIMARY KEY, sealed BLOB NOT NULL, \
        pending INTEGER NOT NULL) STRICT, WITHOUT ROWID
        """
    static let pendingIndex = "CREATE INDEX entry_pending ON entry (id) WHERE pending = 1"

    /// Makes an empty side file.
    public static func create(_ folder: TrialFolder, _ kind: SideKind, site: String) throws {
        let file = folder.file(kind, site: site)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        let queue = try Connection.open(file) { db in
            try db.execute(sql: schema)
            try db.execute(sql: pendingIndex)
            try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            try db.execute(sql: "PRAGMA user_version = \(Schema.format)")
        }
        try queue.close()
    }

    /// Opens a side file.
    public static func open(
        _ folder: TrialFolder,
        _ kind: SideKind,
        site: String
    ) throws -> SideStore {
        let file = folder.file(kind, site: site)
        let queue = try Connection.open(file)
        try Connection.check(queue, file)
        return SideStore(kind: kind, site: site, queue: queue)
    }

    /// Closes the file.
    public func close() throws {
        try queue.close()
    }

    /// How the file is written, as SQLite tells it: `wal, synchronous 2`.
    public func durability() throws -> String {
        try Connection.durability(of: queue)
    }

    /// The sealed bytes of the entry `id`.
    public func sealed(_ id: String) throws -> [UInt8]? {
        try queue.read { db in
            try Data.fetchOne(db, sql: "SELECT sealed FROM entry WHERE id = ?", arguments: [id])
        }.map { Array($0) }
    }

    func put(_ entry: SideEntry) throws {
        try queue.write { db in
            try db.execute(
                sql: "INSERT INTO entry (id, sealed, pending) VALUES (?, ?, 1)",
                arguments: [entry.id, Data(entry.sealed)]
            )
        }
    }

    func pending() throws -> [String] {
        try queue.read { try String.fetchAll($0, sql: "SELECT id FROM entry WHERE pending = 1") }
    }

    func settle(_ id: String, isOwned: Bool) throws {
        try queue.write { db in
            try db.execute(
                sql: isOwned
                    ? "UPDATE entry SET pending = 0 WHERE id = ?"
                    : "DELETE FROM entry WHERE id = ?",
                arguments: [id]
            )
        }
    }

    func entries() throws -> [SideEntry] {
        try queue.read { db in
            try Row.fetchAll(db, sql: "SELECT id, sealed FROM entry ORDER BY id").map { row in
                SideEntry(
                    kind: kind,
                    site: site,
                    id: try row.text("id"),
                    sealed: try row.bytes("sealed")
                )
            }
        }
    }
}
