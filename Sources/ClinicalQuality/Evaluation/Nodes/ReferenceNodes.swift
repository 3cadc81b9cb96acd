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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value { value }
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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        machine[slot]
    }

    func isNull(_ machine: inout Machine) throws(EvaluationError) -> Bool { machine[slot].isNull }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? { machine[slot].truth }
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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        try machine.value(ofDefinition: index)
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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        machine.parameters[index]
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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        guard let subject = machine.record.subject, subject.type.isKind(of: type) else {
            return .null
        }
        if machine.isTracing { machine.recorder.read([subject]) }
        return .instance(subject)
    }
}

/// A call of a function that a library defines.
final class CallNode: Node {
    let span: Span
    let name: String
    let function: Program.Function
    let arguments: [any Node]
    /// For an argument that is a local variable, its slot; else -1.
    let locals: [Int]
    /// Whether all arguments are local variables.
    let isOfLocals: Bool

    init(_ span: Span, name: String, _ function: Program.Function, arguments: [any Node]) {
        self.span = span
        self.name = name
        self.function = function
        self.arguments = arguments
        locals = arguments.map { ($0 as? VariableNode)?.slot ?? -1 }
        isOfLocals = !locals.isEmpty && !locals.contains(-1)
    }

    var traceKind: TraceNode.Kind { .call(name) }

    var children: [any Node] { arguments }

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        try machine.value(of: self)
    }
}
