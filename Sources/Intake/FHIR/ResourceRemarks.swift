/// What an `OperationOutcome` reports.
struct OutcomeDecoder: Decodable {
    private struct Issue: Decodable {
        let severity: String?
    }

    private let issue: [Issue]?

    /// The severity of every issue; an unknown one counts as an error.
    var severities: [String] { (issue ?? []).map { $0.severity ?? "error" } }
}

/// What a resource says about itself.
struct MetaDecoder: Decodable {
    private struct Tag: Decodable {
        let code: String?
    }

    private let tag: [Tag]?

    /// Whether elements were left out, as in the answer to a search for summaries.
    var isSubset: Bool { (tag ?? []).contains { $0.code == "SUBSETTED" } }
}
