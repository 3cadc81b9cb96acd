/// `in` or `during` with a point and an interval: a direct call instead of one through the table.
final class IntervalMembershipNode: Node {
    let span: Span
    private let point: any Node
    private let interval: any Node
    private let precision: CalendarUnit?

    init(_ span: Span, _ point: any Node, in interval: any Node, _ precision: CalendarUnit?) {
        self.span = span
        self.point = point
        self.interval = interval
        self.precision = precision
    }

    var traceKind: TraceNode.Kind { .comparison("In") }

    var children: [any Node] { [point, interval] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        let member = code.value(point)
        let bounds = code.value(interval)
        code.emit(.within, d, member, bounds, precision.map { Int($0.rawValue) + 1 } ?? 0)
        return d
    }
}
