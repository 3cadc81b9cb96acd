/// What happened when an expression was evaluated: its value, and how it came about.
///
/// A view of what was recorded: reading one part does not make the others.
public struct TraceNode: Sendable {
    /// What an evaluated expression is.
    public enum Kind: Sendable, Hashable {
        case definition(String)
        case parameter(String)
        /// `And`, `Or`, `Xor`, `Implies`, `Not`, `Exists`, `IsNull`, …
        case logical(String)
        /// `Equal`, `Less`, `In`, `Before`, …
        case comparison(String)
        /// Any other operator or function of CQL itself.
        case operation(String)
        /// A function of a library.
        case call(String)
        case literal
        case property(String)
        case variable(String)
        case conversion
        case conditional
        case selector
        case subject
        /// The name of the class and the names of the codes that were asked for.
        case retrieve(type: String, codes: String?)
        case query
        /// One row of a query.
        case row
    }

    let segment: TraceSegment
    let index: Int
    /// Whether its value decided the value of its parent: the operand of `and` that is false, the
    /// operand of `or` that is true, every operand of any other operator.
    public let isDecisive: Bool
    /// Whether `children` was left out because the whole trace would have been too large.
    public let isCut: Bool

    /// The expression at `index`; one that was evaluated before stands where it was.
    init(_ segment: TraceSegment, _ index: Int, isDecisive: Bool = true) {
        var index = index
        while let link = segment.content.entries[index].link { index = link }
        self.segment = segment
        self.index = index
        self.isDecisive = isDecisive
        isCut = segment.content.entries[index].isCut
    }

    private var node: any Node { segment.node(at: index) }

    var entry: TraceSegment.Entry { segment.content.entries[index] }

    /// What the expression is.
    public var kind: Kind { isRow ? .row : segment.code.kinds[entry.node] }

    /// Whether this is one row of a query.
    var isRow: Bool { segment.content.entries[index].isRow }

    /// Whether this is a call of `Message` with all its operands.
    var isMessage: Bool { node is MessageNode }

    /// The place of the expression in the library.
    public var location: SourceLocation { segment.program.location(node.span) }

    /// The value; `.null` when the evaluation failed.
    public var value: Value { segment.heap.value(entry.value) }

    /// The value as a truth value, without the detour over `value`.
    var truth: Bool? { entry.value.truth }

    /// The value as an object.
    var instance: Instance? { segment.heap.anyInstance(entry.value) }

    /// Whether the value is null.
    var isNull: Bool { entry.value.isNull }

    /// Why there is no value, when the evaluation failed here.
    public var error: EvaluationError? {
        segment.content.errors.isEmpty ? nil : segment.content.errors[index]
    }

    /// The objects of the record that this expression itself read.
    public var resources: [Instance] { segment.instances(at: index) }

    /// The number of the local variable that this expression is; the operands of a function come
    /// first.
    var slot: Int? { (node as? VariableNode)?.slot }

    /// What was evaluated to get the value, in the order of evaluation.
    public var children: [TraceNode] {
        var children: [TraceNode] = []
        forEachChild { children.append($0) }
        return children
    }

    func forEachChild(_ body: (TraceNode) -> Void) {
        guard !isCut else { return }
        let entries = segment.content.entries
        let (node, result) = (self.node, entries[index].value.truth)
        let isRow = entries[index].isRow
        var next = index + 1
        var position = 0
        while next < Int(entries[index].end) {
            let part = entries[next].value.truth
            let decides = isRow || node.decides(at: position, part, of: result)
            body(TraceNode(segment, next, isDecisive: decides))
            next = Int(entries[next].end)
            position += 1
        }
    }
}
