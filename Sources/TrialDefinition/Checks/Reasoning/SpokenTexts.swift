import ClinicalQuality

/// The English texts that a protocol and its libraries can say in a report: patterns of messages,
/// and names.
///
/// A pattern has holes, `{0}`, where the library puts in a value; see `Phrase`.
struct SpokenTexts {
    private(set) var patterns: Set<String> = []
    private(set) var names: Set<String> = []
    private let meaning: Meaning

    init(_ definition: CheckedDefinition) {
        meaning = definition.meaning
        for entrance in definition.entrances {
            guard let placed = definition.placed(entrance) else { continue }
            Walk(meaning, follows: true).visit(placed) { found in
                guard case .operation("Message", let operands) = found.expression.form,
                    operands.count == 5
                else { return }
                add(Placed(operands[4], found.frame))
            }
        }
        let reached = definition.reached
        for index in reached.terminology {
            let term = definition.outline.terminology[index]
            switch term.value {
            case .code, .concept: names.insert(term.name)
            default: break
            }
        }
        for index in reached.definitions {
            let found = definition.outline.definitions[index]
            guard found.isShown else { continue }
            names.insert(found.operands == nil ? found.name : Phrase.words(of: found.name))
        }
    }

    /// All of them, sorted.
    var all: [String] { patterns.union(names).sorted() }

    /// The texts that `text` can give; what is no text of the library is a value, and says nothing.
    private mutating func add(_ text: Placed) {
        let target = meaning.followed(text, calls: true)
        if let joined = joined(target) {
            var pattern = ""
            var holes = 0
            for part in joined {
                if case .constant(.string(let text)) = part.expression.form {
                    pattern += text
                } else {
                    pattern += "{\(holes)}"
                    holes += 1
                    add(part)
                }
            }
            patterns.insert(pattern)
            return
        }
        switch target.expression.form {
        case .constant(.string(let text)):
            if !text.isEmpty { patterns.insert(text) }
        case .selection(let branches, let otherwise):
            for result in branches.map(\.result) + [otherwise] {
                add(Placed(result, target.frame))
            }
        case .operation("Coalesce", let operands):
            for operand in operands { add(Placed(operand, target.frame)) }
        case .element(let base, let name):
            for value in values(of: name, in: Placed(base, target.frame)) { add(value) }
        default: break
        }
    }

    /// The parts of a text that is put together, each literal or value for itself.
    private func joined(_ placed: Placed) -> [Placed]? {
        guard case .operation(let name, let operands) = placed.expression.form,
            ["Add", "Concatenate", "ConcatenateWithNull"].contains(name)
        else { return nil }
        return operands.flatMap { operand in
            let part = Placed(operand, placed.frame)
            return joined(part) ?? [part]
        }
    }

    private func values(of name: String, in base: Placed) -> [Placed] {
        let target = meaning.followed(base, calls: true)
        switch target.expression.form {
        case .tuple(let elements):
            return elements.filter { $0.name == name }.map { Placed($0.value, target.frame) }
        case .selection(let branches, let otherwise):
            return (branches.map(\.result) + [otherwise]).flatMap {
                values(of: name, in: Placed($0, target.frame))
            }
        default: return []
        }
    }
}

extension LibraryOutline.Definition {
    /// Whether an explanation can name it: its value is a day, a number, a finding; or it compares
    /// a result that can have a comparator.
    fileprivate var isShown: Bool {
        guard let operands else {
            return switch type {
            case .list, .tuple, .boolean: false
            default: true
            }
        }
        switch type {
        case .date, .dateTime, .integer, .decimal, .quantity: return true
        case .boolean: break
        default: return false
        }
        func isFirst(_ expression: ExpressionOutline) -> Bool {
            if case .local(let name) = expression.form { name == operands.first } else { false }
        }
        var readsComparator = false
        body?.forEach { expression in
            switch expression.form {
            case .element(let base, "comparator"):
                readsComparator = readsComparator || isFirst(base)
            // Another function of results may do it.
            case .call(_, let given) where given.count == 2:
                readsComparator = readsComparator || isFirst(given[0])
            default: break
            }
        }
        return readsComparator && operands.count == 2
    }
}
