import TrialStore

/// What an insider with a file editor keeps to: nothing.
struct NoRules: LogRules {
    var counters: [RowCounter] { [] }

    func fault(of event: LoggedEvent) -> String? { nil }

    func fault(of row: RowContent, in event: LoggedEvent) -> String? { nil }

    func history() -> any LogHistory { NoHistory() }

    private struct NoHistory: LogHistory {
        mutating func fault(adding event: LoggedEvent) -> String? { nil }
    }
}
