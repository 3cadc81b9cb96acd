import AuditLog
import Cryptography
import Foundation
import GRDB

/// Which events of one state of the trial file are to be believed: those that a person whom the
/// founder's key vouches for has signed at their place, and that the rules allow.
///
/// The founder's key is pinned by the log's origin, and the origin is bound into everything that
/// was ever sealed: nobody without a key can put another founder in place.
///
/// A class, because what was checked once is kept for the length of a transaction.
final class EventTrust {
    private let origin: String
    let rules: any LogRules
    private var checked: [UInt64: LoggedEvent] = [:]
    private var people: People?

    init(origin: String, rules: any LogRules) {
        self.origin = origin
        self.rules = rules
    }

    /// The event number `sequence`, if it is there and to be believed.
    func event(_ sequence: UInt64, _ db: Database) throws -> LoggedEvent? {
        if let event = checked[sequence] { return event }
        let people = try people(db)
        guard let event = try Self.signed(sequence, origin, db) else { return nil }
        guard people.recognizes(event.signed, at: sequence), rules.fault(of: event) == nil else {
            return nil
        }
        checked[sequence] = event
        return event
    }

    /// Whether the event that is said to have written `row` did.
    func vouches(
        for row: RowReference,
        _ content: RowContent,
        event: Int64,
        _ db: Database
    ) throws
        -> Bool
    {
        guard let sequence = UInt64(exactly: event), let event = try self.event(sequence, db)
        else { return false }
        return event.rows.contains(row) && rules.fault(of: content, in: event) == nil
    }

    /// The people, from the events that tell of them: each signed by somebody known before.
    func people(_ db: Database) throws -> People {
        if let people { return people }
        let sequences = try Int64.fetchAll(
            db,
            sql: """
                SELECT sequence FROM event \
                WHERE kind IN (\(databaseQuestionMarks(count: People.kinds.count))) \
                UNION SELECT 0 ORDER BY 1
                """,
            arguments: StatementArguments(People.kinds)
        )
        var known = People(origin: origin)
        for number in sequences {
            guard let sequence = UInt64(exactly: number),
                let event = try Self.signed(sequence, origin, db),
                rules.fault(of: event) == nil,
                known.admit(event.signed, at: sequence) == nil
            else { throw TrialStoreError.damaged(file: "trial.sqlite", what: "event \(number)") }
        }
        people = known
        return known
    }

    /// The event with its signature checked; who the signer is, is not.
    private static func signed(
        _ sequence: UInt64,
        _ origin: String,
        _ db: Database
    ) throws -> LoggedEvent? {
        let statement = try db.cachedStatement(
            sql: "SELECT kind, leaf FROM event WHERE sequence = ?"
        )
        guard let number = Int64(exactly: sequence),
            let row = try Row.fetchOne(statement, arguments: [number])
        else { return nil }
        let signed = try SignedEvent(leaf: try row.bytes("leaf"))
        // By its kind an event is looked up.
        guard signed.event.kind == (try row.text("kind")) else {
            throw TrialStoreError.damaged(
                file: TrialFolder.database,
                what: "the kind of event \(sequence)"
            )
        }
        var log = try MerkleLog(store: SQLiteNodeStore(db: db), size: sequence)
        try signed.verify(
            at: LogPlace(origin: origin, sequence: sequence, root: log.root())
        )
        return LoggedEvent(sequence: sequence, signed: signed)
    }
}
