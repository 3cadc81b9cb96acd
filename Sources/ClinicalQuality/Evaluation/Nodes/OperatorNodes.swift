/// How operators show in a trace.
enum OperatorKind {
    private static let logical: Set<String> = [
        "Not", "Exists", "IsNull", "IsTrue", "IsFalse", "Xor", "AllTrue", "AnyTrue",
    ]

    private static let comparisons: Set<String> = [
        "Equal", "NotEqual", "Equivalent", "NotEquivalent", "Less", "LessOrEqual", "Greater",
        "GreaterOrEqual", "In", "Contains", "ProperIn", "ProperContains", "Includes",
        "IncludedIn", "ProperIncludes", "ProperIncludedIn", "Before", "After", "SameAs",
        "SameOrBefore", "SameOrAfter", "Meets", "MeetsBefore", "MeetsAfter", "Overlaps",
        "OverlapsBefore", "OverlapsAfter", "Starts", "Ends", "StartsWith", "EndsWith", "Matches",
        "InValueSet", "InCodeSystem",
    ]

    static func of(_ name: String) -> TraceNode.Kind {
        if logical.contains(name) { return .logical(name) }
        return comparisons.contains(name) ? .comparison(name) : .operation(name)
    }
}

/// An operator without operands, as `Now()`.
final class NullaryNode: Node {
    typealias Function = @Sendable (Operators) throws(EvaluationError) -> Value
    let span: Span
    let traceKind: TraceNode.Kind
    private let function: Function

    init(_ span: Span, _ kind: TraceNode.Kind, _ function: @escaping Function) {
        self.span = span
        traceKind = kind
        self.function = function
    }

    var children: [any Node] { [] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        guard !code.isTracing, case .operation(let name) = traceKind else {
            code.emit(.nullary, d, 0, 0, code.number(of: .nullary(function)))
            return d
        }
        // They depend on the time at most, so the value of one call is that of all.
        return code.kept(as: name) { value in
            code.emit(.nullary, value, 0, 0, code.number(of: .nullary(function)))
        }
    }
}

/// An operator with one operand.
final class UnaryNode: Node {
    typealias Function = @Sendable (Operators, Value) throws(EvaluationError) -> Value
    let span: Span
    let traceKind: TraceNode.Kind
    private let operand: any Node
    private let function: Function
    private let precision: CalendarUnit?

    init(
        _ span: Span,
        _ kind: TraceNode.Kind,
        _ operand: any Node,
        _ function: @escaping Function,
        _ precision: CalendarUnit? = nil
    ) {
        self.span = span
        traceKind = kind
        self.operand = operand
        self.function = function
        self.precision = precision
    }

    var children: [any Node] { [operand] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        let native = NativeOperator(traceKind, count: 1)
        if !code.isTracing, native == .anyTrue || native == .allTrue,
            let query = operand as? QueryNode, let source = query.onlySource
        {
            query.emitTruth(of: source, any: native == .anyTrue, code, into: d)
            return d
        }
        return code.keptForTime(self, into: d) { d in
            code.emit(
                .unary,
                d,
                code.value(operand),
                UInt32(precision?.rawValue ?? 0),
                code.number(of: .unary(function)),
                flag: native?.rawValue ?? 0
            )
        }
    }
}

/// An operator with two operands.
final class BinaryNode: Node {
    typealias Function = @Sendable (Operators, Value, Value) throws(EvaluationError) -> Value
    let span: Span
    let traceKind: TraceNode.Kind
    private let left: any Node
    private let right: any Node
    private let function: Function

    init(
        _ span: Span,
        _ kind: TraceNode.Kind,
        _ left: any Node,
        _ right: any Node,
        _ function: @escaping Function
    ) {
        self.span = span
        traceKind = kind
        self.left = left
        self.right = right
        self.function = function
    }

    var children: [any Node] { [left, right] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        code.keptForTime(self, into: d) { d in
            let (first, second) = (code.value(left), code.value(right))
            let native = NativeOperator(traceKind, count: 2)?.rawValue ?? 0
            let number = code.number(of: .binary(function))
            code.emit(.binary, d, first, second, number, flag: native)
        }
    }
}

/// An operator with three or any number of operands.
final class VariadicNode: Node {
    let span: Span
    let traceKind: TraceNode.Kind
    private let operands: [any Node]
    private let overload: OperatorOverload

    init(
        _ span: Span,
        _ kind: TraceNode.Kind,
        _ operands: [any Node],
        _ overload: OperatorOverload
    ) {
        self.span = span
        traceKind = kind
        self.operands = operands
        self.overload = overload
    }

    var children: [any Node] { operands }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        let first = code.values(operands)
        code.emit(
            .variadic,
            d,
            first,
            UInt32(operands.count),
            code.number(of: overload.apply)
        )
        return d
    }
}

/// The first operand that is not null; the others are not evaluated.
final class CoalesceNode: Node {
    let span: Span
    private let operands: [any Node]

    init(_ span: Span, _ operands: [any Node]) {
        self.span = span
        self.operands = operands
    }

    var traceKind: TraceNode.Kind { .operation("Coalesce") }

    var children: [any Node] { operands }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        var ends: [Int] = []
        for operand in operands {
            code.value(operand, into: d)
            ends.append(code.emit(.jumpUnlessNull, 0, d))
        }
        code.land(ends)
        return d
    }
}

/// The first element of a list that is not null.
final class CoalesceListNode: Node {
    let span: Span
    private let operand: any Node

    init(_ span: Span, _ operand: any Node) {
        self.span = span
        self.operand = operand
    }

    var traceKind: TraceNode.Kind { .operation("Coalesce") }

    var children: [any Node] { [operand] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        emit(code, .firstKnown, d, operand)
    }
}
