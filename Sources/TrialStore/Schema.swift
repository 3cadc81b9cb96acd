import GRDB

/// The tables of the trial file, format 1.
enum Schema {
    /// Written into the file's header, so that other programs know whose it is: "MILE".
    static let applicationID: Int32 = 0x4D49_4C45
    /// The format that this program writes, and the newest that it reads.
    static let format = 1

    /// The statements in the order in which they are executed.
    static let statements = [
        "CREATE TABLE trial (origin TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
        """
        CREATE TABLE event (sequence INTEGER PRIMARY KEY, kind TEXT NOT NULL, \
        leaf BLOB NOT NULL) STRICT
        """,
        "CREATE INDEX event_kind ON event (kind, sequence)",
        """
        CREATE TABLE node (level INTEGER NOT NULL, position INTEGER NOT NULL, \
        digest BLOB NOT NULL, PRIMARY KEY (level, position)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE user (name TEXT PRIMARY KEY, role TEXT NOT NULL, site TEXT, \
        agreement_key BLOB NOT NULL, signing_key BLOB NOT NULL, sealed_keys BLOB NOT NULL, \
        event INTEGER NOT NULL) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE key_grant (key_id TEXT NOT NULL, holder TEXT NOT NULL, \
        wrapped BLOB NOT NULL, event INTEGER NOT NULL, \
        PRIMARY KEY (key_id, holder)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE secret (name TEXT PRIMARY KEY, sealed BLOB NOT NULL, \
        event INTEGER NOT NULL) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE site (code TEXT PRIMARY KEY, state TEXT NOT NULL, \
        event INTEGER NOT NULL) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE site_approval (site TEXT NOT NULL, approval TEXT NOT NULL, \
        period TEXT NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (site, approval)) \
        STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE protocol_version (number TEXT PRIMARY KEY, event INTEGER NOT NULL) \
        STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE site_version (site TEXT NOT NULL, version TEXT NOT NULL, \
        since TEXT NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (site, version)) \
        STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE screening (number TEXT PRIMARY KEY, site TEXT NOT NULL, \
        as_of TEXT NOT NULL, verdict TEXT NOT NULL, again TEXT, sealed BLOB NOT NULL, \
        sealed_outcome BLOB NOT NULL, event INTEGER NOT NULL) STRICT
        """,
        """
        CREATE TABLE subject (code TEXT PRIMARY KEY, site TEXT NOT NULL, \
        screening TEXT NOT NULL UNIQUE, stratum TEXT NOT NULL, transfer TEXT, \
        sealed BLOB NOT NULL, event INTEGER NOT NULL) STRICT
        """,
        """
        CREATE TABLE transfer (id TEXT PRIMARY KEY, subject TEXT NOT NULL, site TEXT NOT NULL, \
        state TEXT NOT NULL, sealed_result BLOB, event INTEGER NOT NULL) STRICT
        """,
        """
        CREATE TABLE side_entry (place TEXT NOT NULL, id TEXT NOT NULL, event INTEGER NOT NULL, \
        PRIMARY KEY (place, id)) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE linkage (subject TEXT NOT NULL, kind INTEGER NOT NULL, \
        token BLOB NOT NULL, event INTEGER NOT NULL, \
        PRIMARY KEY (token, kind, subject)) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX linkage_subject ON linkage (subject)",
        """
        CREATE TABLE allocation_request (subject TEXT PRIMARY KEY, state TEXT NOT NULL, \
        event INTEGER NOT NULL) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE allocation (subject TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, \
        site TEXT NOT NULL, stratum TEXT NOT NULL, sealed_result BLOB NOT NULL, \
        sealed_draw BLOB NOT NULL, event INTEGER NOT NULL) STRICT
        """,
        "CREATE INDEX allocation_stratum ON allocation (stratum, event)",
    ]

    /// The tables whose rows the log vouches for, `linkage` left out because its rows come in
    /// groups.
    static let loggedRows: [any LoggedRow.Type] = [
        UserRow.self, GrantRow.self, SecretRow.self, SiteRow.self,
        SiteApprovalRow.self, ProtocolVersionRow.self, SiteVersionRow.self, ScreeningRow.self,
        SubjectRow.self, TransferRow.self, RequestRow.self, AllocationRow.self,
    ]

    /// The file has to be ours, with exactly the tables of `wanted`: a view or a trigger could
    /// change what is read.
    static func check(_ db: Database, _ wanted: [String], _ path: String) throws {
        guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
            throw TrialStoreError.notATrial(file: path)
        }
        let format = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard format <= Self.format else {
            throw TrialStoreError.newerFormat(found: format, supported: Self.format)
        }
        guard format >= 1 else {
            throw TrialStoreError.damaged(file: path, what: "the format number")
        }
        let found = try String.fetchAll(
            db,
            sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
        )
        guard found == wanted else {
            throw TrialStoreError.damaged(file: path, what: "the tables")
        }
    }

    static func create(_ db: Database, _ statements: [String]) throws {
        for statement in statements { try db.execute(sql: statement) }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(format)")
    }
}
