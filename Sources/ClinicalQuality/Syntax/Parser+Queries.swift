extension Parser {
    /// `[context -> Type: path in terminology]`.
    mutating func retrieve(from start: Span) throws(SyntaxError) -> ExpressionSyntax {
        try expectSymbol("[")
        var context: ExpressionSyntax?
        let mark = position
        if isReference(current) {
            let candidate = try term()
            if acceptSymbol("->") { context = candidate } else { position = mark }
        }
        let type = try namedType()
        var path: [Identifier]?
        var comparator: String?
        var terminology: ExpressionSyntax?
        if acceptSymbol(":") {
            (path, comparator) = codeComparator()
            terminology = try expression()
        }
        try expectSymbol("]")
        return try make(
            .retrieve(
                RetrieveSyntax(
                    context: context,
                    type: type,
                    path: path,
                    comparator: comparator,
                    terminology: terminology
                )
            ),
            from: start
        )
    }

    /// `code in`, when the text goes on like that; else the terminology stands alone.
    private mutating func codeComparator() -> (path: [Identifier]?, comparator: String?) {
        let mark = position
        var path: [Identifier] = []
        while isReference(current) {
            path.append(Identifier(name: current.text, span: current.span))
            position += 1
            if !acceptSymbol(".") { break }
        }
        if !path.isEmpty, at("in") || atSymbol("=") || atSymbol("~") {
            return (path, advance().text)
        }
        position = mark
        return (nil, nil)
    }

    /// A query whose first source has been read (without its alias), or, after `from`, has not.
    mutating func query(
        firstSource: ExpressionSyntax?,
        from start: Span
    ) throws(SyntaxError) -> ExpressionSyntax {
        var query = QuerySyntax(sources: [])
        if let firstSource {
            query.sources = [
                SourceSyntax(expression: firstSource, alias: try declaredName("an alias"))
            ]
        } else {
            repeat { query.sources.append(try aliasedSource()) } while acceptSymbol(",")
        }
        if accept("let") {
            repeat {
                let name = try declaredName("a name")
                try expectSymbol(":")
                query.lets.append(ElementSyntax(name: name, value: try expression()))
            } while acceptSymbol(",")
        }
        while at("with") || at("without") {
            let isExclusion = advance().text == "without"
            let source = try aliasedSource()
            guard accept("such", "that") else { throw expected("`such that`") }
            query.inclusions.append(
                InclusionSyntax(
                    isExclusion: isExclusion,
                    source: source,
                    condition: try expression()
                )
            )
        }
        if accept("where") { query.condition = try expression() }
        if at("aggregate") {
            query.aggregate = try aggregate()
        } else if accept("return") {
            let all = accept("all")
            if !all { _ = accept("distinct") }
            query.result = ResultSyntax(distinct: !all, expression: try expression())
        }
        if at("sort") { query.sort = try sort() }
        return try make(.query(query), from: start)
    }

    private mutating func aliasedSource() throws(SyntaxError) -> SourceSyntax {
        let start = current.span
        var expression: ExpressionSyntax
        if atSymbol("[") {
            expression = try retrieve(from: start)
        } else if acceptSymbol("(") {
            expression = try self.expression()
            try expectSymbol(")")
        } else {
            expression = try make(.name(try reference("the source of a query")), from: start)
            while acceptSymbol(".") {
                expression = try make(
                    .member(expression, try reference("an element name")),
                    from: start
                )
            }
        }
        return SourceSyntax(expression: expression, alias: try declaredName("an alias"))
    }

    private mutating func aggregate() throws(SyntaxError) -> AggregateSyntax {
        position += 1
        let distinct = !accept("all") && accept("distinct")
        let name = try declaredName("a name")
        var starting: ExpressionSyntax?
        if accept("starting") {
            let start = current.span
            if acceptSymbol("(") {
                starting = try expression()
                try expectSymbol(")")
            } else if current.kind == .string {
                starting = try make(.string(advance().text), from: start)
            } else {
                starting = try startingNumber(from: start)
            }
        }
        try expectSymbol(":")
        return AggregateSyntax(
            distinct: distinct,
            name: name,
            starting: starting,
            expression: try expression()
        )
    }

    /// A number or quantity; a colon behind it ends the clause and makes no ratio.
    private mutating func startingNumber(
        from start: Span
    ) throws(SyntaxError) -> ExpressionSyntax {
        if current.kind == .longNumber { return try make(.long(advance().text), from: start) }
        let quantity = try quantity()
        if case .none = quantity.unit {
            let isDecimal = quantity.number.contains(".")
            return try make(
                isDecimal ? .decimal(quantity.number) : .integer(quantity.number),
                from: start
            )
        }
        return try make(.quantity(quantity), from: start)
    }

    private mutating func sort() throws(SyntaxError) -> SortSyntax {
        let start = current.span
        position += 1
        if let descending = sortDirection() {
            return SortSyntax(items: [
                SortSyntax.Item(key: .element, descending: descending, span: span(from: start))
            ])
        }
        try expect("by")
        var items: [SortSyntax.Item] = []
        repeat {
            let start = current.span
            let key = try termExpression()
            items.append(
                SortSyntax.Item(
                    key: .expression(key),
                    descending: sortDirection() ?? false,
                    span: span(from: start)
                )
            )
        } while acceptSymbol(",")
        return SortSyntax(items: items)
    }

    private mutating func sortDirection() -> Bool? {
        if accept("asc") || accept("ascending") { return false }
        return accept("desc") || accept("descending") ? true : nil
    }
}
