import Foundation
import GRDB

/// Opens SQLite files the way that this store needs them, and proves that they are so.
enum Connection {
    /// How long a command waits for another process that is writing.
    static let patience: Double = 30

    /// Opens `file`, which has to exist unless `create` is given; opening changes no byte of it.
    ///
    /// WAL is switched on once, when the file is made, and stays in its header. GRDB's own setting
    /// for it would write on every opening, and would reset `synchronous` to NORMAL, with which a
    /// commit survives a crash but not a power loss.
    static func open(
        _ file: URL,
        create: ((Database) throws -> Void)? = nil
    ) throws -> DatabaseQueue {
        let exists = FileManager.default.fileExists(atPath: file.path)
        if create != nil, exists {
            throw TrialStoreError.alreadyExists(file: file.lastPathComponent)
        }
        if create == nil, !exists { throw TrialStoreError.missing(file: file.lastPathComponent) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            try db.execute(sql: "PRAGMA secure_delete = ON")
            if !exists { try db.execute(sql: "PRAGMA journal_mode = WAL") }
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            let queue = try DatabaseQueue(path: file.path, configuration: configuration)
            if let create {
                try queue.write(create)
            }
            guard try durability(of: queue) == "wal, synchronous 2" else {
                throw TrialStoreError.storage("\(file.lastPathComponent) cannot be opened durably")
            }
            return queue
        } catch let error as DatabaseError {
            throw TrialStoreError(error, file: file)
        }
    }

    /// How `queue` writes: `wal, synchronous 2` is what this store needs.
    static func durability(of queue: DatabaseQueue) throws -> String {
        try queue.writeWithoutTransaction { db in
            let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
            let level = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0
            return "\(mode), synchronous \(level)"
        }
    }

    /// Whether `queue` really holds one of our files; throws why not.
    static func check(_ queue: DatabaseQueue, _ file: URL) throws {
        let name = file.lastPathComponent
        let (id, format) = try queue.read { db in
            (
                try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            )
        }
        guard id == Schema.applicationID else { throw TrialStoreError.notATrial(file: name) }
        guard format <= Schema.format else {
            throw TrialStoreError.newerFormat(found: format, supported: Schema.format)
        }
        guard format >= 1 else { throw TrialStoreError.damaged(file: name, what: "format number") }
    }
}

extension TrialStoreError {
    /// What SQLite said, in this store's terms.
    init(_ error: DatabaseError, file: URL) {
        let name = file.lastPathComponent
        self =
            switch error.resultCode {
            case .SQLITE_NOTADB: .notATrial(file: name)
            case .SQLITE_CORRUPT:
                .damaged(file: name, what: error.message ?? "the structure of the file")
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_CONSTRAINT: .conflict(table: name)
            default: .storage("\(name): \(error.message ?? "error \(error.resultCode.rawValue)")")
            }
    }
}
