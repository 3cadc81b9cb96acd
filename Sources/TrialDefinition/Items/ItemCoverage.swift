public import ClinicalQuality

/// Whether a protocol's list of items and its criteria fit together.
public struct ItemCoverage: Sendable, Equatable {
    /// What a criterion asks for and no item can say: type, codes, and the criteria.
    public let missing: [String]
    /// Items for which no criterion of any version asks.
    public let unasked: [String]

    /// Compares the list of the protocol in `files` with all its versions; nil without a list.
    public init?(_ files: DefinitionFiles) throws(CompilationFailure) {
        let versions = try CheckedDefinition.versions(of: files)
        guard let catalog = versions.last?.definition.items else { return nil }
        var asks: [ItemDemand.Ask] = []
        for version in versions { asks += ItemDemand(version).asks }
        var missing: [String] = []
        for ask in asks where !catalog.items.contains(where: ask.isAnswered) {
            let codes = (ask.codes ?? []).map(\.code).sorted().joined(separator: ", ")
            let text = "\(ask.type) \(codes) (\(ask.criteria.joined(separator: ", ")))"
            // Versions ask for the same.
            if !missing.contains(text) { missing.append(text) }
        }
        self.missing = missing
        unasked = catalog.items.filter { item in
            item.kind.resourceType != nil && !asks.contains { $0.isAnswered(by: item) }
        }.map(\.id)
    }
}
