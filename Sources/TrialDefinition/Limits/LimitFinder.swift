import ClinicalQuality

/// Goes through what an answer depends on, and notes every comparison with a limit.
final class LimitFinder {
    private let definition: CheckedDefinition
    private let bounds: BoundReader
    private let subjects: SubjectReader
    private var found: [DecisionLimit] = []
    private var known: Set<DecisionLimit> = []
    private var seen: Set<Placed.Key> = []
    private var row = ""

    /// Bounds of what a result can be at all are no limits of a protocol: they have tests of their own.
    private static let plausibility = "\(DefinitionFiles.sharedFolder)/Plausibility.cql"

    private static let comparisons: Set<String> = [
        "Less", "LessOrEqual", "Greater", "GreaterOrEqual",
    ]

    init(_ definition: CheckedDefinition) {
        self.definition = definition
        bounds = BoundReader(definition)
        subjects = SubjectReader(definition.meaning, bounds)
    }

    /// The limits of the row `id` with the definition at `index`, each once.
    func limits(of id: String, at index: Int) -> [DecisionLimit] {
        guard let placed = definition.placed(index) else { return [] }
        (found, known, seen, row) = ([], [], [], id)
        visit(placed)
        return found
    }

    private func visit(_ placed: Placed) {
        guard seen.insert(placed.key).inserted else { return }
        let meaning = definition.meaning
        switch placed.expression.form {
        case .definition(let index):
            if let body = meaning.outline.definitions[index].body {
                visit(Placed(body, meaning.root))
            }
        case .call(let index, let operands):
            for operand in operands { visit(Placed(operand, placed.frame)) }
            guard meaning.outline.definitions[index].location.path != Self.plausibility else {
                return
            }
            if let body = meaning.body(of: index, operands, placed) { visit(body) }
        // What a message says never changes an answer.
        case .operation("Message", let operands):
            if let value = operands.first { visit(Placed(value, placed.frame)) }
        case .query(let query):
            let frame = meaning.frame(inside: query, placed)
            let parts = [query.condition, query.result].compactMap { $0 }
            for part in query.sources.map(\.value) + query.lets.map(\.value) + parts + query.others
            {
                visit(Placed(part, frame))
            }
        default:
            compare(placed)
            for child in placed.expression.children { visit(Placed(child, placed.frame)) }
        }
    }

    private func compare(_ placed: Placed) {
        let frame = placed.frame
        switch placed.expression.form {
        case .operation(let name, let operands)
        where Self.comparisons.contains(name) && operands.count == 2:
            compare(Placed(operands[0], frame), Placed(operands[1], frame))
            compare(Placed(operands[1], frame), Placed(operands[0], frame))
        case .operation("In", let operands) where operands.count == 2:
            let whole = definition.meaning.followed(Placed(operands[1], frame), calls: true)
            guard case .interval(let low, let high, _, _) = whole.expression.form else { return }
            for end in [low, high] {
                compare(Placed(operands[0], frame), Placed(end, whole.frame))
            }
        case .timing(let distance?, let left, let right):
            guard case .day(let event, nil)? = bounds.read(Placed(right, frame))?.first else {
                return note(
                    .unread("\(placed.expression.location)"),
                    [.quantity(distance)]
                )
            }
            let subject = subjects.read(Placed(left, frame))
            for each in subject { note(each, [.day(of: event, before: distance)]) }
        default: return
        }
    }

    /// Notes a comparison of `varying` with `limit`, when it is one.
    private func compare(_ varying: Placed, _ limit: Placed) {
        guard let limits = bounds.read(limit), !limits.isEmpty, bounds.read(varying) == nil else {
            return
        }
        for subject in subjects.read(varying) { note(subject, limits) }
    }

    private func note(_ subject: DecisionLimit.Subject, _ bounds: [DecisionLimit.Bound]) {
        for bound in bounds {
            let limit = DecisionLimit(row: row, subject: subject, bound: bound)
            if known.insert(limit).inserted { found.append(limit) }
        }
    }
}
