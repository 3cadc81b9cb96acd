import ClinicalQuality

/// A row with a number that decides, and a source that says nothing.
enum ThresholdWithoutSource: DefinitionRule {
    static let name = "threshold-without-source"
    static let severity = Diagnostic.Severity.error
    static let summary = "a row whose expression has a threshold, and whose source is a placeholder"
    static let remedy = "name the published trial, or write `assumption:` and why"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        SourcedRow.all(in: definition).compactMap { row in
            guard Self.isPlaceholder(row.source), let threshold = row.threshold else { return nil }
            return finding(
                "\(row.id) has the threshold \(threshold) without a source",
                at: row.place
            )
        }
    }

    static func isPlaceholder(_ source: String) -> Bool {
        let words = source.lowercased().split { !$0.isLetter }.joined(separator: " ")
        return [
            "", "tbd", "todo", "to do", "unknown", "none", "na", "n a", "to be determined",
            "to be decided", "source", "missing", "assumption",
        ].contains(words) && !source.contains(where: \.isNumber)
    }
}

/// A source that names neither a trial nor a paper, and does not say that it is an assumption.
enum UnclearSource: DefinitionRule {
    static let name = "unclear-source"
    static let severity = Diagnostic.Severity.warning
    static let summary =
        "a threshold whose source is neither a trial, a publication with its year, nor an assumption"
    static let remedy = "name the trial by its number, or write `assumption:` and why"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        SourcedRow.all(in: definition).compactMap { row in
            guard !ThresholdWithoutSource.isPlaceholder(row.source), !isClear(row.source),
                let threshold = row.threshold
            else { return nil }
            return finding(
                "the source of \(row.id) with the threshold \(threshold) cannot be looked up",
                at: row.place
            )
        }
    }

    private static func isClear(_ source: String) -> Bool {
        let text = source.lowercased()
        if ["assumption", "[memory]", "http", "doi"].contains(where: text.contains) { return true }
        // A registry number has six digits or more, a year has four.
        return source.split { !$0.isNumber && $0 != "-" }.contains { part in
            part.count { $0.isNumber } >= 4
        }
    }
}

/// A criterion or factor with its source.
private struct SourcedRow {
    let id: String
    let source: String
    let place: SourceLocation
    /// The first number that decides, as CQL writes it; nil when there is none.
    let threshold: String?

    static func all(in definition: CheckedDefinition) -> [SourcedRow] {
        let literals = Literals(definition)
        let criteria = definition.rows.map { row in
            SourcedRow(
                id: row.criterion.id,
                source: row.criterion.source,
                place: row.place.location("source"),
                threshold: literals.all(of: row.index).first(where: \.isThreshold)?.text
            )
        }
        let factors = definition.factors.map { factor, place in
            SourcedRow(
                id: factor.id,
                source: factor.source,
                place: place.location("source"),
                threshold: definition.index(of: factor.expression).flatMap {
                    literals.all(of: $0).first(where: \.isThreshold)?.text
                }
            )
        }
        return criteria + factors
    }
}
