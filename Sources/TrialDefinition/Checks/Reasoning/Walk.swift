import ClinicalQuality

/// Visits expressions with their frames.
final class Walk {
    private let meaning: Meaning
    private let follows: Bool
    private let stops: Set<Int>
    private var seen: Set<Int> = []
    private var remaining = 100_000

    /// With `follows`, every definition is entered once and every call each time; a definition of
    /// `stops` is not entered.
    init(_ meaning: Meaning, follows: Bool, stops: Set<Int> = []) {
        self.meaning = meaning
        self.follows = follows
        self.stops = stops
    }

    /// Calls `body` with `placed` and all inside of it.
    func visit(_ placed: Placed, _ body: (Placed) -> Void) {
        remaining -= 1
        guard remaining > 0 else { return }
        body(placed)
        switch placed.expression.form {
        case .definition(let index):
            guard follows, !stops.contains(index), seen.insert(index).inserted,
                let inner = meaning.outline.definitions[index].body
            else { return }
            visit(Placed(inner, meaning.root), body)
        case .call(let index, let operands):
            for operand in operands { visit(Placed(operand, placed.frame), body) }
            if follows, let inner = meaning.body(of: index, operands, placed) {
                visit(inner, body)
            }
        case .query(let query):
            let frame = meaning.frame(inside: query, placed)
            for source in query.sources { visit(Placed(source.value, frame), body) }
            let rest = query.lets.map(\.value) + [query.condition, query.result].compactMap { $0 }
            for part in rest + query.others { visit(Placed(part, frame), body) }
        default:
            for child in placed.expression.children { visit(Placed(child, placed.frame), body) }
        }
    }
}
