/// What two versions of a protocol ask differently.
public struct ProtocolDifference: Sendable, Codable, Equatable {
    /// The protocol's identifier.
    public let id: String
    /// The number of the version that is compared.
    public let before: String
    /// The number of the version with which it is compared.
    public let after: String
    /// What the later of the two says about itself.
    public let summary: String
    /// In the order of the later version; those that only the first one has come last.
    public let criteria: [CriterionDifference]

    /// Compares two versions of one protocol.
    public init(_ before: TrialProtocol, _ after: TrialProtocol) {
        id = after.id
        self.before = before.version.number
        self.after = after.version.number
        summary = after.version.summary
        let removed = before.criteria.filter { old in !after.criteria.contains { $0.id == old.id } }
        criteria =
            after.criteria.compactMap { new in
                CriterionDifference(before.criteria.first { $0.id == new.id }, new)
            } + removed.compactMap { CriterionDifference($0, nil) }
    }
}

/// A criterion that two versions have differently.
public struct CriterionDifference: Sendable, Codable, Equatable {
    /// The identifier in the protocol.
    public let id: String
    /// Whether it is an inclusion or an exclusion criterion.
    public let kind: CriterionKind
    /// A few words, for tables.
    public let title: String
    /// How the earlier version words it; nil where the criterion is new.
    public let before: Wording?
    /// How the later version words it; nil where the criterion is gone.
    public let after: Wording?

    /// What a version says of a criterion.
    public struct Wording: Sendable, Codable, Equatable {
        /// The criterion as the protocol words it.
        public let text: String
        /// The name of the CQL definition that states it.
        public let expression: String
        /// The event from which its windows count.
        public let countsFrom: String
        /// Where the threshold comes from.
        public let source: String

        init(_ criterion: Criterion) {
            text = criterion.text
            expression = criterion.expression
            countsFrom = criterion.countsFrom
            source = criterion.source
        }
    }

    /// Nil where both versions say the same.
    init?(_ before: Criterion?, _ after: Criterion?) {
        guard let shown = after ?? before else { return nil }
        id = shown.id
        kind = shown.kind
        title = shown.title
        self.before = before.map(Wording.init)
        self.after = after.map(Wording.init)
        if self.before == self.after { return nil }
    }
}
