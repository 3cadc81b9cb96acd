extension Parser {
    /// A prefix operator with its operand, or a term.
    mutating func prefixed() throws(SyntaxError) -> ExpressionSyntax {
        let start = current.span
        if current.kind == .symbol {
            if atSymbol("-") || atSymbol("+") {
                let negative = advance().text == "-"
                if let literal = try negativeLiteral(negative, from: start) { return literal }
                let operand = try tightOperand()
                guard negative else { return operand }
                return try make(.operation("Negate", [operand], precision: nil), from: start)
            }
            return try term()
        }
        guard current.kind == .identifier else { return try term() }
        if let expression = try keywordExpression(from: start) { return expression }
        if let expression = try rangeOperator(from: start) { return expression }
        return try term()
    }

    /// The operand of a prefix operator that binds tighter than any infix one.
    mutating func tightOperand() throws(SyntaxError) -> ExpressionSyntax {
        try nested { parser throws(SyntaxError) in try parser.prefixed() }
    }

    /// `-2147483648` is a literal, since `2147483648` alone is none.
    private mutating func negativeLiteral(
        _ negative: Bool,
        from start: Span
    ) throws(SyntaxError) -> ExpressionSyntax? {
        guard negative else { return nil }
        let follower = peek()
        guard !follower.isSymbol("."), !follower.isSymbol("["), follower.kind != .string,
            !follower.isSymbol(":"), CalendarUnit(keyword: follower.text) == nil
        else { return nil }
        if current.kind == .number, !current.text.contains(".") {
            return try make(.integer("-" + advance().text), from: start)
        }
        if current.kind == .longNumber {
            return try make(.long("-" + advance().text), from: start)
        }
        return nil
    }

    private mutating func operation(
        _ name: String,
        _ operands: [ExpressionSyntax],
        _ precision: CalendarUnit? = nil,
        from start: Span
    ) throws(SyntaxError) -> ExpressionSyntax {
        try make(.operation(name, operands, precision: precision), from: start)
    }

    private mutating func keywordExpression(
        from start: Span
    ) throws(SyntaxError) -> ExpressionSyntax? {
        switch current.text {
        case "not":
            position += 1
            return try operation("Not", [try expression(Level.prefix)], from: start)
        case "exists":
            position += 1
            return try operation("Exists", [try expression(Level.prefix)], from: start)
        case "cast":
            position += 1
            let operand = try expression(Level.addition)
            try expect("as")
            return try make(.asType(operand, try typeSpecifier(), strict: true), from: start)
        case "distinct", "flatten":
            let name = advance().text == "distinct" ? "Distinct" : "Flatten"
            return try operation(name, [try expression()], from: start)
        case "expand", "collapse":
            return try setAggregate(from: start)
        case "if":
            position += 1
            let condition = try expression()
            try expect("then")
            let then = try expression()
            try expect("else")
            return try make(.conditional(condition, then, try expression()), from: start)
        case "case": return try selection(from: start)
        case "convert": return try conversion(from: start)
        case "from":
            position += 1
            return try query(firstSource: nil, from: start)
        case "minimum", "maximum":
            let minimum = advance().text == "minimum"
            return try make(.extent(minimum: minimum, try namedType()), from: start)
        default: return nil
        }
    }

    /// Operators written with `of`, `from` or `between`; their first words name elements, too.
    private mutating func rangeOperator(
        from start: Span
    ) throws(SyntaxError) -> ExpressionSyntax? {
        let word = current.text
        if peek().isWord("of"), let name = Self.ofOperators[word] {
            position += 2
            return try operation(name, [try tightOperand()], from: start)
        }
        if peek().isWord("from") {
            if let name = Self.fromOperators[word] {
                position += 2
                return try operation(name, [try tightOperand()], from: start)
            }
            if let unit = precision(current, plural: false) {
                position += 2
                return try operation(
                    "DateTimeComponentFrom",
                    [try tightOperand()],
                    unit,
                    from: start
                )
            }
        }
        if peek().isWord("between"), let unit = precision(current, plural: true) {
            position += 1
            return try durationBetween("DurationBetween", unit, from: start)
        }
        if at("duration", "in") || at("difference", "in") {
            let name = advance().text == "duration" ? "DurationBetween" : "DifferenceBetween"
            position += 1
            guard let unit = precision(current, plural: true) else {
                throw expected("a unit in the plural such as `days`")
            }
            position += 1
            if accept("of") {
                let operand = try tightOperand()
                let low = try operation("Start", [operand], from: start)
                let high = try operation("End", [operand], from: start)
                return try operation(name, [low, high], unit, from: start)
            }
            return try durationBetween(name, unit, from: start)
        }
        return nil
    }

    private static let ofOperators = [
        "start": "Start", "end": "End", "width": "Width", "successor": "Successor",
        "predecessor": "Predecessor",
    ]

    private static let fromOperators = [
        "singleton": "SingletonFrom", "point": "PointFrom", "date": "DateFrom",
        "time": "TimeFrom", "timezoneoffset": "TimezoneOffsetFrom",
        // The keyword of CQL 1.3.
        "timezone": "TimezoneOffsetFrom",
    ]

    private mutating func durationBetween(
        _ name: String,
        _ unit: CalendarUnit,
        from start: Span
    ) throws(SyntaxError) -> ExpressionSyntax {
        try expect("between")
        let low = try termExpression()
        try expect("and")
        return try operation(name, [low, try termExpression()], unit, from: start)
    }

    private mutating func setAggregate(from start: Span) throws(SyntaxError) -> ExpressionSyntax {
        let name = advance().text == "expand" ? "Expand" : "Collapse"
        let operand = try expression()
        var per: PerSyntax?
        if accept("per") {
            if let unit = precision(current, plural: false), !peek().isWord("from") {
                position += 1
                per = .unit(unit)
            } else {
                per = .expression(try expression())
            }
        }
        return try make(.setAggregate(name, operand, per: per), from: start)
    }

    private mutating func selection(from start: Span) throws(SyntaxError) -> ExpressionSyntax {
        position += 1
        let comparand = at("when") ? nil : try expression()
        var cases: [CaseSyntax] = []
        while accept("when") {
            let condition = try expression()
            try expect("then")
            cases.append(CaseSyntax(when: condition, then: try expression()))
        }
        guard !cases.isEmpty else { throw expected("`when`") }
        try expect("else")
        let otherwise = try expression()
        try expect("end")
        return try make(.selection(comparand, cases, otherwise), from: start)
    }

    private mutating func conversion(from start: Span) throws(SyntaxError) -> ExpressionSyntax {
        position += 1
        let operand = try expression()
        try expect("to")
        if current.kind == .string {
            return try make(.convertUnit(operand, advance().text), from: start)
        }
        if let unit = CalendarUnit(keyword: current.text), current.kind == .identifier {
            position += 1
            return try make(.convertUnit(operand, unit.keyword), from: start)
        }
        return try make(.convert(operand, try typeSpecifier()), from: start)
    }
}
