/// Cuts a library text into tokens.
struct Lexer {
    let source: SourceText
    let file: UInt16
    var offset = 0
    var problems: [SyntaxError] = []
    private var startsLine = true

    init(_ source: SourceText, file: UInt16) {
        self.source = source
        self.file = file
        if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    /// All tokens, the last of which is `.end`; what is no token is reported and passed over.
    static func tokens(of source: SourceText, file: UInt16) -> ([Token], [SyntaxError]) {
        var lexer = Lexer(source, file: file)
        var tokens: [Token] = []
        while true {
            // Nobody reads more problems than these.
            if lexer.problems.count > Compilation.mostProblems {
                lexer.offset = source.bytes.count
            }
            guard let token = lexer.next() else { continue }
            tokens.append(token)
            if token.kind == .end { return (tokens, lexer.problems) }
        }
    }

    func byte(_ ahead: Int = 0) -> UInt8 {
        offset + ahead < source.bytes.count ? source.bytes[offset + ahead] : 0
    }

    func span(from start: Int) -> Span {
        Span(file: file, start: UInt32(start), end: UInt32(offset))
    }

    mutating func token(_ kind: Token.Kind, from start: Int, text: String? = nil) -> Token {
        let span = span(from: start)
        let token = Token(
            kind: kind,
            text: text ?? source.text(span),
            span: span,
            startsLine: startsLine
        )
        startsLine = false
        return token
    }

    mutating func report(_ rule: String, _ message: String, from start: Int) {
        problems.append(SyntaxError(rule: rule, message: message, span: span(from: start)))
    }

    /// The next token, or nil when something that is no token was passed over.
    private mutating func next() -> Token? {
        skipSpace()
        let start = offset
        guard offset < source.bytes.count else { return token(.end, from: start, text: "") }
        let first = byte()
        if first.isLetter {
            repeat { offset += 1 } while byte().isLetter || byte().isDigit
            return token(.identifier, from: start)
        }
        if first.isDigit { return number() }
        switch first {
        case UInt8(ascii: "'"): return quoted(.string)
        case UInt8(ascii: "\""), UInt8(ascii: "`"): return quoted(.quotedIdentifier)
        case UInt8(ascii: "@"): return temporal()
        case UInt8(ascii: "$"):
            repeat { offset += 1 } while byte().isLetter
            return token(.symbol, from: start)
        default: return symbol()
        }
    }

    private mutating func skipSpace() {
        while offset < source.bytes.count {
            switch byte() {
            case UInt8(ascii: "\n"):
                startsLine = true
                offset += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                offset += 1
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                while offset < source.bytes.count, byte() != UInt8(ascii: "\n") { offset += 1 }
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
                skipComment()
            default: return
            }
        }
    }

    private mutating func skipComment() {
        let start = offset
        offset += 2
        while offset < source.bytes.count {
            if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
                offset += 2
                return
            }
            if byte() == UInt8(ascii: "\n") { startsLine = true }
            offset += 1
        }
        report("unterminated-comment", "this comment has no end (`*/`)", from: start)
    }

    private mutating func symbol() -> Token? {
        let start = offset
        let pair = String(
            decoding: source.bytes[start..<min(start + 2, source.bytes.count)],
            as: UTF8.self
        )
        if ["<=", ">=", "!=", "!~", "->"].contains(pair) {
            offset += 2
            return token(.symbol, from: start)
        }
        offset += 1
        if "<>=~+-*/^&|()[]{},:.%".utf8.contains(source.bytes[start]) {
            return token(.symbol, from: start)
        }
        while byte() & 0xC0 == 0x80 { offset += 1 }
        report(
            "unexpected-character",
            "the character `\(source.text(span(from: start)))` has no place here",
            from: start
        )
        return nil
    }
}

extension UInt8 {
    var isLetter: Bool {
        (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) || self == 0x5F
    }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var hexValue: UInt32? {
        switch self {
        case 0x30...0x39: UInt32(self - 0x30)
        case 0x41...0x46: UInt32(self - 0x41 + 10)
        case 0x61...0x66: UInt32(self - 0x61 + 10)
        default: nil
        }
    }
}
