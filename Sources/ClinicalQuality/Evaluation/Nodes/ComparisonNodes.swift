/// `<`, `<=`, `>` and `>=` without precision: a direct call instead of one through the table.
final class OrderNode: TruthNode {
    enum Relation: String, Sendable {
        case less = "Less"
        case lessOrEqual = "LessOrEqual"
        case greater = "Greater"
        case greaterOrEqual = "GreaterOrEqual"
    }

    let span: Span
    private let relation: Relation
    private let left: any Node
    private let right: any Node

    init(_ span: Span, _ relation: Relation, _ left: any Node, _ right: any Node) {
        self.span = span
        self.relation = relation
        self.left = left
        self.right = right
    }

    var traceKind: TraceNode.Kind { .comparison(relation.rawValue) }

    var children: [any Node] { [left, right] }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        let first = try machine.value(of: left)
        let second = try machine.value(of: right)
        let ordering = machine.operators.compare(first, second)
        return switch relation {
        case .less: ordering.isLess
        case .lessOrEqual: ordering.isLessOrEqual
        case .greater: ordering.isGreater
        case .greaterOrEqual: ordering.isGreaterOrEqual
        }
    }
}

/// `=`, `!=`, `~` and `!~`.
final class EqualityNode: TruthNode {
    enum Relation: String, Sendable {
        case equal = "Equal"
        case notEqual = "NotEqual"
        case equivalent = "Equivalent"
        case notEquivalent = "NotEquivalent"
    }

    let span: Span
    private let relation: Relation
    private let left: any Node
    private let right: any Node

    init(_ span: Span, _ relation: Relation, _ left: any Node, _ right: any Node) {
        self.span = span
        self.relation = relation
        self.left = left
        self.right = right
    }

    var traceKind: TraceNode.Kind { .comparison(relation.rawValue) }

    var children: [any Node] { [left, right] }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        let first = try machine.value(of: left)
        let second = try machine.value(of: right)
        return switch relation {
        case .equal: machine.operators.equal(first, second)
        case .notEqual: machine.operators.equal(first, second).map { !$0 }
        case .equivalent: machine.operators.equivalent(first, second)
        case .notEquivalent: !machine.operators.equivalent(first, second)
        }
    }
}
