import AuditLog
import Cryptography
import Foundation
import GRDB

/// The complete nodes of the Merkle tree, in the trial file.
struct SQLiteNodeStore: NodeStore {
    let db: Database

    func node(level: Int, index: UInt64) throws -> Digest? {
        let statement = try db.cachedStatement(
            sql: "SELECT digest FROM node WHERE level = ? AND position = ?"
        )
        guard let data = try Data.fetchOne(statement, arguments: [level, Int64(index)]) else {
            return nil
        }
        return Digest(bytes: Array(data))
    }

    mutating func put(_ digest: Digest, level: Int, index: UInt64) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO node (level, position, digest) VALUES (?, ?, ?)"
        )
        try statement.execute(arguments: [level, Int64(index), Data(digest.bytes)])
    }
}
