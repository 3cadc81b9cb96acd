public import AuditLog
import Cryptography
import Foundation
import GRDB

/// Checks a whole trial folder without any key: structure, every signature, the Merkle tree,
/// every row against the log, the side files, and the acknowledged checkpoint.
public struct TrialVerifier {
    private let folder: TrialFolder
    private let permits: (Event) -> Bool
    private var report = VerificationReport()
    private var people = People()
    /// By table and key, what the newest event that names the row says of it.
    private var expected: [String: [String: (digest: Digest, event: UInt64)]] = [:]
    /// `table key` of every row that was found.
    private var seen: Set<String> = []

    private init(folder: TrialFolder, permits: @escaping (Event) -> Bool) {
        self.folder = folder
        self.permits = permits
    }

    /// Checks the trial in `folder`.
    ///
    /// - Parameters:
    ///   - folder: Where the trial's files lie.
    ///   - permits: Whether the role of an event's person may do what the event tells.
    /// - Returns: What holds and what does not; a file that cannot be read is a finding.
    public static func verify(
        _ folder: TrialFolder,
        permits: @escaping (Event) -> Bool
    ) -> VerificationReport {
        var verifier = TrialVerifier(folder: folder, permits: permits)
        verifier.run()
        return verifier.report
    }

    private static let file = "trial.sqlite"

    private mutating func run() {
        do {
            let queue = try Connection.open(folder.database)
            try Connection.check(queue, folder.database)
            try queue.read { db in
                try checkStructure(db, Self.file, Schema.statements)
                try checkLog(db)
                try checkRows(db)
            }
            for site in sites { checkSides(of: site) }
            reportMissingRows()
            try queue.close()
        } catch let error as TrialStoreError {
            report.find(Self.file, error.shortText)
        } catch let error as DatabaseError {
            report.find(Self.file, TrialStoreError(error, file: folder.database).shortText)
        } catch {
            report.find(Self.file, "cannot be read")
        }
    }

    /// The pages and indexes are sound, and the tables are exactly ours.
    private mutating func checkStructure(
        _ db: Database,
        _ file: String,
        _ statements: [String]
    ) throws {
        for problem in try String.fetchAll(db, sql: "PRAGMA integrity_check") where problem != "ok"
        {
            report.find(file, "structure: \(problem)")
        }
        let found = try String.fetchAll(
            db,
            sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
        )
        if found != statements { report.find(file, "the tables are not those of this format") }
    }

    private mutating func checkLog(_ db: Database) throws {
        let origins = try String.fetchAll(db, sql: "SELECT origin FROM trial")
        guard let origin = origins.first, origins.count == 1 else {
            report.find(Self.file, "the log's origin")
            return
        }
        let head = readHead(origin)
        var tree = try MerkleLog(store: MemoryNodeStore(), size: 0)
        let cursor = try Row.fetchCursor(
            db,
            sql: "SELECT sequence, leaf FROM event ORDER BY sequence"
        )
        while let row = try cursor.next() {
            let sequence: Int64 = row["sequence"]
            guard sequence == Int64(tree.size) else {
                report.find(Self.file, "event \(tree.size) is missing", event: tree.size)
                break
            }
            let leaf = row.bytes("leaf")
            checkEvent(leaf, UInt64(sequence), origin)
            _ = try tree.append(leaf: leaf)
            if let head, head.size == tree.size, tree.root() != head.root {
                report.find("head.note", "the log is not the one that was acknowledged")
            }
        }
        report.events = tree.size
        report.root = tree.root()
        if let head, head.size > tree.size {
            report.find(
                "head.note",
                "\(head.size) events were acknowledged, the log holds \(tree.size)"
            )
        }
        try checkNodes(db, tree.store)
    }

    private mutating func checkEvent(_ leaf: [UInt8], _ sequence: UInt64, _ origin: String) {
        do throws(AuditLogError) {
            let signed = try SignedEvent(leaf: leaf)
            try signed.verify(origin: origin, sequence: sequence)
            if let problem = people.admit(signed, isFirst: sequence == 0) {
                report.find(Self.file, problem, event: sequence)
            } else if !permits(signed.event) {
                let event = signed.event
                report.find(
                    Self.file,
                    "\(event.who) (\(event.role)) may not do \(event.kind)",
                    event: sequence
                )
            }
            for row in LoggedEvent(sequence: sequence, signed: signed).rows {
                expected[row.table, default: [:]][row.key] = (row.digest, sequence)
            }
        } catch {
            report.find(Self.file, "event \(sequence): \(error)", event: sequence)
        }
    }

