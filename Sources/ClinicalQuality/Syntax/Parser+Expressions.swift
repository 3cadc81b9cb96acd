extension Parser {
    /// How tight an operator binds; a greater number binds tighter.
    enum Level {
        static let implies = 1
        static let or = 2
        static let and = 3
        static let membership = 4
        static let equality = 5
        static let timing = 6
        static let inequality = 7
        static let set = 8
        static let between = 10
        static let prefix = 13
        static let type = 14
        static let addition = 20
        static let multiplication = 21
        static let power = 22
    }

    mutating func expression(
        _ minimum: Int = 0
    ) throws(SyntaxError) -> ExpressionSyntax {
        try nested { parser throws(SyntaxError) in
            let start = parser.current.span
            // What ends in a type is no `expressionTerm`, so no arithmetic goes on from it.
            var endsInType = parser.at("cast")
            var left = try parser.prefixed()
            while let next = try parser.extended(
                left,
                from: start,
                minimum: minimum,
                endsInType: &endsInType
            ) {
                left = next
            }
            return left
        }
    }

    /// An operand of an operator that takes an `expressionTerm` of the grammar.
    mutating func termExpression() throws(SyntaxError) -> ExpressionSyntax {
        try expression(Level.addition)
    }

    /// `left` together with the operator that follows it, or nil when none follows that binds at
    /// least as tight as `minimum`.
    private mutating func extended(
        _ left: ExpressionSyntax,
        from start: Span,
        minimum: Int,
        endsInType: inout Bool
    ) throws(SyntaxError) -> ExpressionSyntax? {
        if let (name, level) = binaryOperator(), level >= minimum {
            if endsInType, level >= Level.addition { return nil }
            endsInType = false
            position += 1
            let right = try expression(level + 1)
            return try make(.operation(name, [left, right], precision: nil), from: start)
        }
        guard current.kind == .identifier || current.kind == .number else { return nil }
        if minimum <= Level.type, at("is") || at("as") {
            endsInType = true
            return try typeTest(left, from: start)
        }
        if minimum <= Level.between, at("between") || at("properly", "between") {
            let properly = accept("properly")
            position += 1
            let low = try termExpression()
            try expect("and")
            let high = try termExpression()
            return try make(.between(left, low, high, properly: properly), from: start)
        }
        if minimum <= Level.membership, at("in") || at("contains") {
            let name = advance().text == "in" ? "In" : "Contains"
            let precision = precisionSpecifier()
            let right = try expression(Level.membership + 1)
            return try make(.operation(name, [left, right], precision: precision), from: start)
        }
        if minimum <= Level.timing, let phrase = try timingPhrase() {
            let right = try expression(Level.timing + 1)
            return try make(.timing(phrase, left, right), from: start)
        }
        return nil
    }

    private func binaryOperator() -> (name: String, level: Int)? {
        switch (current.kind, current.text) {
        case (.symbol, "+"): ("Add", Level.addition)
        case (.symbol, "-"): ("Subtract", Level.addition)
        case (.symbol, "&"): ("ConcatenateWithNull", Level.addition)
        case (.symbol, "*"): ("Multiply", Level.multiplication)
        case (.symbol, "/"): ("Divide", Level.multiplication)
        case (.identifier, "div"): ("TruncatedDivide", Level.multiplication)
        case (.identifier, "mod"): ("Modulo", Level.multiplication)
        case (.symbol, "^"): ("Power", Level.power)
        case (.symbol, "|"), (.identifier, "union"): ("Union", Level.set)
        case (.identifier, "intersect"): ("Intersect", Level.set)
        case (.identifier, "except"): ("Except", Level.set)
        case (.symbol, "<"): ("Less", Level.inequality)
        case (.symbol, "<="): ("LessOrEqual", Level.inequality)
        case (.symbol, ">"): ("Greater", Level.inequality)
        case (.symbol, ">="): ("GreaterOrEqual", Level.inequality)
        case (.symbol, "="): ("Equal", Level.equality)
        case (.symbol, "!="): ("NotEqual", Level.equality)
        case (.symbol, "~"): ("Equivalent", Level.equality)
        case (.symbol, "!~"): ("NotEquivalent", Level.equality)
        case (.identifier, "and"): ("And", Level.and)
        case (.identifier, "or"): ("Or", Level.or)
        case (.identifier, "xor"): ("Xor", Level.or)
        case (.identifier, "implies"): ("Implies", Level.implies)
        default: nil
        }
    }

    private mutating func typeTest(
        _ left: ExpressionSyntax,
        from start: Span
    ) throws(SyntaxError) -> ExpressionSyntax {
        if accept("as") {
            return try make(.asType(left, try typeSpecifier(), strict: false), from: start)
        }
        try expect("is")
        let negated = accept("not")
        var name: String?
        if accept("null") {
            name = "IsNull"
        } else if accept("true") {
            name = "IsTrue"
        } else if accept("false") {
            name = "IsFalse"
        }
        guard let name else {
            if negated { throw expected("`null`, `true` or `false`") }
            return try make(.isType(left, try typeSpecifier()), from: start)
        }
        let test = try make(.operation(name, [left], precision: nil), from: start)
        return negated ? try make(.operation("Not", [test], precision: nil), from: start) : test
    }

    /// `day of`, as in `during day of`.
    mutating func precisionSpecifier() -> CalendarUnit? {
        guard peek().isWord("of"), let unit = precision(current, plural: false) else { return nil }
        position += 2
        return unit
    }

    func precision(_ token: Token, plural: Bool) -> CalendarUnit? {
        guard token.kind == .identifier, let unit = CalendarUnit(keyword: token.text) else {
            return nil
        }
        return (token.text == unit.pluralKeyword) == plural ? unit : nil
    }
}
