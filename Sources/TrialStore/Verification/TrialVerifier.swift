import AuditLog
import Cryptography
import Foundation
import GRDB

/// Checks a whole trial folder without any key: structure, every signature, the Merkle tree,
/// every row against the log, the side files, and the acknowledged checkpoint.
public struct TrialVerifier {
    private let folder: TrialFolder
    private let rules: any LogRules
    private var history: any LogHistory
    private var report = VerificationReport()
    private var people = People(origin: "")
    /// By table and key, what the newest event that names the row says of it.
    private var expected: [String: [String: (digest: Digest, event: UInt64)]] = [:]
    /// The events that can be read, by number.
    private var events: [UInt64: LoggedEvent] = [:]
    /// `table key` of every row that was found.
    private var seen: Set<String> = []

    private init(folder: TrialFolder, rules: any LogRules) {
        self.folder = folder
        self.rules = rules
        history = rules.history()
    }

    /// Checks the trial in `folder`.
    ///
    /// - Parameters:
    ///   - folder: Where the trial's files lie.
    ///   - rules: What the log may tell.
    /// - Returns: What holds and what does not; a file that cannot be read is a finding.
    public static func verify(
        _ folder: TrialFolder,
        rules: any LogRules
    ) -> VerificationReport {
        var verifier = TrialVerifier(folder: folder, rules: rules)
        verifier.run()
        return verifier.report
    }

    private static let file = "trial.sqlite"

    private mutating func run() {
        do {
            let queue = try Connection.open(folder.database)
            try Connection.check(queue, folder.database)
            let isSound = try queue.read { db in
                try checkStructure(db, Self.file, Schema.statements)
            }
            // What is read from a file with a broken structure means nothing.
            guard isSound else { return }
            try queue.read { db in
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
    ) throws -> Bool {
        let before = report.findings.count
        for problem in try String.fetchAll(db, sql: "PRAGMA integrity_check") where problem != "ok"
        {
            report.find(file, "structure: \(problem)")
        }
        if (try? Schema.check(db, statements)) == nil {
            report.find(file, "the tables are not those of this format")
        }
        return report.findings.count == before
    }

    private mutating func checkLog(_ db: Database) throws {
        let origins = try String.fetchAll(db, sql: "SELECT origin FROM trial")
        guard let origin = origins.first, origins.count == 1 else {
            report.find(Self.file, "the log's origin")
            return
        }
        people = People(origin: origin)
        let head = readHead(origin)
        var tree = try MerkleLog(store: MemoryNodeStore(), size: 0)
        let cursor = try Row.fetchCursor(
            db,
            sql: "SELECT sequence, leaf FROM event ORDER BY sequence"
        )
        while let row = try cursor.next() {
            let sequence = try row.decode(Int64.self, forColumn: "sequence")
            guard sequence == Int64(tree.size) else {
                report.find(Self.file, "event \(tree.size) is missing", event: tree.size)
                break
            }
            let leaf = try row.bytes("leaf")
            checkEvent(leaf, UInt64(sequence), origin)
            _ = try tree.append(leaf: leaf)
            if let head, head.size == tree.size, tree.root() != head.root {
                report.find("head.note", "the log is not the one that was acknowledged")
            }
        }
        report.events = tree.size
        report.root = tree.root()
        if let head { try checkHead(head, size: tree.size, db) }
        try checkNodes(db, tree.store)
    }

    private mutating func checkEvent(_ leaf: [UInt8], _ sequence: UInt64, _ origin: String) {
        do throws(AuditLogError) {
            let signed = try SignedEvent(leaf: leaf)
            try signed.verify(origin: origin, sequence: sequence)
            let event = LoggedEvent(sequence: sequence, signed: signed)
            let fault =
                people.admit(signed, isFirst: sequence == 0) ?? rules.fault(of: event)
                ?? history.fault(adding: event)
            if let fault {
                report.find(Self.file, "event \(sequence): \(fault)", event: sequence)
            }
            events[sequence] = event
            for row in event.rows {
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
            let position = try row.decode(Int64.self, forColumn: "position")
            let level = try row.decode(Int.self, forColumn: "level")
            let node = recomputed.node(level: level, index: UInt64(max(0, position)))
            if try node?.bytes != row.bytes("digest") {
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
                tokens: try rows.map(LinkageRow.Token.init(row:))
            )
            for row in rows {
                let event = try row.decode(Int64.self, forColumn: "event")
                check(linkage.reference, linkage.content, event, Self.file)
            }
        }
    }

    private mutating func checkRows<Kind: LoggedRow>(of type: Kind.Type, _ db: Database) throws {
        let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM \(Kind.table)")
        while let row = try cursor.next() {
            let found = try Kind(row)
            let event = try row.decode(Int64.self, forColumn: "event")
            check(found.reference, found.content, event, Self.file)
        }
    }

    /// Compares a row with the newest event that names it.
    private mutating func check(
        _ row: RowReference,
        _ content: RowContent,
        _ event: Int64?,
        _ file: String
    ) {
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
        if let written = events[wanted.event], let fault = rules.fault(of: content, in: written) {
            let what = "row \(row.key) of table \(row.table): \(fault)"
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

    /// The acknowledged checkpoint has to lie in the log, and to count what the log tells.
    private mutating func checkHead(_ head: Checkpoint, size: UInt64, _ db: Database) throws {
        if head.size == 0 || head.size > size {
            report.find(
                "head.note",
                "\(head.size) events were acknowledged, the log holds \(size)"
            )
        }
        for counter in rules.counters {
            let told = events.values.filter { $0.event.kind == counter.kind }
            let acknowledged = told.count { $0.sequence < head.size }
            if head.count(counter.name) != acknowledged {
                report.find("head.note", "it does not count the \(counter.name) of the log")
            }
            let rows = try Int.fetchOne(db, sql: counter.sql) ?? 0
            if rows != told.count {
                let what = "the log tells of \(told.count) \(counter.name), the tables hold \(rows)"
                report.find(Self.file, what)
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
                let isSound = try side.queue.read { db in
                    try checkStructure(db, file, [SideStore.schema, SideStore.pendingIndex])
                }
                guard isSound else { continue }
                let pending = Set(try side.pending())
                for entry in try side.entries() {
                    if expected[entry.table]?[entry.id] == nil, pending.contains(entry.id) {
                        report.notes.append(
                            "\(file): an entry that an interrupted command left; "
                                + "the next command that writes there removes it"
                        )
                    } else {
                        let content = RowContent(table: entry.table, key: entry.id, columns: [:])
                        check(entry.reference, content, nil, file)
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
