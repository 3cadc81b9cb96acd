/// A part of a query that is the same for every row: evaluated once and remembered.
final class InvariantNode: Node {
    private let inner: any Node
    private let cell: Int

    init(_ inner: any Node, cell: Int) {
        self.inner = inner
        self.cell = cell
    }

    var span: Span { inner.span }

    var traceKind: TraceNode.Kind { inner.traceKind }

    var children: [any Node] { [inner] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        code.kept(inner, in: cell)
    }
}

extension Node {
    /// Whether the value can differ from row to row or from call to call.
    var dependsOnLocals: Bool {
        if self is VariableNode { return true }
        return children.contains { $0.dependsOnLocals }
    }

    /// Whether remembering the value costs less than finding it again.
    var isWorthRemembering: Bool {
        switch self {
        case is ConstantNode, is ParameterNode, is DefinitionNode, is SubjectNode,
            is InvariantNode, is QueryNode, is RetrieveNode:
            false
        default: true
        }
    }
}
