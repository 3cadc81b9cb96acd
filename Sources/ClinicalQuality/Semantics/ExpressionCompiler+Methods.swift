extension ExpressionCompiler {
    /// Methods of FHIRPath that take an expression about each element: `where`, `select`, `all`,
    /// `exists`.
    ///
    /// Source: CQL 1.5, appendix J ("FHIRPath Function Translation").
    func pathMethod(
        of base: Typed,
        _ name: String,
        _ arguments: [ExpressionSyntax],
        _ span: Span
    ) throws(Reported) -> Typed? {
        guard case .list(let element) = base.type, arguments.count == 1,
            ["where", "select", "all", "exists"].contains(name)
        else { return nil }
        return try inScope { () throws(Reported) -> Typed in
            let slot = declare("$this", element, unit: base.unit)
            let row = Local(slot: slot, type: element)
            let argument = try inScope(implicit: row) { () throws(Reported) -> Typed in
                try compile(arguments[0])
            }
            let source = QueryNode.Source(
                name: "$this",
                node: base.node,
                slot: slot,
                isList: true
            )
            func rows(_ condition: (any Node)?, _ result: QueryNode.Result) -> QueryNode {
                QueryNode(
                    span,
                    QueryNode.Plan(
                        sources: [source],
                        lets: [],
                        inclusions: [],
                        condition: condition,
                        result: result,
                        sort: nil,
                        isList: true
                    )
                )
            }
            if name == "select" {
                return Typed(
                    rows(nil, .expression(argument.node, distinct: false)),
                    .list(argument.type)
                )
            }
            let test = try convert(argument, to: .boolean, for: "the condition")
            if name == "all" {
                let values = Typed(
                    rows(nil, .expression(test.node, distinct: false)),
                    .list(.boolean)
                )
                return try apply(operatorNamed: "AllTrue", to: [values], nil, span)
            }
            let filtered = Typed(
                rows(test.node, .row(names: ["$this"], slots: [slot])),
                base.type,
                unit: base.unit
            )
            if name == "where" { return filtered }
            return try apply(operatorNamed: "Exists", to: [filtered], nil, span)
        }
    }
}
