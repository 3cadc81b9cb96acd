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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value

    /// The value as a truth value; nil is null. Nodes with a Boolean result answer this directly,
    /// without the detour over `Value`.
    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool?
}

extension Node {
    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        try evaluate(&machine).truth
    }
}

/// A node whose result is a truth value.
protocol TruthNode: Node {}

extension TruthNode {
    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        Value(try test(&machine))
    }
}
