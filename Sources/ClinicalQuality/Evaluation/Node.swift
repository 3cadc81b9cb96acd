/// A step of a compiled library: knows its place, and how to find its value.
///
/// Nodes are made once, never change, and are shared by all evaluations. Inside of a node,
/// operands are evaluated through `Machine.value(of:)`, which also records the trace.
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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value

    /// The value as a truth value; nil is null. Nodes with a Boolean result answer this directly,
    /// without the detour over `Value`.
    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool?

    /// Whether the value is null, without the detour over `Value` where that can be.
    func isNull(_ machine: inout Machine) throws(EvaluationError) -> Bool
}

extension Node {
    func decides(at position: Int, _ operand: Bool?, of result: Bool?) -> Bool { true }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        try evaluate(&machine).truth
    }

    func isNull(_ machine: inout Machine) throws(EvaluationError) -> Bool {
        try evaluate(&machine).isNull
    }
}

/// A node whose result is a truth value.
protocol TruthNode: Node {}

extension TruthNode {
    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        Value(try test(&machine))
    }

    func isNull(_ machine: inout Machine) throws(EvaluationError) -> Bool {
        try test(&machine) == nil
    }
}
