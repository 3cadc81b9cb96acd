/// A chain of `and` or of `or`, with three truth values.
///
/// The operands behind the one that decides are left out; an unknown one does not decide, so the
/// others are evaluated, and shown in a trace.
final class JunctionNode: TruthNode {
    let span: Span
    /// The operands are joined by `or`, not by `and`.
    let isOr: Bool
    let operands: [any Node]
    // The first two stand apart too, because getting at them is quicker than through a list.
    private let first: any Node
    private let second: any Node

    /// Joins two operands; an operand that is a chain of the same kind becomes a part of this one.
    init(_ span: Span, isOr: Bool, _ left: any Node, _ right: any Node) {
        self.span = span
        self.isOr = isOr
        operands = [left, right].flatMap { operand -> [any Node] in
            guard let chain = operand as? JunctionNode, chain.isOr == isOr else {
                return [operand]
            }
            return chain.operands
        }
        first = operands[0]
        second = operands[1]
    }

    var traceKind: TraceNode.Kind { .logical(isOr ? "Or" : "And") }

    var children: [any Node] { operands }

    func decides(at position: Int, _ operand: Bool?, of result: Bool?) -> Bool {
        result == !isOr || operand == result
    }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        let left = try machine.truth(of: first)
        if left == isOr { return isOr }
        let right = try machine.truth(of: second)
        if right == isOr { return isOr }
        var isKnown = left != nil && right != nil
        for index in 2..<operands.count {
            guard let truth = try machine.truth(of: operands[index]) else {
                isKnown = false
                continue
            }
            if truth == isOr { return isOr }
        }
        return isKnown ? !isOr : nil
    }
}

/// `xor` and `implies`, with three truth values.
final class LogicalNode: TruthNode {
    enum Operation: String, Sendable {
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

    func decides(at position: Int, _ operand: Bool?, of result: Bool?) -> Bool {
        switch (operation, result) {
        case (.xor, _), (.implies, false?): true
        case (.implies, true?): operand == (position == 1)
        case (.implies, nil): operand == nil
        }
    }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        let first = try machine.truth(of: left)
        if operation == .implies, first == false { return true }
        let second = try machine.truth(of: right)
        return switch operation {
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
        case .null: try machine.isNull(operand)
        case .true: try machine.truth(of: operand) == true
        case .false: try machine.truth(of: operand) == false
        }
    }
}

/// `exists`: whether a list has an element that is not null.
final class ExistsNode: TruthNode {
    let span: Span
    private let operand: any Node
    private let query: QueryNode?

    init(_ span: Span, _ operand: any Node) {
        self.span = span
        self.operand = operand
        query = operand as? QueryNode
    }

    var traceKind: TraceNode.Kind { .logical("Exists") }

    var children: [any Node] { [operand] }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        if !machine.isTracing, let query {
            return try query.hasRows(&machine)
        }
        guard case .list(let elements) = try machine.value(of: operand) else { return false }
        return elements.contains { !$0.isNull }
    }
}
