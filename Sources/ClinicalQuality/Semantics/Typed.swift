/// A compiled expression: what to evaluate, and what is known about the result.
struct Typed {
    let node: any Node
    let type: DataType
    /// The unit of the quantity or of the quantities in it, where the text tells.
    var unit: QuantityUnit?

    init(_ node: any Node, _ type: DataType, unit: QuantityUnit? = nil) {
        self.node = node
        self.type = type
        self.unit = unit
    }

    /// The value, when it is known already.
    var constant: Value? { (node as? ConstantNode)?.value }

    var isNullLiteral: Bool { constant?.isNull == true && type == .any }
}
