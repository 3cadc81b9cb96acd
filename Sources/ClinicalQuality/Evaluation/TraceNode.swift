/// What happened when an expression was evaluated: its value, and how it came about.
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

    /// What the expression is.
    public let kind: Kind
    /// The place of the expression in the library.
    public let location: SourceLocation
    /// The value; `.null` when the evaluation failed.
    public let value: Value
    /// Why there is no value, when the evaluation failed here.
    public let error: EvaluationError?
    /// What was evaluated to get the value, in the order of evaluation.
    public let children: [TraceNode]
    /// Whether its value decided the value of its parent: the operand of `and` that is false, the
    /// operand of `or` that is true, every operand of any other operator.
    public let isDecisive: Bool
    /// The objects of the record that this expression itself read.
    public let resources: [Instance]
    /// Whether `children` was left out because the whole trace would have been too large.
    public let isCut: Bool
    /// The number of nodes in the tree, shared ones counted each time.
    let size: Int
    /// The number of the local variable that this expression is; the operands of a function come
    /// first.
    let slot: Int?

    init(
        kind: Kind,
        location: SourceLocation,
        value: Value,
        error: EvaluationError? = nil,
        children: [TraceNode] = [],
        isDecisive: Bool = true,
        resources: [Instance] = [],
        isCut: Bool = false,
        slot: Int? = nil
    ) {
        self.kind = kind
        self.location = location
        self.value = value
        self.error = error
        self.children = children
        self.isDecisive = isDecisive
        self.resources = resources
        self.isCut = isCut
        size = children.reduce(1) { $0 + $1.size }
        self.slot = slot
    }
}
