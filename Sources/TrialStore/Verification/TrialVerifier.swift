import AuditLog
import Cryptography
import Foundation
import GRDB

/// Checks a whole trial folder without any key: structure, every signature, the Merkle tree,
/// every row against the log, the side files, and the acknowledged checkpoint.
public struct TrialVerifier {
    let folder: TrialFolder
    let rules: any LogRules
    var report = VerificationReport()
    /// By table and key, what the newest event that names the row says of it.
    var expected: [String: [String: (digest: Digest, event: UInt64)]] = [:]
    /// The events that can be read, by number.
    private var events: [UInt64: LoggedEvent] = [:]
    /// `table key` of every row that was found.
    var seen: Set<String> = []

    private init(folder: TrialFolder, rules: any LogRules) {
        self.folder = folder
        self.rules = rules
    }

    /// Checks the trial in `folder`; where it cannot be written, without writing.
    ///
    /// - Parameters:
    ///   - folder: Where the trial's files lie.
    ///   - rules: What the log may tell.
    ///   - kept: A checkpoint from outside, that the log has to continue.
    /// - Returns: What holds and what does not; a file that is missing or damaged is a finding.
    /// - Throws: ``TrialStoreError`` `unreadable`, `storage` or `busy`: then nothing is known.
    public static func verify(
        _ folder: TrialFolder,
        rules: any LogRules,
        against kept: KeptNote? = nil
    ) throws -> VerificationReport {
        var verifier = TrialVerifier(folder: folder, rules: rules)
        let before = verifier.state
        try verifier.noting(TrialFolder.database) { try $0.run(kept) }
        // Copies that are made one by one, while somebody writes, do not fit together.
        if !verifier.report.findings.isEmpty, verifier.isCopied, verifier.state != before {
            throw TrialStoreError.busy
        }
        return verifier.report
    }

    /// Runs `body`; what is wrong with the file `path` becomes a finding, while what the system
    /// refuses says nothing about the trial and is thrown.
    mutating func noting(
        _ path: String,
        _ body: (inout TrialVerifier) throws -> Void
    ) throws {
        do {
            try body(&self)
        } catch let error as TrialStoreError {
            switch error {
            case .unreadable, .storage, .busy: throw error
            default: report.find(path, error.shortText)
            }
        } catch {
            report.find(path, "cannot be read")
        }
    }

    private mutating func run(_ kept: KeptNote?) throws {
        let path = TrialFolder.database
        let file = try DatabaseFile.open(folder, path, schema: Schema.statements)
        isCopied = file.isReadOnly
        var sites: [String] = []
        try file.readAlone { db in
            // What is read from a file with a broken structure means nothing.
            guard try checkStructure(db, path) else { return }
            sites = try checkLog(db, kept)
            try checkRows(db)
            for site in sites { try checkSides(of: site) }
            reportMissingRows()
        }
        try file.close()
    }

    /// Whether a copy of the trial file is read, because it cannot be written.
    private var isCopied = false

    /// When each database was changed last, and its size.
    private var state: [String] {
        let manager = FileManager.default
        return (manager.subpaths(atPath: folder.url.path) ?? []).sorted().map { path in
            let attributes = try? manager.attributesOfItem(atPath: folder.file(path).path)
            let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
            return "\(path) \(attributes?[.size] as? UInt64 ?? 0) \(date)"
        }
    }

    /// The pages and indexes are sound.
    mutating func checkStructure(_ db: Database, _ path: String) throws -> Bool {
        let problems = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        for problem in problems { report.find(path, "structure: \(problem)") }
        return problems.isEmpty
    }

    /// Checks the log, and gives the sites that the trial was made with.
    private mutating func checkLog(_ db: Database, _ kept: KeptNote?) throws -> [String] {
        let path = TrialFolder.database
        let origins = try String.fetchAll(db, sql: "SELECT origin FROM trial")
        guard let origin = origins.first, origins.count == 1 else {
            report.find(path, "the log's origin")
            return []
        }
        var check = try LogCheck(origin: origin, rules: rules)
        let cursor = try Row.fetchCursor(
            db,
            sql: "SELECT sequence, kind, leaf FROM event ORDER BY sequence"
        )
        while let row = try cursor.next() {
            let sequence = try row.decode(Int64.self, forColumn: "sequence")
            guard sequence == Int64(check.size) else {
                report.find(path, "event \(check.size) is missing", event: check.size)
                break
            }
            if let fault = try check.add(leaf: try row.bytes("leaf")) {
                report.find(path, fault, event: UInt64(sequence))
            }
            if let event = check.events[check.size - 1], try row.text("kind") != event.event.kind {
                let what = "event \(sequence) is not of the kind under which it is kept"
                report.find(path, what, event: event.sequence)
            }
        }
        report.origin = origin
        report.events = check.size
        report.root = check.root()
        events = check.events
        report.log = events.values.sorted { $0.sequence < $1.sequence }
        for event in report.log {
            for row in event.rows {
                expected[row.table, default: [:]][row.key] = (row.digest, event.sequence)
            }
        }
        try checkNodes(db, check.nodes)
        try checkNotes(&check, kept)
        return check.people.sites
    }

