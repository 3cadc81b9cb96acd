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

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        let skip = code.jumps(unless: condition)
        code.value(then, into: d)
        let done = code.emit(.jump)
        code.land(skip)
        code.value(otherwise, into: d)
        code.land(done)
        return d
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

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        let wanted = comparand.map { code.value($0) }
        var ends: [Int] = []
        for (when, then) in cases {
            let skip: [Int]
            if let wanted {
                let isEqual = code.temporary()
                code.emit(.equality, isEqual, wanted, code.value(when))
                skip = [code.emit(.jumpUnlessTrue, 0, isEqual)]
            } else {
                skip = code.jumps(unless: when)
            }
            code.value(then, into: d)
            ends.append(code.emit(.jump))
            code.land(skip)
        }
        code.value(otherwise, into: d)
        code.land(ends)
        return d
    }
}
