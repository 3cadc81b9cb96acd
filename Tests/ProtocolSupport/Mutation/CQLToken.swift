import ClinicalQuality

/// A piece of a CQL text: what a mutation replaces.
///
/// A reader of its own, so that the mutants do not depend on the lexer that reads them afterwards.
struct CQLToken: Sendable {
    enum Kind: Sendable {
        case number
        /// `'…'`
        case text
        /// `"…"`
        case name
        case word
        case symbol
    }

    let kind: Kind
    /// As written, quotes included.
    let text: String
    /// The place among the scalars of the file.
    let range: Range<Int>
    /// From 1.
    let line: Int
    /// From 1, counted in scalars.
    let column: Int

    /// The tokens of `text` without comments and blanks.
    static func all(in text: String) -> [CQLToken] {
        var reader = CQLTokenReader(Array(text.unicodeScalars))
        return reader.tokens()
    }

    /// Whether it stands in `location`.
    func isIn(_ location: SourceLocation) -> Bool {
        (location.line, location.column) <= (line, column)
            && (line, column) < (location.endLine, location.endColumn)
    }
}

private struct CQLTokenReader {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var line = 1
    private var column = 1

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    mutating func tokens() -> [CQLToken] {
        var tokens: [CQLToken] = []
        while place < scalars.count {
            if skipBlank() { continue }
            let (start, line, column) = (place, self.line, self.column)
            let kind = read()
            let text = String(String.UnicodeScalarView(scalars[start..<place]))
            tokens.append(
                CQLToken(
                    kind: kind,
                    text: text,
                    range: start..<place,
                    line: line,
                    column: column
                )
            )
        }
        return tokens
    }

    private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
        place + offset < scalars.count ? scalars[place + offset] : nil
    }

    private mutating func advance() {
        if scalars[place] == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
        place += 1
    }

    private mutating func skipBlank() -> Bool {
        guard let first = peek() else { return false }
        if first.properties.isWhitespace {
            advance()
            return true
        }
        if first == "/", peek(1) == "/" {
            while let next = peek(), next != "\n" { advance() }
            return true
        }
        if first == "/", peek(1) == "*" {
            while let next = peek(), !(next == "*" && peek(1) == "/") { advance() }
            advance()
            advance()
            return true
        }
        return false
    }

    private mutating func read() -> CQLToken.Kind {
        guard let first = peek() else { return .symbol }
        switch first {
        case "'", "\"":
            advance()
            while let next = peek(), next != first {
                if next == "\\" { advance() }
                advance()
            }
            advance()
            return first == "'" ? .text : .name
        case "0"..."9":
            while let next = peek(), isDigit(next) || next == "." && isDigit(peek(1)) { advance() }
            return .number
        case _ where isLetter(first):
            while let next = peek(), isLetter(next) || isDigit(next) { advance() }
            return .word
        default:
            let isPair = [["<", "="], [">", "="], ["!", "="], ["!", "~"]]
                .contains([first, peek(1) ?? " "])
            advance()
            if isPair { advance() }
            return .symbol
        }
    }

    private func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { ("0"..."9").contains($0) } ?? false
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
}
