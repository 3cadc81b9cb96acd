/// An element of the object in a local variable: the most frequent access, without a detour.
final class LocalPropertyNode: Node {
    let span: Span
    private let name: String
    private let slot: Int
    private let type: ClassType
    private let index: Int
    /// The same access as separate steps, for a trace and for objects of a special class.
    private let general: PropertyNode

    init(_ span: Span, name: String, slot: Int, _ type: ClassType, _ general: PropertyNode) {
        self.span = span
        self.name = name
        self.slot = slot
        self.type = type
        index = type.index(of: name) ?? 0
        self.general = general
    }

    var traceKind: TraceNode.Kind { .property(name) }

    var children: [any Node] { [general] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        general.emit(code, into: d)
    }

}
