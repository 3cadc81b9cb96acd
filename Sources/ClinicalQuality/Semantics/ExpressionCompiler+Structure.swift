extension ExpressionCompiler {
    /// `Children` and `Descendents`: the elements of a value, whatever its type.
    func structural(_ name: String, _ operands: [Typed], _ span: Span) -> Typed? {
        guard name == "Children" || name == "Descendents" || name == "Descendants",
            operands.count == 1
        else { return nil }
        return Typed(
            DescendantsNode(span, operands[0].node, isDeep: name != "Children"),
            .list(.any)
        )
    }
}
