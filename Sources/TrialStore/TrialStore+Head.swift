public import AuditLog
import Cryptography
import GRDB

extension TrialReader {
    /// The log has to hold what the head file says was acknowledged, on the word of somebody whom
    /// the log knows; and the tables have to hold as many rows as the checkpoint counts.
    func check(_ note: SignedNote, origin: String, counters: [RowCounter]) throws {
        let head = try Checkpoint(text: note.text)
        guard head.origin == origin, head.size > 0 else {
            throw TrialStoreError.damaged(file: "head.note", what: "it belongs to another trial")
        }
        let size = try size()
        guard head.size <= size else {
            throw TrialStoreError.eventsMissing(acknowledged: head.size, found: size)
        }
        do {
            _ = try note.verify(trusting: try trust.people(db).noteKeys(at: head.size))
        } catch is AuditLogError {
            throw TrialStoreError.damaged(file: "head.note", what: "its signature")
        }
        var log = try MerkleLog(store: SQLiteNodeStore(db: db), size: size)
        guard try log.root(size: head.size) == head.root else {
            throw TrialStoreError.logForked(size: head.size)
        }
        // What was committed, but not acknowledged before the command was interrupted.
        let tail = try events(from: head.size)
        for counter in counters {
            let acknowledged = head.count(counter.name) ?? 0
            let wanted = acknowledged + tail.count { $0.event.kind == counter.kind }
            guard try count(counter) == wanted else {
                throw TrialStoreError.damaged(file: "trial.sqlite", what: "the \(counter.name)")
            }
        }
    }
}

extension Checkpoint {
    /// What the extension line `NAME COUNT` counts.
    public func count(_ name: String) -> Int? {
        for line in extensions {
            let parts = line.split(separator: " ", omittingEmptySubsequences: false)
            if parts.count == 2, parts[0] == name { return Int(parts[1]) }
        }
        return nil
    }
}