    /// The acknowledged checkpoint, and the one that was kept elsewhere, have to lie in the log.
    private mutating func checkNotes(_ check: inout LogCheck, _ kept: KeptNote?) throws {
        var head: LogCheck.Coverage?
        try noting(TrialFolder.head) { verifier in
            head = try check.coverage(of: try HeadFile.read(verifier.folder).note)
        }
        for fault in head?.faults ?? [] { report.find(TrialFolder.head, fault) }
        report.acknowledged = head?.acknowledged
        if let size = head?.acknowledged?.size, size < check.size {
            report.notes.append(
                "\(check.size - size) of the events were written by a command that was interrupted"
                    + " before it could acknowledge them; the next command that writes does it"
            )
        }
        guard let kept else { return }
        for fault in try check.coverage(of: kept.note).faults { report.find(kept.file, fault) }
    }

    private mutating func checkNodes(_ db: Database, _ recomputed: MemoryNodeStore) throws {
        let path = TrialFolder.database
        var count = 0
        let cursor = try Row.fetchCursor(db, sql: "SELECT level, position, digest FROM node")
        while let row = try cursor.next() {
            let position = try row.decode(Int64.self, forColumn: "position")
            let level = try row.decode(Int.self, forColumn: "level")
            let node = recomputed.node(level: level, index: UInt64(max(0, position)))
            if try node?.bytes != row.bytes("digest") {
                report.find(path, "a node of the Merkle tree is not as recomputed")
            }
            count += 1
        }
        if count != recomputed.count {
            report.find(path, "nodes of the Merkle tree are missing")
        }
    }

    private mutating func checkRows(_ db: Database) throws {
        for counter in rules.counters {
            let told = events.values.count { $0.event.kind == counter.kind }
            let rows = try Int.fetchOne(db, sql: counter.sql) ?? 0
            if rows != told {
                let what = "the log tells of \(told) \(counter.name), the tables hold \(rows)"
                report.find(TrialFolder.database, what)
            }
        }
        for type in Schema.loggedRows { try checkRows(of: type, db) }
        let told = expected.mapValues { rows in rows.mapValues(\.event) }
        if try SideEntry.indexed(db) != SideEntry.indexed(told) {
            report.find(TrialFolder.database, "table side_entry is not as the log has it")
        }
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
                check(linkage.reference, linkage.content, event, TrialFolder.database)
            }
        }
    }

    private mutating func checkRows<Kind: LoggedRow>(of type: Kind.Type, _ db: Database) throws {
        let cursor = try Row.fetchCursor(db, sql: "SELECT * FROM \(Kind.table)")
        while let row = try cursor.next() {
            let found = try Kind(row)
            let event = try row.decode(Int64.self, forColumn: "event")
            check(found.reference, found.content, event, TrialFolder.database)
        }
    }

    /// Compares a row with the newest event that names it.
    mutating func check(
        _ row: RowReference,
        _ content: RowContent,
        _ event: Int64?,
        _ file: String
    ) {
        let name = "row \(row.key) of table \(row.table)"
        guard let wanted = expected[row.table]?[row.key] else {
            report.find(file, "\(name) is not in the log")
            return
        }
        if wanted.digest != row.digest {
            report.find(file, "\(name) is not as the log has it", event: wanted.event)
        }
        if let event, event != Int64(wanted.event) {
            report.find(file, "\(name) names another event than the log", event: wanted.event)
        }
        if let written = events[wanted.event], let fault = rules.fault(of: content, in: written) {
            report.find(file, "\(name): \(fault)", event: wanted.event)
        }
        seen.insert("\(row.table) \(row.key)")
    }

    private mutating func reportMissingRows() {
        for (table, rows) in expected.sorted(by: { $0.key < $1.key }) {
            report.rows[table] = rows.count
            for (key, wanted) in rows.sorted(by: { $0.key < $1.key })
            where !seen.contains("\(table) \(key)") {
                let file = table.contains("/") ? table + ".sqlite" : TrialFolder.database
                report.find(file, "row \(key) of table \(table) is missing", event: wanted.event)
            }
        }
    }
}

@available(*, unavailable)
extension TrialVerifier: Sendable {}
