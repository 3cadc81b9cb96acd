import Foundation
import GRDB

/// One side file: sealed entries by id, apart from the trial file.
///
/// Two files cannot be committed together, so an entry is written first, as pending; whether it
/// counts is decided by the trial file alone.
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
        CREATE TABLE entry (id TEXT PRIMARY KEY, sealed BLOB NOT NULL, \
        pending INTEGER NOT NULL) STRICT, WITHOUT ROWID
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

    /// The sealed bytes of the entry `id`.
    func sealed(_ id: String) throws -> [UInt8]? {
        try file.read { db in
            try Data.fetchOne(db, sql: "SELECT sealed FROM entry WHERE id = ?", arguments: [id])
        }.map { Array($0) }
    }

    func put(_ entry: SideEntry) throws {
        try file.write { db in
            try db.execute(
                sql: "INSERT INTO entry (id, sealed, pending) VALUES (?, ?, 1)",
                arguments: [entry.id, Data(entry.sealed)]
            )
        }
    }

    func pending() throws -> [String] {
        try file.read { try String.fetchAll($0, sql: "SELECT id FROM entry WHERE pending = 1") }
    }

    func settle(_ id: String, isOwned: Bool) throws {
        try file.write { db in
            try db.execute(
                sql: isOwned
                    ? "UPDATE entry SET pending = 0 WHERE id = ?"
                    : "DELETE FROM entry WHERE id = ?",
                arguments: [id]
            )
        }
    }

    func entries() throws -> [SideEntry] {
        try file.read { db in
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
