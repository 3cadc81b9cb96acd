import Foundation
import GRDB

/// One SQLite file of the trial, open.
///
/// What SQLite says comes out in this store's terms, with the file's path in the trial folder.
struct DatabaseFile: Sendable {
    /// The path in the trial folder, for example `keys/BCN.sqlite`.
    let path: String
    private let queue: DatabaseQueue

    /// How long a command waits for another process that is writing.
    private static let patience: Double = 30
    /// How SQLite names what this store needs.
    private static let durable = "wal, synchronous 2"

    /// Whether the file cannot be written, and a private copy of it is read.
    var isReadOnly: Bool { queue.configuration.readonly }

    /// Makes the file `path`, which must not exist; `body` fills it.
    static func create(
        _ folder: TrialFolder,
        _ path: String,
        _ body: (Database) throws -> Void
    ) throws -> DatabaseFile {
        let place = folder.file(path)
        guard !FileManager.default.fileExists(atPath: place.path) else {
            throw TrialStoreError.alreadyExists(file: path)
        }
        // SQLite gives the files that it puts beside this one the same permissions.
        try PrivateFile.write([], to: place)
        let file = try DatabaseFile(path, place, isNew: true)
        try file.requireDurable()
        try file.write(body)
        return file
    }

    /// Opens the file `path`, whose tables have to be those of `schema`; opening changes no byte.
    static func open(
        _ folder: TrialFolder,
        _ path: String,
        schema: [String]
    ) throws -> DatabaseFile {
        let file: DatabaseFile
        switch folder.access(path) {
        case .missing: throw TrialStoreError.missing(file: path)
        case .unreadable: throw TrialStoreError.unreadable(file: path)
        case .readable: file = try copied(folder, path)
        case .writable: file = try DatabaseFile(path, folder.file(path))
        }
        try file.read { db in try Schema.check(db, schema, path) }
        try file.requireDurable()
        return file
    }

    /// A private copy, for reading.
    ///
    /// In WAL mode SQLite writes beside a file even to read it. Where it cannot, a copy is read,
    /// together with the write-ahead log, which may hold what was acknowledged last.
    private static func copied(_ folder: TrialFolder, _ path: String) throws -> DatabaseFile {
        let manager = FileManager.default
        let home = manager.temporaryDirectory.appendingPathComponent(
            "milenari-\(UUID().uuidString)"
        )
        // The files are open then and outlive their names: however the command ends, no copy of
        // a candidate's key is left behind.
        defer { try? manager.removeItem(at: home) }
        let copy = home.appendingPathComponent("copy.sqlite")
        do {
            try PrivateFile.makeFolder(home)
            for suffix in ["", "-wal"] {
                let access = folder.access(path + suffix)
                if access == .missing { continue }
                let source = folder.file(path + suffix)
                guard access != .unreadable, let data = try? Data(contentsOf: source) else {
                    throw TrialStoreError.unreadable(file: path + suffix)
                }
                try PrivateFile.write(Array(data), to: URL(fileURLWithPath: copy.path + suffix))
            }
        } catch let error as CocoaError {
            throw TrialStoreError.storage(
                file: home.deletingLastPathComponent().path,
                what: "the copy of \(path) that has to be read there cannot be written"
                    + " (\(error.code.rawValue))"
            )
        }
        return try DatabaseFile(path, copy, isReadOnly: true)
    }

    /// Opens the file at `place`.
    ///
    /// WAL is switched on once, when the file is made, and stays in its header. GRDB's own setting
    /// for it would write on every opening, and would reset `synchronous` to NORMAL, with which a
    /// commit survives a crash but not a power loss.
    private init(
        _ path: String,
        _ place: URL,
        isNew: Bool = false,
        isReadOnly: Bool = false
    ) throws {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(Self.patience)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
            try db.execute(sql: "PRAGMA cell_size_check = ON")
            try db.execute(sql: "PRAGMA secure_delete = ON")
            if isNew { try db.execute(sql: "PRAGMA journal_mode = WAL") }
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            queue = try DatabaseQueue(path: place.path, configuration: configuration)
        } catch let error as DatabaseError {
            throw TrialStoreError(error, file: path)
        }
        self.path = path
    }

    private func requireDurable() throws {
        guard try isReadOnly || durability() == Self.durable else {
            throw TrialStoreError.damaged(file: path, what: "the journal mode")
        }
    }

    /// How the file is written: `wal, synchronous 2` is what this store needs.
    func durability() throws -> String {
        try translating {
            try queue.writeWithoutTransaction { db in
                let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
                let level = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0
                return "\(mode), synchronous \(level)"
            }
        }
    }

    /// Reads one consistent state.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try translating { try queue.read(body) }
    }

    /// Writes in one transaction, which keeps every other writer out; nothing stays when `body`
    /// throws.
    func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
        guard !isReadOnly else { throw TrialStoreError.readOnly(file: path) }
        var result: Result?
        try translating {
            try queue.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    result = try body(db)
                    return .commit
                }
            }
        }
        guard let result else {
            throw TrialStoreError.storage(file: path, what: "the transaction gave no result")
        }
        return result
    }

    /// Reads a state that nobody changes meanwhile, in this file or in one beside it: writers are
    /// kept out where the file can be written at all.
    func readAlone(_ body: (Database) throws -> Void) throws {
        if isReadOnly { return try read(body) }
        try write(body)
    }

    /// Folds the write-ahead log into the file and empties it, so that nothing deleted stays there.
    func truncateLog() throws {
        let isBusy = try translating {
            try queue.writeWithoutTransaction { db in
                try Int.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? 1
            }
        }
        guard isBusy == 0 else { throw TrialStoreError.busy }
    }

    /// Closes the file; SQLite then folds the write-ahead log into it.
    func close() throws {
        try translating { try queue.close() }
    }

    private func translating<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw TrialStoreError(error, file: path)
        } catch is RowDecodingError {
            throw TrialStoreError.damaged(file: path, what: "a column")
        }
    }
}
