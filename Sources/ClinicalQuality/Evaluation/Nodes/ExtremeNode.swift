/// `First` or `Last` of a sorted query: the rows are compared, and not sorted.
///
/// With and without a trace the same comparisons decide.
final class ExtremeNode: Node {
    let span: Span
    private let query: QueryNode
    private let isLast: Bool

    init(_ span: Span, _ query: QueryNode, isLast: Bool) {
        self.span = span
        self.query = query
        self.isLast = isLast
    }

    var traceKind: TraceNode.Kind { .operation(isLast ? "Last" : "First") }

    var children: [any Node] { [query] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        query.emitExtreme(code, into: d, last: isLast)
        return d
    }
}
