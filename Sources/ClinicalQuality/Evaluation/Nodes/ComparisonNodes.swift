/// `<`, `<=`, `>` and `>=` without precision: a direct call instead of one through the table.
final class OrderNode: Node {
    enum Relation: String, Sendable {
        case less = "Less"
        case lessOrEqual = "LessOrEqual"
        case greater = "Greater"
        case greaterOrEqual = "GreaterOrEqual"

        var flag: UInt8 {
            switch self {
            case .less: 0
            case .lessOrEqual: 1
            case .greater: 2
            case .greaterOrEqual: 3
            }
        }
    }

    let span: Span
    let relation: Relation
    let left: any Node
    let right: any Node

    init(_ span: Span, _ relation: Relation, _ left: any Node, _ right: any Node) {
        self.span = span
        self.relation = relation
        self.left = left
        self.right = right
    }

    var traceKind: TraceNode.Kind { .comparison(relation.rawValue) }

    var children: [any Node] { [left, right] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        emit(code, .order, d, left, right, flag: relation.flag)
    }
}

/// `=`, `!=`, `~` and `!~`.
final class EqualityNode: Node {
    enum Relation: String, Sendable {
        case equal = "Equal"
        case notEqual = "NotEqual"
        case equivalent = "Equivalent"
        case notEquivalent = "NotEquivalent"

        var flag: UInt8 {
            switch self {
            case .equal: 0
            case .notEqual: 1
            case .equivalent: 2
            case .notEquivalent: 3
            }
        }
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

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        emit(code, .equality, d, left, right, flag: relation.flag)
    }
}