    private mutating func checkNodes(_ db: Database, _ recomputed: MemoryNodeStore) throws {
        var count = 0
        let cursor = try Row.fetchCursor(db, sql: "SELECT level, position, digest FROM node")
        while let row = try cursor.next() {
            let position: Int64 = row["position"]
            let node = recomputed.node(level: row["level"], index: UInt64(max(0, position)))
            if node?.bytes != row.bytes("digest") {
                report.find(Self.file, "a node of the Merkle tree is not as recomputed")
            }
            count += 1
        }
        if count != recomputed.count {
            report.find(Self.file, "nodes of the Merkle tree are missing")
        }
    }

    private mutating func readHead(_ origin: String) -> Checkpoint? {
        do {
            let (_, checkpoint) = try HeadFile.read(folder)
            if checkpoint.origin != origin {
                report.find("head.note", "it belongs to another trial")
            }
            return checkpoint
        } catch let error as TrialStoreError {
            report.find("head.note", error.shortText)
        } catch {
            report.find("head.note", "cannot be read")
        }
        return nil
    }

    private mutating func checkRows(_ db: Database) throws {
        checkHeadSignature()
        for type in Schema.loggedRows { try checkRows(of: type, db) }
        let subjects = try String.fetchAll(
            db,
            sql: "SELECT DISTINCT subject FROM linkage ORDER BY subject"
        )
        for subject in subjects {
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT kind, token, event FROM linkage WHERE subject = ?",
                arguments: [subject]
            )
            let linkage = LinkageRow(
                subject: subject,
                tokens: rows.map { LinkageRow.Token(kind: $0["kind"], bytes: $0.bytes("token")) }
            )
            for row in rows { check(linkage.reference, row["event"], Self.file) }
        }
    }

    private mutating func checkRows<Kind: LoggedRow>(of type: Kind.Type, _ db: Database) throws {
        let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM \(Kind.table)")
        while let row = try cursor.next() {
            check(try Kind(row).reference, row["event"], Self.file)
        }
    }

    /// Compares a row with the newest event that names it.
    private mutating func check(_ row: RowReference, _ event: Int64?, _ file: String) {
        guard let wanted = expected[row.table]?[row.key] else {
            report.find(file, "row \(row.key) of table \(row.table) is not in the log")
            return
        }
        if wanted.digest != row.digest {
            let what = "row \(row.key) of table \(row.table) is not as the log has it"
            report.find(file, what, event: wanted.event)
        }
        if let event, event != Int64(wanted.event) {
            let what = "row \(row.key) of table \(row.table) names another event than the log"
            report.find(file, what, event: wanted.event)
        }
        seen.insert("\(row.table) \(row.key)")
    }

    private mutating func reportMissingRows() {
        for (table, rows) in expected.sorted(by: { $0.key < $1.key }) {
            report.rows[table] = rows.count
            for (key, wanted) in rows.sorted(by: { $0.key < $1.key })
            where !seen.contains("\(table) \(key)") {
                let parts = table.split(separator: "/")
                let file = parts.count == 2 ? table + ".sqlite" : Self.file
                report.find(file, "row \(key) of table \(table) is missing", event: wanted.event)
            }
        }
    }

    private mutating func checkHeadSignature() {
        guard let (note, checkpoint) = try? HeadFile.read(folder) else { return }
        do throws(AuditLogError) {
            let signatures = try note.verify(trusting: people.noteKeys)
            report.acknowledged = (checkpoint.size, signatures.map(\.key.name))
        } catch {
            report.find("head.note", "its signature does not hold")
        }
    }

    /// The sites that the trial was made with.
    private var sites: [String] { people.sites }

    private mutating func checkSides(of site: String) {
        for kind in SideKind.allCases {
            let file = SideEntry.table(kind, site: site) + ".sqlite"
            do {
                let side = try SideStore.open(folder, kind, site: site)
                try side.queue.read { db in
                    try checkStructure(db, file, [SideStore.schema, SideStore.pendingIndex])
                }
                let pending = Set(try side.pending())
                for entry in try side.entries() {
                    if expected[entry.table]?[entry.id] == nil, pending.contains(entry.id) {
                        report.notes.append(
                            "\(file): an entry that an interrupted command left; "
                                + "the next command that writes there removes it"
                        )
                    } else {
                        check(entry.reference, nil, file)
                    }
                }
                try side.close()
            } catch let error as TrialStoreError {
                report.find(file, error.shortText)
            } catch let error as DatabaseError {
                report.find(file, TrialStoreError(error, file: folder.database).shortText)
            } catch {
                report.find(file, "cannot be read")
            }
        }
    }
}

@available(*, unavailable)
extension TrialVerifier: Sendable {}
