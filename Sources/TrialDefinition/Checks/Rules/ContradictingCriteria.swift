import ClinicalQuality

/// Two criteria, each of which can be fulfilled, and never both.
enum ContradictingCriteria: DefinitionRule {
    static let name = "contradicting-criteria"
    static let severity = Diagnostic.Severity.error
    static let summary = "two criteria that nobody can fulfill at once"
    static let remedy = "let the ranges of the two meet, or drop one of them"

    private struct Goal {
        let row: CheckedDefinition.Row
        let placed: Placed
        /// What fulfills the criterion: true of an inclusion, false of an exclusion.
        let wanted: Truths
        let terms: Set<Int>
    }

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        let goals = definition.rows.compactMap { goal($0, in: definition) }
        var findings: [DefinitionFinding] = []
        for (index, second) in goals.enumerated() {
            for first in goals[..<index] where !first.terms.isDisjoint(with: second.terms) {
                let pair = [(first.placed, first.wanted), (second.placed, second.wanted)]
                guard !definition.meaning.canHold(pair) else { continue }
                findings.append(
                    finding(
                        "\(first.row.criterion.id) and \(second.row.criterion.id) cannot both be "
                            + "fulfilled",
                        at: second.row.place.location("expression")
                    )
                )
            }
        }
        return findings
    }

    private static func goal(
        _ row: CheckedDefinition.Row,
        in definition: CheckedDefinition
    ) -> Goal? {
        guard let placed = definition.placed(row.index) else { return nil }
        let wanted: Truths = row.criterion.kind == .inclusion ? .yes : .no
        let meaning = definition.meaning
        let terms = meaning.questions(of: placed).filter { term, question in
            question.isMeasured || !question.constants.isEmpty && !meaning.isOfElement[term]
        }
        // What can never be fulfilled alone contradicts nothing.
        guard !terms.isEmpty, meaning.possibleTruths(of: placed).contains(wanted) else {
            return nil
        }
        return Goal(row: row, placed: placed, wanted: wanted, terms: Set(terms.keys))
    }
}
