/// A step of a compiled library: knows its place, and how to find its value.
///
/// Nodes are made once, never change, and are shared by all evaluations. They are what is read to
/// reason about a library and its traces; what runs are the instructions that they emit (`MachineCode`).
protocol Node: AnyObject, Sendable {
    var span: Span { get }

    /// How the node shows in a trace.
    var traceKind: TraceNode.Kind { get }

    /// The nodes that this one evaluates.
    var children: [any Node] { get }

    /// Whether an operand, the one at `position`, decides that the whole is `result`.
    ///
    /// The whole is decided by the parts that alone force its value; when there is none, as in a
    /// true `and`, by all. An unknown `and` is decided by its unknown parts.
    func decides(at position: Int, _ operand: Bool?, of result: Bool?) -> Bool

    /// Emits what finds the value, and tells in which register it is then: `d`, or one that holds
    /// it anyway. `d` is not used by anything else.
    ///
    /// Operands are emitted through `CodeBuilder.value`, which also has them recorded in a trace.
    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register
}

extension Node {
    func decides(at position: Int, _ operand: Bool?, of result: Bool?) -> Bool { true }

    /// Emits one instruction for operands that are values.
    func emit(
        _ code: CodeBuilder,
        _ operation: Opcode,
        _ d: CodeBuilder.Register,
        _ operand: any Node,
        _ c: Int = 0,
        flag: UInt8 = 0
    ) -> CodeBuilder.Register {
        code.emit(operation, d, code.value(operand), 0, c, flag: flag)
        return d
    }

    /// The same for two operands.
    func emit(
        _ code: CodeBuilder,
        _ operation: Opcode,
        _ d: CodeBuilder.Register,
        _ left: any Node,
        _ right: any Node,
        _ c: Int = 0,
        flag: UInt8 = 0
    ) -> CodeBuilder.Register {
        let first = code.value(left)
        let second = code.value(right)
        code.emit(operation, d, first, second, c, flag: flag)
        return d
    }
}
