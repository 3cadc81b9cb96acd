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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        try function(machine.operators)
    }
}

/// An operator with one operand.
final class UnaryNode: Node {
    typealias Function = @Sendable (Operators, Value) throws(EvaluationError) -> Value
    let span: Span
    let traceKind: TraceNode.Kind
    private let operand: any Node
    private let function: Function

    init(
        _ span: Span,
        _ kind: TraceNode.Kind,
        _ operand: any Node,
        _ function: @escaping Function
    ) {
        self.span = span
        traceKind = kind
        self.operand = operand
        self.function = function
    }

    var children: [any Node] { [operand] }

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        let value = try machine.value(of: operand)
        try machine.spend(value.weight)
        return try function(machine.operators, value).bounded()
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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        let first = try machine.value(of: left)
        let second = try machine.value(of: right)
        try machine.spend(first.weight + second.weight)
        return try function(machine.operators, first, second).bounded()
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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        var values: [Value] = []
        values.reserveCapacity(operands.count)
        for operand in operands { values.append(try machine.value(of: operand)) }
        for value in values { try machine.spend(value.weight) }
        return try overload(machine.operators, values).bounded()
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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        let list = operands
        let operands = list.span
        for index in operands.indices {
            let value = try machine.value(of: operands[index])
            if !value.isNull { return value }
        }
        return .null
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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        guard case .list(let elements) = try machine.value(of: operand) else { return .null }
        return elements.first { !$0.isNull } ?? .null
    }
}
