/// The elements of a structured value, or those and everything inside of them.
final class DescendantsNode: Node {
    let span: Span
    private let operand: any Node
    private let isDeep: Bool

    init(_ span: Span, _ operand: any Node, isDeep: Bool) {
        self.span = span
        self.operand = operand
        self.isDeep = isDeep
    }

    var traceKind: TraceNode.Kind { .operation(isDeep ? "Descendents" : "Children") }

    var children: [any Node] { [operand] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        emit(code, .descendants, d, operand, flag: isDeep ? 1 : 0)
    }
}

extension MachineState {
    /// The elements of a value, each counted as a step.
    mutating func collect(
        _ value: Value,
        isDeep: Bool,
        into found: inout [Value]
    ) throws(EvaluationError) {
        for child in value.children {
            try spend(1)
            found.append(child)
            if isDeep { try collect(child, isDeep: isDeep, into: &found) }
        }
    }
}

extension Value {
    /// The elements that have a value; the members of a repeating one stand for themselves.
    var children: [Value] {
        let elements: [Value] =
            switch self {
            case .instance(let instance): instance.elements
            case .tuple(let tuple): tuple.values
            case .list(let members): members
            case .interval(let interval): [interval.low, interval.high]
            case .quantity, .ratio, .code, .concept, .valueSet, .codeSystem:
                dataType.elementNames.sorted().compactMap { element(called: $0) }
            default: []
            }
        return elements.flatMap { element -> [Value] in
            switch element {
            case .null: []
            case .list(let members): members
            default: [element]
            }
        }
    }
}
