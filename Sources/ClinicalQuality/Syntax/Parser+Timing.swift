extension Parser {
    /// The timing phrase at the current token, or nil when there is none.
    mutating func timingPhrase() throws(SyntaxError) -> TimingPhrase? {
        let start = current.span
        guard startsTimingPhrase() else { return nil }
        var phrase = TimingPhrase(relation: .starts, span: start)
        if at("starts") || at("ends") || at("occurs") {
            let word = advance().text
            if !startsTimingPhrase() || at("includes") || at("meets") || at("overlaps")
                || at("starts") || at("ends") || at("occurs")
            {
                guard word != "occurs" else { throw expected("a timing phrase after `occurs`") }
                phrase.relation = word == "starts" ? .starts : .ends
                phrase.precision = precisionSpecifier()
                phrase.span = span(from: start)
                return phrase
            }
            phrase.leftBoundary = word == "starts" ? .start : word == "ends" ? .end : nil
        }
        try relation(of: &phrase)
        phrase.span = span(from: start)
        return phrase
    }

    private func startsTimingPhrase() -> Bool {
        if current.kind == .number { return true }
        guard current.kind == .identifier else { return false }
        switch current.text {
        case "same", "properly", "includes", "during", "starts", "ends", "occurs", "before",
            "after", "within", "meets", "overlaps":
            return true
        case "included": return peek().isWord("in")
        case "on": return peek().isWord("or")
        case "less", "more": return peek().isWord("than")
        default: return false
        }
    }

    private mutating func relation(of phrase: inout TimingPhrase) throws(SyntaxError) {
        if accept("same") {
            phrase.precision = precision(current, plural: false)
            if phrase.precision != nil { position += 1 }
            phrase.relation = .same(try sameQualifier())
            phrase.rightBoundary = boundary()
            return
        }
        if accept("meets") {
            phrase.relation = .meets(direction())
            phrase.precision = precisionSpecifier()
            return
        }
        if accept("overlaps") {
            phrase.relation = .overlaps(direction())
            phrase.precision = precisionSpecifier()
            return
        }
        phrase.properly = accept("properly")
        if accept("includes") {
            phrase.relation = .includes
            phrase.precision = precisionSpecifier()
            phrase.rightBoundary = boundary()
        } else if accept("during") || accept("included", "in") {
            phrase.relation = .includedIn
            phrase.precision = precisionSpecifier()
        } else if accept("within") {
            let quantity = try quantity()
            try expect("of")
            phrase.relation = .within(quantity)
            phrase.rightBoundary = boundary()
        } else if phrase.properly {
            throw expected("`includes`, `included in`, `during`, `within` or `between`")
        } else {
            try relative(&phrase)
        }
    }

    private mutating func sameQualifier() throws(SyntaxError) -> TimingPhrase.Direction? {
        if accept("as") { return nil }
        if accept("or", "before") { return .before }
        if accept("or", "after") { return .after }
        throw expected("`as`, `or before` or `or after`")
    }

    private mutating func direction() -> TimingPhrase.Direction? {
        if accept("before") { return .before }
        return accept("after") ? .after : nil
    }

    /// A relation such as `3 days or less before`, `on or after` or `before day of`.
    private mutating func relative(_ phrase: inout TimingPhrase) throws(SyntaxError) {
        if accept("less", "than") {
            phrase.offset = (try quantity(), .lessThan)
        } else if accept("more", "than") {
            phrase.offset = (try quantity(), .moreThan)
        } else if current.kind == .number {
            let quantity = try quantity()
            let kind: TimingPhrase.Offset =
                accept("or", "more") ? .orMore : accept("or", "less") ? .orLess : .exactly
            phrase.offset = (quantity, kind)
        }
        var inclusive = accept("on", "or")
        guard let direction = direction() else { throw expected("`before` or `after`") }
        if !inclusive { inclusive = accept("or", "on") }
        phrase.relation = .relative(direction, inclusive: inclusive)
        phrase.precision = precisionSpecifier()
        phrase.rightBoundary = boundary()
    }

    /// `start` or `end` before the right operand; `start of` belongs to the operand itself.
    private mutating func boundary() -> TimingPhrase.Boundary? {
        guard at("start") || at("end"), startsOperand(peek()) else { return nil }
        return advance().text == "start" ? .start : .end
    }

    private func startsOperand(_ token: Token) -> Bool {
        switch token.kind {
        case .end: false
        case .symbol:
            ["(", "[", "{", "$this", "$index", "$total", "%", "+", "-"].contains(token.text)
        case .identifier:
            isReference(token)
                ? !["div", "mod", "union", "intersect", "except", "xor", "implies"].contains(
                    token.text
                )
                : ["Interval", "if", "case", "convert", "cast", "singleton", "point", "List"]
                    .contains(token.text)
        default: true
        }
    }
}
