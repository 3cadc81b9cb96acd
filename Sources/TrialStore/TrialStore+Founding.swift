public import AuditLog
import Foundation
import GRDB

extension TrialStore {
    /// The first event of the trial in `folder`, read without checking anything else.
    public static func founding(_ folder: TrialFolder) throws -> SignedEvent {
        let queue = try Connection.open(folder.database)
        let leaf = try queue.read { db in
            try Data.fetchOne(db, sql: "SELECT leaf FROM event WHERE sequence = 0")
        }
        try queue.close()
        guard let leaf, let event = try? SignedEvent(leaf: Array(leaf)) else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "the first event")
        }
        return event
    }

    /// The origin of the trial in `folder`, read without checking anything else.
    public static func origin(_ folder: TrialFolder) throws -> String {
        let queue = try Connection.open(folder.database)
        let origin = try queue.read { try String.fetchOne($0, sql: "SELECT origin FROM trial") }
        try queue.close()
        return origin ?? ""
    }
}
