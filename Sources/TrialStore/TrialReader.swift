public import AuditLog
import Cryptography
import Foundation
import GRDB

/// Reads one consistent state of the trial file.
///
/// Use it only inside the closure that gave it.
public struct TrialReader {
    let db: Database
    let trust: EventTrust
    /// What the whole log tells, where it is asked.
    var ledger: Ledger?

    /// The number of events.
    public func size() throws -> UInt64 {
        let last = try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM event") ?? -1
        guard let size = UInt64(exactly: last + 1) else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "the numbering of events")
        }
        return size
    }

    /// The checkpoint of the whole log.
    ///
    /// Its extension lines count what must not vanish: screenings, subjects, requests,
    /// allocations. So rows that were deleted, or left out of an export, show.
    public func checkpoint(origin: String, counters: [RowCounter]) throws -> Checkpoint {
        let size = try size()
        var log = try MerkleLog(store: SQLiteNodeStore(db: db), size: size)
        return try Checkpoint(
            origin: origin,
            size: size,
            root: log.root(),
            extensions: try counters.map { "\($0.name) \(try count($0))" }
        )
    }

    /// How many rows the trial file holds of what `counter` counts.
    func count(_ counter: RowCounter) throws -> Int {
        try Int.fetchOne(db, sql: counter.sql) ?? 0
    }

    /// The events from `first` on, oldest first, at most `limit` of them, each to be believed.
    public func events(from first: UInt64 = 0, limit: Int = .max) throws -> [LoggedEvent] {
        let size = try size()
        let end = first + min(UInt64(clamping: limit), size > first ? size - first : 0)
        return try (first..<max(first, end)).map { sequence in
            guard let event = try trust.event(sequence, db) else {
                throw TrialStoreError.damaged(file: "trial.sqlite", what: "event \(sequence)")
            }
            return event
        }
    }

    /// The whole log, oldest event first: each event to be believed, and able to follow the ones
    /// before it.
    ///
    /// - Returns: The events, and the history to which the next one can be added.
    /// - Throws: ``TrialStoreError`` `damaged` for the first event that does not hold.
    public func log() throws -> (events: [LoggedEvent], history: any LogHistory) {
        var history = trust.rules.history()
        let events = try events()
        for event in events {
            if let fault = history.fault(adding: event) {
                let what = "event \(event.sequence): \(fault)"
                throw TrialStoreError.damaged(file: TrialFolder.database, what: what)
            }
        }
        return (events, history)
    }

    /// The same state, with every row and every absence held against the whole log.
    ///
    /// - Returns: The reader.
    /// - Throws: ``TrialStoreError`` `damaged` where the log does not hold, or a row is missing or
    ///   surplus.
    public func sound() throws -> TrialReader { try held().reader }

    func held() throws -> (reader: TrialReader, ledger: Ledger, history: any LogHistory) {
        let (events, history) = try log()
        let ledger = Ledger(events)
        try ledger.check(db)
        return (TrialReader(db: db, trust: trust, ledger: ledger), ledger, history)
    }

    /// The event number `sequence`, if it is there and to be believed.
    public func event(_ sequence: UInt64) throws -> LoggedEvent? {
        try trust.event(sequence, db)
    }

    /// Who may sign, as the events about people tell.
    public func people() throws -> People { try trust.people(db) }

    /// Every key that is wrapped to somebody, by key and holder.
    public func grants() throws -> [GrantRow] {
        try rows("1 ORDER BY key_id, holder")
    }

    /// The person called `name`, with the keys as they were sealed last.
    public func user(_ name: String) throws -> UserRow? {
        guard let found: UserRow = try row("name = ?", [name]) else { return nil }
        let kinds = [People.Details.founding, People.Details.adding, People.Details.rekeying]
        let sequences = try Int64.fetchAll(
            db,
            sql: "SELECT sequence FROM event WHERE kind IN (?, ?, ?) ORDER BY sequence DESC",
            arguments: StatementArguments(kinds)
        )
        for sequence in sequences {
            let rows = try event(UInt64(clamping: sequence))?.rows ?? []
            guard let newest = rows.first(where: { $0.table == UserRow.table && $0.key == name })
            else { continue }
            if newest == found.reference { return found }
            break
        }
        // An older row would open with an older passphrase.
        throw TrialStoreError.damaged(
            file: TrialFolder.database,
            what: "the row \(name) of table user"
        )
    }

    /// Everybody, by name.
    public func users() throws -> [UserRow] {
        try rows("1 ORDER BY name")
    }

    /// The keys wrapped to `holder`.
    public func grants(to holder: String) throws -> [GrantRow] {
        try rows("holder = ? ORDER BY key_id", [holder])
    }

    /// The sealed secret `name`.
    public func secret(_ name: String) throws -> SecretRow? {
        try row("name = ?", [name])
    }

    /// The state of the site `code`.
    public func site(_ code: String) throws -> SiteRow? {
        try row("code = ?", [code])
    }

    /// All sites of the trial, by code.
    public func sites() throws -> [SiteRow] {
        try rows("1 ORDER BY code")
    }

    /// The approvals that `site` has, by their identifier.
    public func approvals(at site: String) throws -> [SiteApprovalRow] {
        try rows("site = ? ORDER BY approval", [site])
    }

    /// The versions of the protocol, in the order in which the trial got them.
    public func protocolVersions() throws -> [ProtocolVersionRow] {
        try rows("1 ORDER BY event, number")
    }

    /// The events that brought versions of the protocol, oldest first.
    public func protocolEvents() throws -> [LoggedEvent] {
        try Int64.fetchAll(
            db,
            sql: "SELECT DISTINCT event FROM \(ProtocolVersionRow.table) ORDER BY event"
        ).compactMap { try trust.event(UInt64(clamping: $0), db) }
    }

    /// The versions that are approved at `site`, in the order in which they came into force.
    public func versions(at site: String) throws -> [SiteVersionRow] {
        try rows("site = ? ORDER BY since, event", [site])
    }

    /// The screening with the number `number`.
    public func screening(_ number: String) throws -> ScreeningRow? {
        try row("number = ?", [number])
    }

    /// The screenings of `site`, in the order in which they were recorded.
    public func screenings(site: String) throws -> [ScreeningRow] {
        try rows("site = ? ORDER BY event", [site])
    }

    /// How many screenings there are at `site`.
    public func screeningCount(site: String) throws -> Int {
        try Int.fetchOne(
            db,
            sql: "SELECT count(*) FROM screening WHERE site = ?",
            arguments: [site]
        ) ?? 0
    }

    /// The subject with the pseudonym `code`.
    public func subject(_ code: String) throws -> SubjectRow? {
        try row("code = ?", [code])
    }

    /// The subjects of `site`, in the order in which they were enrolled there or came there.
    public func subjects(site: String) throws -> [SubjectRow] {
        try rows("site = ? ORDER BY event", [site])
    }

    /// The subject that was enrolled from the screening `number`.
    public func subject(screening number: String) throws -> SubjectRow? {
        try row("screening = ?", [number])
    }

    /// The transfer called `id`.
    public func transfer(_ id: String) throws -> TransferRow? {
        try row("id = ?", [id])
    }

    /// The transfers of `subject`, oldest first.
    public func transfers(of subject: String) throws -> [TransferRow] {
        try rows("subject = ? ORDER BY length(id), id", [subject])
    }

    /// Hands over the tokens of each subject, in the order of the subjects' codes.
    ///
    /// All are read: that nobody has a token is only believed of rows that are vouched for. Which
    /// tokens of two children are to be compared is not for the store to say.
    public func forEachLinkage(_ body: (LinkageRow) throws -> Void) throws {
        let sql = "SELECT DISTINCT subject FROM linkage ORDER BY subject"
        for subject in try String.fetchAll(db, sql: sql) { try body(linkage(of: subject)) }
    }

    private func linkage(of subject: String) throws -> LinkageRow {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT kind, token, event FROM linkage WHERE subject = ?",
            arguments: [subject]
        )
        let row = LinkageRow(
            subject: subject,
            tokens: try rows.map(LinkageRow.Token.init(row:))
        )
        let sequence = try rows.first?.decode(Int64.self, forColumn: "event") ?? -1
        guard try trust.vouches(for: row.reference, row.content, event: sequence, db) else {
            throw TrialStoreError.damaged(file: "trial.sqlite", what: "the linkage of \(subject)")
        }
        return row
    }

    /// The subject's allocation.
    public func allocation(of subject: String) throws -> AllocationRow? {
        try row("subject = ?", [subject])
    }

    /// All allocations in the order in which they were made.
    public func allocations() throws -> [AllocationRow] {
        try rows("1 ORDER BY event")
    }

    /// The subject's request for an allocation.
    public func request(_ subject: String) throws -> RequestRow? {
        try row("subject = ?", [subject])
    }

    /// The requests that wait for the randomization office, oldest first.
    public func openRequests() throws -> [RequestRow] {
        try rows("state = 'open' ORDER BY event")
    }

    /// The sealed bytes of the live entry `id` of `side`: the one that the log names.
    ///
    /// - Returns: The bytes; nil for an entry of which the log does not tell.
    /// - Throws: ``TrialStoreError`` `erased` for an entry that was destroyed, `damaged` where the
    ///   entry that the log names is not there.
    public func sealed(_ id: String, in side: SideStore) throws -> [UInt8]? {
        func entry(_ sealed: [UInt8]?) -> SideEntry {
            SideEntry(kind: side.kind, site: side.site, id: id, sealed: sealed)
        }
        let destroyed = entry(nil)
        // What an interrupted command left belongs to nobody.
        guard let event = try destroyed.event(db) else { return nil }
        let content = RowContent(table: destroyed.table, key: id, columns: [:])
        for sealed in try side.sealed(id)
        where try vouches(for: entry(sealed).reference, content, event: event) {
            return sealed
        }
        if try vouches(for: destroyed.reference, content, event: event) {
            throw TrialStoreError.erased(file: side.file.path)
        }
        throw TrialStoreError.damaged(file: side.file.path, what: "an entry")
    }

    /// The live entries of `side` that are not destroyed, by id.
    ///
    /// - Throws: As for ``sealed(_:in:)``.
    public func entries(of side: SideStore) throws -> [SideEntry] {
        let ids = try String.fetchAll(
            db,
            sql: "SELECT id FROM side_entry WHERE place = ? ORDER BY id",
            arguments: [SideEntry.table(side.kind, site: side.site)]
        )
        return try ids.compactMap { id in
            do {
                guard let sealed = try sealed(id, in: side) else { return nil }
                return SideEntry(kind: side.kind, site: side.site, id: id, sealed: sealed)
            } catch TrialStoreError.erased {
                return nil
            }
        }
    }

    /// Which entry `id` of `side` is live, as the events before `end` say.
    func live(_ id: String, in side: SideStore, before end: UInt64) throws -> SideStore.LiveEntry {
        let entry = SideEntry(kind: side.kind, site: side.site, id: id, sealed: nil)
        guard let number = try entry.event(db) else { return .none }
        guard let sequence = UInt64(exactly: number), let event = try event(sequence),
            let row = event.rows.last(where: { $0.table == entry.table && $0.key == id })
        else {
            throw TrialStoreError.damaged(
                file: TrialFolder.database,
                what: "rows of table side_entry"
            )
        }
        return sequence < end ? .digest(row.digest) : .undecided
    }

    private func vouches(
        for row: RowReference,
        _ content: RowContent,
        event: Int64
    ) throws -> Bool {
        guard try trust.vouches(for: row, content, event: event, db) else { return false }
        return ledger?.isNewest(row, event) ?? true
    }

    private func row<Found: LoggedRow>(
        _ condition: String,
        _ arguments: StatementArguments = []
    ) throws -> Found? {
        let found: [Found] = try rows(condition, arguments)
        return found.first
    }

    /// Rows that are used are checked against the event that wrote them.
    private func rows<Found: LoggedRow>(
        _ condition: String,
        _ arguments: StatementArguments = []
    ) throws -> [Found] {
        let statement = try db.cachedStatement(
            sql: "SELECT * FROM \(Found.table) WHERE \(condition)"
        )
        return try Row.fetchAll(statement, arguments: arguments).map { row in
            let found = try Found(row)
            let sequence = try row.decode(Int64.self, forColumn: "event")
            guard try vouches(for: found.reference, found.content, event: sequence) else {
                throw TrialStoreError.damaged(
                    file: "trial.sqlite",
                    what: "the row \(found.key) of table \(Found.table)"
                )
            }
            return found
        }
    }
}

@available(*, unavailable)
extension TrialReader: Sendable {}
