/// `and`, `or`, `xor` and `implies`, with three truth values.
///
/// The second operand is left out when the first one decides. With a trace, an unknown first
/// operand of `and` or `or` does not keep the second from being shown.
final class LogicalNode: TruthNode {
    enum Operation: String, Sendable {
        case and = "And"
        case or = "Or"
        case xor = "Xor"
        case implies = "Implies"
    }

    let span: Span
    private let operation: Operation
    private let left: any Node
    private let right: any Node

    init(_ span: Span, _ operation: Operation, _ left: any Node, _ right: any Node) {
        self.span = span
        self.operation = operation
        self.left = left
        self.right = right
    }

    var traceKind: TraceNode.Kind { .logical(operation.rawValue) }

    var children: [any Node] { [left, right] }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        let first = try machine.truth(of: left)
        switch (operation, first) {
        case (.and, false?): return false
        case (.or, true?), (.implies, false?): return true
        case (.xor, nil): return nil
        default: break
        }
        let second = try machine.truth(of: right)
        return switch operation {
        case .and: Operators.and(first, second)
        case .or: Operators.or(first, second)
        case .xor: Operators.xor(first, second)
        case .implies: Operators.implies(first, second)
        }
    }
}

/// `not`.
final class NotNode: TruthNode {
    let span: Span
    private let operand: any Node

    init(_ span: Span, _ operand: any Node) {
        self.span = span
        self.operand = operand
    }

    var traceKind: TraceNode.Kind { .logical("Not") }

    var children: [any Node] { [operand] }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        try machine.truth(of: operand).map { !$0 }
    }
}

/// `is null`, `is true` and `is false`: the tests that are never unknown.
final class TruthTestNode: TruthNode {
    enum Test: String, Sendable {
        case null = "IsNull"
        case `true` = "IsTrue"
        case `false` = "IsFalse"
    }

    let span: Span
    private let condition: Test
    private let operand: any Node

    init(_ span: Span, _ condition: Test, _ operand: any Node) {
        self.span = span
        self.condition = condition
        self.operand = operand
    }

    var traceKind: TraceNode.Kind { .logical(condition.rawValue) }

    var children: [any Node] { [operand] }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        switch condition {
        case .null: try machine.value(of: operand).isNull
        case .true: try machine.truth(of: operand) == true
        case .false: try machine.truth(of: operand) == false
        }
    }
}

/// `exists`: whether a list has an element that is not null.
final class ExistsNode: TruthNode {
    let span: Span
    private let operand: any Node

    init(_ span: Span, _ operand: any Node) {
        self.span = span
        self.operand = operand
    }

    var traceKind: TraceNode.Kind { .logical("Exists") }

    var children: [any Node] { [operand] }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        if !machine.isTracing, let query = operand as? QueryNode {
            return try query.hasRows(&machine)
        }
        guard case .list(let elements) = try machine.value(of: operand) else { return false }
        return elements.contains { !$0.isNull }
    }
}
