import ClinicalQuality

/// A value between the branches of a `case` that no branch takes.
enum GapBetweenBranches: DefinitionRule {
    static let name = "gap-between-branches"
    static let severity = Diagnostic.Severity.error
    static let summary = "a value between two branches of a `case` that neither of them takes"
    static let remedy = "let one branch include the value, for example with `<=` or `>=`"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        Branches.all(in: definition).flatMap { branches -> [DefinitionFinding] in
            guard case .selection(_, let otherwise) = branches.selection.form else { return [] }
            // An `else` with a value takes ranges on purpose, but hardly a single point.
            let isNothing = definition.meaning.isNull(otherwise)
            return branches.lines.flatMap { line in
                gaps(in: line, ofRanges: isNothing).map { index in
                    finding("no branch takes \(line.cells[index])", at: branches.selection.location)
                }
            }
        }
    }

    /// The cells that no condition can take, although one below and one above are taken; without
    /// `ofRanges` only single values.
    private static func gaps(in line: Branches.Line, ofRanges: Bool) -> [Int] {
        let mayBeTaken = line.truths.map { cell in cell.contains { $0.contains(.yes) } }
        let isTaken = line.truths.map { cell in cell.contains(.yes) }
        return mayBeTaken.indices.filter { index in
            guard !mayBeTaken[index] else { return false }
            let (below, above) = (isTaken[..<index], isTaken[(index + 1)...])
            if ofRanges { return below.contains(true) && above.contains(true) }
            return line.isPoint[index] && below.last == true && above.first == true
        }
    }
}

extension Meaning {
    /// Whether an expression is null, with or without a message.
    func isNull(_ expression: ExpressionOutline) -> Bool {
        let target = followed(Placed(expression, root), calls: false)
        if case .constant(let value) = target.expression.form { return value.isNull }
        if case .operation("As", let operands) = target.expression.form {
            return operands.allSatisfy(isNull)
        }
        return false
    }
}
