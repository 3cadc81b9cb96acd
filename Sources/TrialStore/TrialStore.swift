import AuditLog
public import Cryptography
import Foundation
import GRDB
import Synchronization

/// A trial's files, open: everything sensitive in them is sealed before it comes here.
///
/// Every write is one SQLite transaction that also appends a signed event to the Merkle log;
/// it is acknowledged after the commit has reached the disk and the new checkpoint stands in the
/// head file.
public final class TrialStore: Sendable {
    /// Where the trial's files lie.
    public let folder: TrialFolder
    /// The log's origin: it names this trial and no other.
    public let origin: String

    let file: DatabaseFile
    let rules: any LogRules
    private let warnings = Mutex<[String]>([])

    private init(
        folder: TrialFolder,
        origin: String,
        file: DatabaseFile,
        rules: any LogRules
    ) {
        self.folder = folder
        self.origin = origin
        self.file = file
        self.rules = rules
    }

    /// Makes the trial file of `folder`, which has to exist.
    ///
    /// `begin` writes the first events.
    public static func create<Result>(
        at folder: TrialFolder,
        origin: String,
        signedBy name: String,
        with key: borrowing Ed25519.PrivateKey,
        rules: any LogRules,
        begin: (TrialWriter) throws -> Result
    ) throws -> (store: TrialStore, result: Result) {
        let file = try DatabaseFile.create(folder, TrialFolder.database) { db in
            try Schema.create(db, Schema.statements)
            try db.execute(sql: "INSERT INTO trial (origin) VALUES (?)", arguments: [origin])
        }
        let store = TrialStore(folder: folder, origin: origin, file: file, rules: rules)
        let result = try store.write(signedBy: name, with: key, isFirst: true, begin)
        return (store, result)
    }

    /// Opens the trial in `folder`, and checks that nothing acknowledged is missing.
    public static func open(_ folder: TrialFolder, rules: any LogRules) throws -> TrialStore {
        let path = TrialFolder.database
        let file = try DatabaseFile.open(folder, path, schema: Schema.statements)
        let origin = try file.read { try String.fetchOne($0, sql: "SELECT origin FROM trial") }
        guard let origin else {
            throw TrialStoreError.damaged(file: path, what: "the log's origin")
        }
        let store = TrialStore(folder: folder, origin: origin, file: file, rules: rules)
        // Before the log is read, so that what another command acknowledges meanwhile is in it.
        let (note, _) = try HeadFile.read(folder)
        try store.read { try $0.check(note, origin: origin, counters: rules.counters) }
        return store
    }

    /// What went wrong after something was done, and does not undo it.
    public var warningTexts: [String] { warnings.withLock(\.self) }

    /// Closes the trial file; SQLite then folds the write-ahead log into it.
    public func close() throws {
        try file.close()
    }

    /// How the trial file is written, as SQLite tells it: `wal, synchronous 2`.
    public func durability() throws -> String {
        try file.durability()
    }

    /// Reads one consistent state.
    public func read<Result>(_ body: (TrialReader) throws -> Result) throws -> Result {
        try file.read { try body(reader($0)) }
    }

    /// Writes in one transaction; nothing of it stays when `body` throws.
    ///
    /// The person `name` signs the checkpoint with `key`.
    public func write<Result>(
        signedBy name: String,
        with key: borrowing Ed25519.PrivateKey,
        _ body: (TrialWriter) throws -> Result
    ) throws -> Result {
        try write(signedBy: name, with: key, isFirst: false, body)
    }

    private func write<Result>(
        signedBy name: String,
        with key: borrowing Ed25519.PrivateKey,
        isFirst: Bool,
        _ body: (TrialWriter) throws -> Result
    ) throws -> Result {
        let (result, replaced) = try file.write { db in
            let reader = reader(db)
            if !isFirst {
                let (note, _) = try HeadFile.read(folder)
                try reader.check(note, origin: origin, counters: rules.counters)
            }
            let writer = try TrialWriter(reader, folder: folder, origin: origin)
            return (try body(writer), writer.replaced)
        }
        do {
            try acknowledge(signedBy: name, with: key)
        } catch {
            // A new trial without a head would not open. Later, what was committed is durable
            // and has to be reported as done.
            guard !isFirst else { throw error }
            let text = "head.note could not be replaced; the next command that writes does it"
            warnings.withLock { $0.append(text) }
        }
        for place in replaced { removeReplaced(in: place) }
        return result
    }

    /// Deletes what the committed transaction has replaced or destroyed, also from the write-ahead
    /// log.
    private func removeReplaced(in place: SidePlace) {
        do {
            let side = try SideStore.open(folder, place.kind, site: place.site)
            // Whoever has put something pending holds the trial file, and is waited for.
            try file.write { db in
                let reader = reader(db)
                let end = try reader.size()
                try side.settle { try reader.live($0, in: side, before: end) }
            }
            try side.truncateLog()
            try side.close()
        } catch {
            let path = SideStore.path(place.kind, site: place.site)
            let text =
                "what was replaced in \(path) is not deleted yet;"
                + " the next command that writes there does it"
            warnings.withLock { $0.append(text) }
        }
    }

    /// Leaves nothing in the write-ahead log of rows that were replaced.
    public func truncateLog() {
        do {
            try file.truncateLog()
        } catch {
            let text =
                "what was replaced is not yet gone from the write-ahead log; closing the"
                + " last command that works with the trial removes it"
            warnings.withLock { $0.append(text) }
        }
    }

    /// Puts the checkpoint of the committed log into the head file.
    private func acknowledge(
        signedBy name: String,
        with key: borrowing Ed25519.PrivateKey
    ) throws {
        try file.write { db in
            let checkpoint = try reader(db).checkpoint(
                origin: origin,
                counters: rules.counters
            )
            var note = try SignedNote(text: checkpoint.text)
            try note.sign(name: name, with: key)
            try HeadFile.write(note, size: checkpoint.size, folder)
        }
    }

    private func reader(_ db: Database) -> TrialReader {
        TrialReader(db: db, trust: EventTrust(origin: origin, rules: rules))
    }
}
