/// What a log may tell: which events, by whom, in which order, and which rows each may write.
///
/// The office gives them; the reader holds every row that it hands out against them, and the
/// verifier the whole log.
public protocol LogRules: Sendable {
    /// What is wrong with an event by itself: its kind, role, site, and the rows that it writes.
    func fault(of event: LoggedEvent) -> String?

    /// What is wrong with a row that `event` wrote: its columns have to say what the event says.
    func fault(of row: RowContent, in event: LoggedEvent) -> String?

    /// The events that are counted in the checkpoint, so that rows cannot vanish unseen.
    var counters: [RowCounter] { get }

    /// An empty history, to which a whole log is added event by event.
    func history() -> any LogHistory
}

/// Everything before an event: whether the event can follow.
public protocol LogHistory {
    /// Adds `event`; returns why it cannot stand where it stands, or nil.
    mutating func fault(adding event: LoggedEvent) -> String?
}

/// A row as its event has to explain it.
public struct RowContent: Sendable, Hashable {
    /// The table, or `vaults/SITE`, `keys/SITE`.
    public let table: String
    /// The row's name inside its table.
    public let key: String
    /// The text columns by name; sealed ones are left out.
    public let columns: [String: String]
}

/// A kind of event of which each writes exactly one row of a table, for ever.
public struct RowCounter: Sendable, Hashable {
    /// The word in the checkpoint's extension line: `allocations 12`.
    public let name: String
    /// The kind of the events.
    public let kind: String
    /// What is counted in the trial file, for example `SELECT count(*) FROM allocation`.
    let sql: String

    /// Events of `kind` write one row of `table` each.
    public init(name: String, kind: String, table: String) {
        self.name = name
        self.kind = kind
        sql = "SELECT count(*) FROM \(table)"
    }

    /// Events of `kind` write rows of `table` with one value of `column` each.
    public init(name: String, kind: String, table: String, distinct column: String) {
        self.name = name
        self.kind = kind
        sql = "SELECT count(DISTINCT \(column)) FROM \(table)"
    }
}
