/// A chain of `and` or of `or`, with three truth values.
///
/// The operands behind the one that decides are left out; an unknown one does not decide, so the
/// others are evaluated, and shown in a trace.
final class JunctionNode: Node {
    let span: Span
    /// The operands are joined by `or`, not by `and`.
    let isOr: Bool
    let operands: [any Node]
    private var first: any Node { operands[0] }

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
    }

    var traceKind: TraceNode.Kind { .logical(isOr ? "Or" : "And") }

    var children: [any Node] { operands }

    func decides(at position: Int, _ operand: Bool?, of result: Bool?) -> Bool {
        result == !isOr || operand == result
    }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        code.value(first, into: d)
        var ends = [code.emit(isOr ? .jumpIfTrue : .jumpIfFalse, 0, d)]
        for operand in operands.dropFirst() {
            let next = code.value(operand)
            code.emit(isOr ? .either : .both, d, d, next)
            ends.append(code.emit(isOr ? .jumpIfTrue : .jumpIfFalse, 0, d))
        }
        // Behind the last operand nothing is left to pass over.
        ends.removeLast()
        code.removeLastJump()
        code.land(ends)
        return d
    }
}

/// `xor` and `implies`, with three truth values.
final class LogicalNode: Node {
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

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        guard operation == .implies else { return emit(code, .exclusive, d, left, right) }
        let first = code.value(left)
        code.emit(.negation, d, first)
        let done = code.emit(.jumpIfTrue, 0, d)
        let second = code.value(right)
        code.emit(.implication, d, first, second)
        code.land(done)
        return d
    }
}

/// `not`.
final class NotNode: Node {
    let span: Span
    let operand: any Node

    init(_ span: Span, _ operand: any Node) {
        self.span = span
        self.operand = operand
    }

    var traceKind: TraceNode.Kind { .logical("Not") }

    var children: [any Node] { [operand] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        emit(code, .negation, d, operand)
    }
}

/// `is null`, `is true` and `is false`: the tests that are never unknown.
final class TruthTestNode: Node {
    enum Test: String, Sendable {
        case null = "IsNull"
        case `true` = "IsTrue"
        case `false` = "IsFalse"
    }

    let span: Span
    let condition: Test
    let operand: any Node

    init(_ span: Span, _ condition: Test, _ operand: any Node) {
        self.span = span
        self.condition = condition
        self.operand = operand
    }

    var traceKind: TraceNode.Kind { .logical(condition.rawValue) }

    var children: [any Node] { [operand] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        switch condition {
        case .null: emit(code, .isNull, d, operand)
        case .true: emit(code, .isTrue, d, operand)
        case .false: emit(code, .isFalse, d, operand)
        }
    }
}

/// `exists`: whether a list has an element that is not null.
final class ExistsNode: Node {
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

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        if !code.isTracing, let query {
            query.emitHasRows(code, into: d)
            return d
        }
        return emit(code, .hasAny, d, operand)
    }
}
