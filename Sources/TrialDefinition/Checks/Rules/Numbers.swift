import ClinicalQuality
import UnitsOfMeasure

/// A number that people read in the text, and that the logic does not have.
enum TextNumber: DefinitionRule {
    static let name = "text-number"
    static let severity = Diagnostic.Severity.error
    static let summary = "a number in a criterion's text that its expression does not have"
    static let remedy = "write the same number in the text and in the expression"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        let literals = Literals(definition)
        return definition.rows.flatMap { row in
            let all = literals.all(of: row.index)
            let names = namedNumbers(of: row.index, in: definition)
            let wrong = NumberInText.all(in: row.criterion.text).filter { number in
                // "one" is a word of every language before it is a number.
                !(number.isWord && number.value == 1)
                    && !all.contains { number.agrees(with: $0) }
                    && !names.contains { $0.value == number.value }
            }
            return wrong.map { number in
                finding(
                    "the text of \(row.criterion.id) says \(number.text), which its expression "
                        + "does not",
                    at: row.place.location("text")
                )
            }
        }
    }

    /// Numbers in the names of the codes that a criterion asks for, as in a statement
    /// `life expectancy over 12 weeks`.
    private static func namedNumbers(
        of index: Int,
        in definition: CheckedDefinition
    ) -> [NumberInText] {
        var names: [String] = []
        guard let placed = definition.placed(index) else { return [] }
        Walk(definition.meaning, follows: true).visit(placed) { part in
            guard case .terminology(let index) = part.expression.form,
                definition.isOwn(part.expression.location)
            else { return }
            names.append(definition.outline.terminology[index].name)
        }
        return names.flatMap(NumberInText.all)
    }
}

/// A threshold of the logic that people do not read in the text.
enum UnnamedNumber: DefinitionRule {
    static let name = "unnamed-number"
    static let severity = Diagnostic.Severity.warning
    static let summary = "a threshold in an expression that the criterion's text does not name"
    static let remedy = "name the number in the text"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        let literals = Literals(definition)
        return definition.rows.flatMap { row in
            let numbers = NumberInText.all(in: row.criterion.text)
            return literals.all(of: row.index).filter { literal in
                literal.isThreshold && literal.value != 0 && definition.isOwn(literal.location)
                    && !numbers.contains { $0.agrees(with: literal) }
            }.map { literal in
                finding(
                    "the text of \(row.criterion.id) does not say \(literal.text)",
                    at: literal.location
                )
            }
        }
    }
}
