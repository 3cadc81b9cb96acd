extension Parser {
    /// A literal, name, call, selector, retrieve, query or parenthesized expression, with the
    /// member accesses and indexers behind it.
    mutating func term() throws(SyntaxError) -> ExpressionSyntax {
        let start = current.span
        // What the grammar lets stand as the source of a query.
        var isSource = atSymbol("[") || atSymbol("(")
        var isPath = isReference(current) && !peek().isSymbol("(")
        var result = try primary()
        while true {
            if atSymbol(".") {
                position += 1
                result = try member(of: result, from: start)
                isSource = false
                if case .call = result.form { isPath = false }
            } else if atSymbol("[") {
                position += 1
                let index = try expression()
                try expectSymbol("]")
                result = try make(
                    .operation("Indexer", [result, index], precision: nil),
                    from: start
                )
                isSource = false
                isPath = false
            } else if atSymbol("{"), isPath, startsElements(), let type = type(named: result) {
                position += 1
                result = try make(.instance(type, try elements()), from: start)
                isPath = false
            } else {
                break
            }
        }
        guard isSource || isPath, startsAlias() else { return result }
        return try query(firstSource: result, from: start)
    }

    func startsAlias() -> Bool {
        guard isPlainIdentifier(current) else { return false }
        guard current.kind == .identifier else { return true }
        switch current.text {
        case "included": return !peek().isWord("in")
        case "on": return !peek().isWord("or")
        case "less", "more": return !peek().isWord("than")
        case "such": return !peek().isWord("that")
        default: return true
        }
    }

    private mutating func member(
        of base: ExpressionSyntax,
        from start: Span
    ) throws(SyntaxError) -> ExpressionSyntax {
        guard current.kind == .identifier || current.kind == .quotedIdentifier else {
            throw expected("a name after `.`")
        }
        let token = current
        if peek().isSymbol("(") {
            position += 2
            let arguments = try arguments()
            return try make(
                .call(
                    qualifier: base,
                    Identifier(name: token.text, span: token.span),
                    arguments
                ),
                from: start
            )
        }
        // `System.Code { … }`: a reserved word that is the name of a type.
        if peek().isSymbol("{"), at("Code") || at("Concept") {
            position += 1
            return try make(
                .member(base, Identifier(name: token.text, span: token.span)),
                from: start
            )
        }
        return try make(.member(base, try reference("an element name")), from: start)
    }

    private mutating func arguments() throws(SyntaxError) -> [ExpressionSyntax] {
        try list(until: ")") { parser throws(SyntaxError) in try parser.expression() }
    }

    private mutating func primary() throws(SyntaxError) -> ExpressionSyntax {
        let start = current.span
        switch current.kind {
        case .string: return try make(.string(advance().text), from: start)
        case .number: return try numeric(from: start)
        case .longNumber: return try make(.long(advance().text), from: start)
        case .date: return try make(.date(advance().text), from: start)
        case .dateTime: return try make(.dateTime(advance().text), from: start)
        case .time: return try make(.time(advance().text), from: start)
        case .symbol: return try symbolic(from: start)
        case .end: throw expected("an expression")
        case .identifier, .quotedIdentifier: break
        }
        if current.kind == .identifier, let selector = try selector(from: start) {
            return selector
        }
        guard isReference(current) else { throw expected("an expression") }
        let token = advance()
        let name = Identifier(name: token.text, span: token.span)
        if acceptSymbol("(") {
            return try make(.call(qualifier: nil, name, try arguments()), from: start)
        }
        return try make(.name(name), from: start)
    }

    private mutating func symbolic(from start: Span) throws(SyntaxError) -> ExpressionSyntax {
        switch current.text {
        case "(":
            position += 1
            let inner = try expression()
            try expectSymbol(")")
            return inner
        case "[": return try retrieve(from: start)
        case "{":
            position += 1
            return try braces(from: start)
        case "$this", "$index", "$total": return try make(.special(advance().text), from: start)
        case "%":
            position += 1
            guard
                current.kind == .identifier || current.kind == .string
                    || current.kind == .quotedIdentifier
            else { throw expected("the name of an external constant") }
            return try make(.external(advance().text), from: start)
        default: throw expected("an expression")
        }
    }

    // MARK: Selectors

    private mutating func selector(from start: Span) throws(SyntaxError) -> ExpressionSyntax? {
        switch current.text {
        case "true", "false": return try make(.boolean(advance().text == "true"), from: start)
        case "null":
            position += 1
            return try make(.null, from: start)
        case "Interval" where peek().isSymbol("[") || peek().isSymbol("("):
            position += 1
            return try interval(from: start)
        case "Tuple":
            position += 1
            try expectSymbol("{")
            return try make(.tuple(try elements()), from: start)
        case "List":
            position += 1
            var type: TypeSyntax?
            if acceptSymbol("<") {
                type = try typeSpecifier()
                try expectSymbol(">")
            }
            try expectSymbol("{")
            return try make(.list(type, try items()), from: start)
        case "Code" where peek().kind == .string:
            return try make(.code(try code()), from: start)
        case "Concept"
        where peek().isSymbol("{") && (peek(2).isWord("Code") || peek(2).isSymbol("}")):
            position += 2
            let codes = try list(until: "}") { parser throws(SyntaxError) in try parser.code() }
            return try make(.concept(codes, display: try display()), from: start)
        case "Code", "Concept":
            guard peek().isSymbol("{") else { return nil }
            let token = advance()
            position += 1
            let name = Identifier(name: token.text, span: token.span)
            return try make(
                .instance(.named(qualifier: nil, name: name), try elements()),
                from: start
            )
        default: return nil
        }
    }

    private mutating func code() throws(SyntaxError) -> CodeSyntax {
        try expect("Code")
        let code = try string("a code in single quotes")
        try expect("from")
        return CodeSyntax(
            code: code,
            system: try qualifiedName("a code system"),
            display: try display()
        )
    }

    private mutating func interval(from start: Span) throws(SyntaxError) -> ExpressionSyntax {
        let lowClosed = advance().text == "["
        let low = try expression()
        try expectSymbol(",")
        let high = try expression()
        guard atSymbol("]") || atSymbol(")") else { throw expected("`]` or `)`") }
        let highClosed = advance().text == "]"
        return try make(
            .interval(low: low, high: high, lowClosed: lowClosed, highClosed: highClosed),
            from: start
        )
    }

    /// What follows `{` without a type: a tuple when it starts with `name:`, else a list.
    private mutating func braces(from start: Span) throws(SyntaxError) -> ExpressionSyntax {
        position -= 1
        let isTuple = startsElements()
        position += 1
        return isTuple
            ? try make(.tuple(try elements()), from: start)
            : try make(.list(nil, try items()), from: start)
    }

    /// Whether the current `{` is followed by `:` or `name:`.
    private func startsElements() -> Bool {
        peek().isSymbol(":") || isReference(peek()) && peek(2).isSymbol(":")
    }

    private mutating func elements() throws(SyntaxError) -> [ElementSyntax] {
        if acceptSymbol(":") {
            try expectSymbol("}")
            return []
        }
        return try list(until: "}") { parser throws(SyntaxError) in
            let name = try parser.reference("an element name")
            try parser.expectSymbol(":")
            return ElementSyntax(name: name, value: try parser.expression())
        }
    }

    private mutating func items() throws(SyntaxError) -> [ExpressionSyntax] {
        try list(until: "}") { parser throws(SyntaxError) in try parser.expression() }
    }

    private func type(named expression: ExpressionSyntax) -> TypeSyntax? {
        switch expression.form {
        case .name(let name): .named(qualifier: nil, name: name)
        case .member(let base, let name):
            switch type(named: base) {
            case .named(nil, let qualifier)?: .named(qualifier: qualifier, name: name)
            case .named(let qualifier?, let middle)?:
                .named(
                    qualifier: qualifier,
                    name: Identifier(
                        name: "\(middle.name).\(name.name)",
                        span: middle.span.joined(name.span)
                    )
                )
            default: nil
            }
        default: nil
        }
    }

    // MARK: Numbers

    private mutating func numeric(from start: Span) throws(SyntaxError) -> ExpressionSyntax {
        if hasUnit() || peek().isSymbol(":") && peek(2).kind == .number {
            let first = try quantity()
            if atSymbol(":"), peek().kind == .number {
                position += 1
                return try make(.ratio(first, try quantity()), from: start)
            }
            return try make(.quantity(first), from: start)
        }
        let text = advance().text
        return try make(text.contains(".") ? .decimal(text) : .integer(text), from: start)
    }

    private func hasUnit() -> Bool {
        peek().kind == .string
            || peek().kind == .identifier && CalendarUnit(keyword: peek().text) != nil
    }

    mutating func quantity() throws(SyntaxError) -> QuantitySyntax {
        let start = current.span
        guard current.kind == .number else { throw expected("a number") }
        let number = advance().text
        var unit = UnitSyntax.none
        if current.kind == .string {
            let token = advance()
            unit = .ucum(token.text, token.span)
        } else if current.kind == .identifier, let calendar = CalendarUnit(keyword: current.text) {
            position += 1
            unit = .calendar(calendar)
        }
        return QuantitySyntax(number: number, unit: unit, span: span(from: start))
    }
}
