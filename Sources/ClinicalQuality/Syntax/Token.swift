/// A lexical element of CQL.
///
/// Keywords are bare identifiers: where a word is a keyword depends on its place, so the parser
/// decides.
struct Token: Sendable {
    enum Kind: Sendable, Hashable {
        case identifier
        case quotedIdentifier
        case string
        case number
        case longNumber
        case date
        case dateTime
        case time
        case symbol
        case end
    }

    let kind: Kind
    /// The characters, without quotes and with escapes resolved.
    let text: String
    let span: Span
    let startsLine: Bool

    func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }
    func isWord(_ word: String) -> Bool { kind == .identifier && text == word }

    /// How the token is shown in a message.
    var shown: String {
        switch kind {
        case .end: "the end of the text"
        case .string: "'\(text.prefix(40))'"
        case .quotedIdentifier: "\"\(text.prefix(40))\""
        default: "`\(text.prefix(40))`"
        }
    }
}

/// A syntax error, before it gets its place as line and column.
struct SyntaxError: Error {
    let rule: String
    let message: String
    let span: Span
}
