import ClinicalQuality

/// The branches of one `case`, looked at for every value of what they ask about.
struct Branches {
    /// The ordered cells of one measured term, with everything else fixed.
    struct Line {
        /// For each cell, from the lowest to the highest: what each condition may be.
        let truths: [[Truths]]
        /// For each cell, the values in words.
        let cells: [String]
        /// For each cell, whether it is a single value.
        let isPoint: [Bool]
    }

    let selection: ExpressionOutline
    let lines: [Line]

    /// All `case` expressions that criteria reach, in all files.
    static func all(in definition: CheckedDefinition) -> [Branches] {
        var found: [Branches] = []
        let reached = definition.reached.definitions
        for index in definition.outline.definitions.indices where reached.contains(index) {
            let entry = definition.outline.definitions[index]
            guard let body = entry.body else { continue }
            let meaning = definition.meaning
            let frame = entry.operands == nil ? meaning.root : meaning.openFrame()
            Walk(meaning, follows: false).visit(Placed(body, frame)) { placed in
                guard case .selection(let branches, _) = placed.expression.form,
                    branches.count > 1
                else { return }
                found.append(Branches(placed, branches.map(\.condition), meaning))
            }
        }
        return found
    }

    private init(_ placed: Placed, _ conditions: [ExpressionOutline], _ meaning: Meaning) {
        selection = placed.expression
        let possibility = Possibility(meaning)
        let goals = conditions.map { Placed($0, placed.frame) }
        let asked = possibility.asking {
            goals.map { possibility.truths($0) }.reduce([]) { $0.union($1) }
        }
        var lines: [Line] = []
        for (term, question) in asked.sorted(by: { $0.key < $1.key }) where question.isMeasured {
            guard let constants = question.sortedConstants, !question.isTruth else { continue }
            if case .text = constants[0] { continue }
            let cells = question.cells(sorted: constants).filter { $0 != .null }
            let others = asked.filter { $0.key != term && !meaning.isOfElement[$0.key] }
            Enumeration(others, limit: 100).forEach { fixed, itsConstants in
                guard !fixed.values.contains(.null) else { return true }
                let truths = cells.map { cell in
                    var assumption = Assumption(cells: fixed, constants: itsConstants)
                    assumption.cells[term] = cell
                    assumption.constants[term] = constants
                    return possibility.assuming(assumption) {
                        goals.map { possibility.truths($0) }
                    }
                }
                lines.append(
                    Line(
                        truths: truths,
                        cells: cells.map { Self.words($0, constants) },
                        isPoint: cells.map { if case .at = $0 { true } else { false } }
                    )
                )
                return !possibility.isExhausted
            }
        }
        self.lines = possibility.isExhausted ? [] : lines
    }

    private static func words(_ cell: Cell, _ constants: [Magnitude]) -> String {
        switch cell {
        case .at(let index): constants[index].description
        case .below(0): "less than \(constants[0])"
        case .below(let index) where index == constants.count:
            "more than \(constants[index - 1])"
        case .below(let index): "between \(constants[index - 1]) and \(constants[index])"
        default: ""
        }
    }
}
