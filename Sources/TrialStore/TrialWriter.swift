import AuditLog
public import Cryptography
import Foundation
import GRDB

/// Writes inside one transaction.
///
/// Use it only inside the closure that gave it.
public final class TrialWriter {
    /// Reads the state as this transaction sees it.
    public let reader: TrialReader
    /// The log's origin, over which every event is signed.
    public let origin: String

    let db: Database
    let folder: TrialFolder
    private let rules: any LogRules
    private let ledger: Ledger
    private var history: any LogHistory
    private var log: MerkleLog<SQLiteNodeStore>
    /// The number of events before this transaction.
    private let start: UInt64
    /// The side files in which nothing is left of interrupted transactions.
    private var settled: Set<SidePlace> = []
    /// The side files in which this transaction has replaced or destroyed entries.
    private(set) var replaced: Set<SidePlace> = []

    /// Reads the whole log first: nothing is added to one that does not hold.
    init(_ reader: TrialReader, folder: TrialFolder, origin: String) throws {
        db = reader.db
        self.folder = folder
        self.origin = origin
        rules = reader.trust.rules
        (self.reader, ledger, history) = try reader.held()
        start = try reader.size()
        log = try MerkleLog(store: SQLiteNodeStore(db: reader.db), size: start)
    }

    /// What an event writes.
    public struct Rows: Sendable {
        /// People who may work with the trial.
        public var users: [UserRow] = []
        /// Data keys wrapped to people.
        public var grants: [GrantRow] = []
        /// Sealed values of the trial as a whole.
        public var secrets: [SecretRow] = []
        /// States of sites.
        public var sites: [SiteRow] = []
        /// Approvals that sites have.
        public var siteApprovals: [SiteApprovalRow] = []
        /// Versions of the protocol that the trial has.
        public var protocolVersions: [ProtocolVersionRow] = []
        /// Versions of the protocol that are approved at sites.
        public var siteVersions: [SiteVersionRow] = []
        /// Screenings, sealed.
        public var screenings: [ScreeningRow] = []
        /// Enrolled subjects, sealed.
        public var subjects: [SubjectRow] = []
        /// Transfers of subjects, offered or accepted.
        public var transfers: [TransferRow] = []
        /// The keyed linkage tokens of subjects.
        public var linkages: [LinkageRow] = []
        /// Requests for an allocation, with their state.
        public var requests: [RequestRow] = []
        /// Allocations, sealed.
        public var allocations: [AllocationRow] = []
        /// Entries of side files, written by ``SideStore`` in the same transaction.
        public var entries: [SideEntry] = []

        /// Nothing.
        public init() {}

        var logged: [any LoggedRow] {
            users as [any LoggedRow] + grants + secrets + sites + siteApprovals + protocolVersions
                + siteVersions + screenings + subjects + transfers + requests + allocations
        }
    }

    /// Appends an event that `key` signs, together with the rows that it writes.
    ///
    /// - Returns: the event's sequence number, which is its index in the log.
    @discardableResult
    public func append(
        _ draft: EventDraft,
        writing rows: Rows = Rows(),
        signedWith key: borrowing Ed25519.PrivateKey
    ) throws -> UInt64 {
        let sequence = log.size
        let references =
            rows.logged.map(\.reference) + rows.linkages.map(\.reference)
            + rows.entries.map(\.reference)
        var details = draft.details
        if !references.isEmpty {
            details.append(
                Event.Detail(RowReference.detail, .list(references.map(\.text).sorted()))
            )
        }
        let event = try Event(
            who: draft.who,
            role: draft.role,
            site: draft.site,
            when: draft.when,
            kind: draft.kind,
            subject: draft.subject,
            reference: draft.reference,
            reason: draft.reason,
            program: draft.program,
            details: details
        )
        let place = LogPlace(origin: origin, sequence: sequence, root: log.root())
        let signed = try SignedEvent.sign(event, at: place, with: key)
        let logged = LoggedEvent(sequence: sequence, signed: signed)
        if let fault = rules.fault(of: logged) ?? history.fault(adding: logged) {
            throw TrialStoreError.againstRules(fault)
        }
        for row in rows.logged {
            if let fault = rules.fault(of: row.content, in: logged) {
                throw TrialStoreError.againstRules(fault)
            }
        }
        try db.execute(
            sql: "INSERT INTO event (sequence, kind, leaf) VALUES (?, ?, ?)",
            arguments: [Int64(sequence), event.kind, Data(signed.leaf)]
        )
        _ = try log.append(leaf: signed.leaf)
        for row in rows.logged { try row.write(db, event: sequence) }
        for row in rows.linkages { try row.write(db, event: sequence) }
        for entry in rows.entries { try entry.index(db, event: sequence) }
        ledger.add(logged)
        return sequence
    }

    /// Puts `entry` into its side file, durably, before this transaction commits; an entry that it
    /// replaces, or says to be destroyed, stays until then.
    ///
    /// If the transaction does not commit, the entry is removed again by the next one that writes
    /// to the same side file: this transaction alone decides.
    public func put(_ entry: SideEntry) throws {
        let side = try SideStore.open(folder, entry.kind, site: entry.site)
        let place = SidePlace(kind: entry.kind, site: entry.site)
        if settled.insert(place).inserted {
            try side.settle { try reader.live($0, in: side, before: start) }
        }
        if try side.put(entry) { replaced.insert(place) }
        try side.close()
    }
}

/// One of the side files.
struct SidePlace: Hashable {
    let kind: SideKind
    let site: String
}

@available(*, unavailable)
extension TrialWriter: Sendable {}
