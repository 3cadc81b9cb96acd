/// `if … then … else`.
///
/// An unknown condition counts as false.
final class ConditionalNode: Node {
    let span: Span
    private let condition: any Node
    private let then: any Node
    private let otherwise: any Node

    init(_ span: Span, _ condition: any Node, _ then: any Node, _ otherwise: any Node) {
        self.span = span
        self.condition = condition
        self.then = then
        self.otherwise = otherwise
    }

    var traceKind: TraceNode.Kind { .conditional }

    var children: [any Node] { [condition, then, otherwise] }

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        try machine.value(of: try machine.truth(of: condition) == true ? then : otherwise)
    }
}

/// `case … when … then … else … end`, with or without a comparand.
final class SelectionNode: Node {
    let span: Span
    private let comparand: (any Node)?
    private let cases: [(when: any Node, then: any Node)]
    private let otherwise: any Node

    init(
        _ span: Span,
        _ comparand: (any Node)?,
        _ cases: [(when: any Node, then: any Node)],
        _ otherwise: any Node
    ) {
        self.span = span
        self.comparand = comparand
        self.cases = cases
        self.otherwise = otherwise
    }

    var traceKind: TraceNode.Kind { .conditional }

    var children: [any Node] {
        (comparand.map { [$0] } ?? []) + cases.flatMap { [$0.when, $0.then] } + [otherwise]
    }

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        guard let comparand else {
            let list = cases
            let cases = list.span
            for index in cases.indices where try machine.truth(of: cases[index].when) == true {
                return try machine.value(of: cases[index].then)
            }
            return try machine.value(of: otherwise)
        }
        let value = try machine.value(of: comparand)
        for (when, then) in cases {
            let candidate = try machine.value(of: when)
            if machine.operators.equal(value, candidate) == true {
                return try machine.value(of: then)
            }
        }
        return try machine.value(of: otherwise)
    }
}
