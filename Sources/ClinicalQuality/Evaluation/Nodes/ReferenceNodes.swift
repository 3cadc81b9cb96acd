/// A value known when the library was compiled.
final class ConstantNode: Node {
    let span: Span
    let value: Value

    init(_ span: Span, _ value: Value) {
        self.span = span
        self.value = value
    }

    var traceKind: TraceNode.Kind { .literal }

    var children: [any Node] { [] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        code.constant(self)
    }
}

/// An alias, a `let`, an operand of a function, `$this`, `$index` or `$total`.
final class VariableNode: Node {
    let span: Span
    let name: String
    let slot: Int

    init(_ span: Span, name: String, slot: Int) {
        self.span = span
        self.name = name
        self.slot = slot
    }

    var traceKind: TraceNode.Kind { .variable(name) }

    var children: [any Node] { [] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        code.local(slot)
    }
}

/// The value of a definition.
final class DefinitionNode: Node {
    let span: Span
    let name: String
    let index: Int

    init(_ span: Span, name: String, index: Int) {
        self.span = span
        self.name = name
        self.index = index
    }

    var traceKind: TraceNode.Kind { .definition(name) }

    var children: [any Node] { [] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        code.definition(index)
    }
}

/// The value of a parameter.
final class ParameterNode: Node {
    let span: Span
    let name: String
    let index: Int

    init(_ span: Span, name: String, index: Int) {
        self.span = span
        self.name = name
        self.index = index
    }

    var traceKind: TraceNode.Kind { .parameter(name) }

    var children: [any Node] { [] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        code.parameter(index)
    }
}

/// The person whose record is evaluated.
final class SubjectNode: Node {
    let span: Span
    let type: ClassType

    init(_ span: Span, type: ClassType) {
        self.span = span
        self.type = type
    }

    var traceKind: TraceNode.Kind { .subject }

    var children: [any Node] { [] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        code.subject(type)
    }
}

/// A call of a function that a library defines.
final class CallNode: Node {
    let span: Span
    let name: String
    let function: Program.Function
    let arguments: [any Node]

    init(_ span: Span, name: String, _ function: Program.Function, arguments: [any Node]) {
        self.span = span
        self.name = name
        self.function = function
        self.arguments = arguments
    }

    var traceKind: TraceNode.Kind { .call(name) }

    var children: [any Node] { arguments }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        guard code.inlines(self) else { return code.call(function, arguments, into: d) }
        return code.inlining(self) { function.node.emit(code, into: d) }
    }
}
