/// A recursive-descent parser of CQL 1.5.
///
/// Source: CQL 1.5, appendix I (grammar), with the technical correction FHIR-48757 that lets
/// `union`, `intersect` and `except` bind tighter than comparisons.
struct Parser {
    static let maximumDepth = 250

    let tokens: [Token]
    var position = 0
    var nesting = 0
    var problems: [SyntaxError]

    init(_ source: SourceText, file: UInt16) {
        (tokens, problems) = Lexer.tokens(of: source, file: file)
    }

    var current: Token { tokens[position] }

    func peek(_ ahead: Int = 1) -> Token { tokens[min(position + ahead, tokens.count - 1)] }

    var previousSpan: Span { position > 0 ? tokens[position - 1].span : current.span }

    mutating func advance() -> Token {
        let token = current
        if position < tokens.count - 1 { position += 1 }
        return token
    }

    func span(from start: Span) -> Span { start.joined(previousSpan) }

    func at(_ word: String) -> Bool { current.isWord(word) }
    func at(_ first: String, _ second: String) -> Bool { at(first) && peek().isWord(second) }
    func atSymbol(_ symbol: String) -> Bool { current.isSymbol(symbol) }

    mutating func accept(_ word: String) -> Bool {
        guard at(word) else { return false }
        position += 1
        return true
    }

    mutating func accept(_ first: String, _ second: String) -> Bool {
        guard at(first, second) else { return false }
        position += 2
        return true
    }

    mutating func acceptSymbol(_ symbol: String) -> Bool {
        guard atSymbol(symbol) else { return false }
        position += 1
        return true
    }

    mutating func expect(_ word: String) throws(SyntaxError) {
        guard accept(word) else { throw expected("`\(word)`") }
    }

    mutating func expectSymbol(_ symbol: String) throws(SyntaxError) {
        guard acceptSymbol(symbol) else { throw expected("`\(symbol)`") }
    }

    mutating func string(_ what: String) throws(SyntaxError) -> String {
        guard current.kind == .string else { throw expected(what) }
        return advance().text
    }

    func expected(_ what: String) -> SyntaxError {
        SyntaxError(
            rule: "syntax",
            message: "expected \(what), found \(current.shown)",
            span: current.span
        )
    }

    /// Runs `body` one level deeper, and refuses a text that nests without end.
    mutating func nested<Result>(
        _ body: (inout Parser) throws(SyntaxError) -> Result
    ) throws(SyntaxError) -> Result {
        guard nesting < Self.maximumDepth else { throw tooDeep(current.span) }
        nesting += 1
        defer { nesting -= 1 }
        return try body(&self)
    }

    func tooDeep(_ span: Span) -> SyntaxError {
        SyntaxError(
            rule: "nesting-too-deep",
            message: "the expression nests more than \(Self.maximumDepth) levels deep",
            span: span
        )
    }

    /// Mutating, so that `self` is read after the arguments, which move the position, are made.
    mutating func make(
        _ form: ExpressionSyntax.Form,
        from start: Span
    ) throws(SyntaxError) -> ExpressionSyntax {
        let expression = ExpressionSyntax(form, span(from: start))
        guard expression.depth <= Self.maximumDepth else { throw tooDeep(start) }
        return expression
    }

    // MARK: Identifiers

    /// A name that is being declared: no keyword, except in quotes.
    mutating func declaredName(_ what: String) throws(SyntaxError) -> Identifier {
        guard isPlainIdentifier(current) else {
            if current.kind == .identifier {
                throw SyntaxError(
                    rule: "reserved-word",
                    message: "`\(current.text)` is a keyword; as \(what) it needs quotes",
                    span: current.span
                )
            }
            throw expected(what)
        }
        let token = advance()
        return Identifier(name: token.text, span: token.span)
    }

    func isPlainIdentifier(_ token: Token) -> Bool {
        token.kind == .quotedIdentifier
            || token.kind == .identifier && !Keyword.reserved.contains(token.text)
                && !Keyword.contextual.contains(token.text)
    }

    func isReference(_ token: Token) -> Bool {
        token.kind == .quotedIdentifier
            || token.kind == .identifier && !Keyword.reserved.contains(token.text)
                && !(token.span == current.span && startsStatement)
    }

    /// Whether the current token begins a statement: first on its line, followed by a name.
    ///
    /// Such a word could be the name of an element, too, but then an unfinished expression would
    /// swallow the statement behind it.
    private var startsStatement: Bool {
        current.startsLine && Keyword.statementStarts.contains(current.text)
            && (peek().kind == .identifier || peek().kind == .quotedIdentifier)
            && !["is", "as", "and", "or", "in"].contains(peek().text)
    }

    /// A name that is being used; keywords without ambiguity are allowed.
    mutating func reference(_ what: String) throws(SyntaxError) -> Identifier {
        guard isReference(current) else { throw expected(what) }
        let token = advance()
        return Identifier(name: token.text, span: token.span)
    }

    mutating func qualifiedName(_ what: String) throws(SyntaxError) -> QualifiedName {
        let first = try reference(what)
        guard acceptSymbol(".") else { return QualifiedName(qualifier: nil, identifier: first) }
        return QualifiedName(qualifier: first, identifier: try reference(what))
    }
}
