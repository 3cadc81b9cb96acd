/// `in` or `during` with a point and an interval: a direct call instead of one through the table.
final class IntervalMembershipNode: TruthNode {
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

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        let member = try machine.value(of: point)
        // A null interval contains nothing.
        guard case .interval(let bounds) = try machine.value(of: interval) else { return false }
        return machine.operators.contains(bounds, member, to: precision)
    }
}
