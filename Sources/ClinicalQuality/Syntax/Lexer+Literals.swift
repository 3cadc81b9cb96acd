extension Lexer {
    mutating func number() -> Token {
        let start = offset
        while byte().isDigit { offset += 1 }
        if byte() == UInt8(ascii: "."), byte(1).isDigit {
            offset += 1
            while byte().isDigit { offset += 1 }
            return token(.number, from: start)
        }
        if byte() == UInt8(ascii: "L"), !byte(1).isLetter, !byte(1).isDigit {
            let digits = source.text(span(from: start))
            offset += 1
            return token(.longNumber, from: start, text: digits)
        }
        return token(.number, from: start)
    }

    mutating func quoted(_ kind: Token.Kind) -> Token {
        let start = offset
        let quote = byte()
        var text: [UInt8] = []
        offset += 1
        while offset < source.bytes.count {
            let current = byte()
            if current == quote {
                offset += 1
                return token(kind, from: start, text: String(decoding: text, as: UTF8.self))
            }
            if current == UInt8(ascii: "\\") {
                escape(into: &text)
            } else {
                text.append(current)
                offset += 1
            }
        }
        report("unterminated-string", "the closing quote is missing", from: start)
        return token(kind, from: start, text: String(decoding: text, as: UTF8.self))
    }

    private mutating func escape(into text: inout [UInt8]) {
        let start = offset
        offset += 2
        switch source.bytes[min(start + 1, source.bytes.count - 1)] {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "f"): text.append(0x0C)
        case let other where "'\"`\\/".utf8.contains(other): text.append(other)
        case UInt8(ascii: "u"): unicodeEscape(from: start, into: &text)
        default:
            offset = min(offset, source.bytes.count)
            report("unknown-escape", "there is no such escape sequence", from: start)
        }
        offset = min(offset, source.bytes.count)
    }

    private mutating func unicodeEscape(from start: Int, into text: inout [UInt8]) {
        guard var scalar = fourHexDigits() else {
            report("unknown-escape", "`\\u` needs four hexadecimal digits", from: start)
            return
        }
        // A scalar outside the basic plane is written as a surrogate pair.
        if (0xD800..<0xDC00).contains(scalar), byte() == UInt8(ascii: "\\"),
            byte(1) == UInt8(ascii: "u")
        {
            offset += 2
            if let low = fourHexDigits(), (0xDC00..<0xE000).contains(low) {
                scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            }
        }
        guard let unicode = Unicode.Scalar(scalar) else {
            report("unknown-escape", "this is half of a surrogate pair", from: start)
            return
        }
        text.append(contentsOf: Array(String(Character(unicode)).utf8))
    }

    private mutating func fourHexDigits() -> UInt32? {
        var value: UInt32 = 0
        for ahead in 0..<4 {
            guard let digit = byte(ahead).hexValue else { return nil }
            value = value << 4 + digit
        }
        offset += 4
        return value
    }

    /// A date, date-time or time literal; the text of the token has no `@`.
    mutating func temporal() -> Token? {
        let start = offset
        offset += 1
        var kind = Token.Kind.date
        if byte() == UInt8(ascii: "T") {
            offset += 1
            kind = .time
            guard clock() else { return malformed(start) }
        } else {
            guard digits(4) else { return malformed(start) }
            if byte() == UInt8(ascii: "-"), byte(1).isDigit, byte(2).isDigit {
                offset += 3
                if byte() == UInt8(ascii: "-"), byte(1).isDigit, byte(2).isDigit { offset += 3 }
            }
            if byte() == UInt8(ascii: "T") {
                offset += 1
                kind = .dateTime
                _ = clock()
                zone()
            }
        }
        if byte().isDigit || byte().isLetter { return malformed(start) }
        let text = source.text(
            Span(file: file, start: UInt32(start + 1), end: UInt32(offset))
        )
        return token(kind, from: start, text: text)
    }

    private mutating func malformed(_ start: Int) -> Token? {
        while byte().isDigit || byte().isLetter { offset += 1 }
        report(
            "malformed-literal",
            "expected a date, date-time or time such as @2026-01-31 or @T14:30",
            from: start
        )
        return token(.date, from: start)
    }

    private mutating func digits(_ count: Int) -> Bool {
        for ahead in 0..<count where !byte(ahead).isDigit { return false }
        offset += count
        return true
    }

    private mutating func clock() -> Bool {
        guard digits(2) else { return false }
        for _ in 0..<2 {
            guard byte() == UInt8(ascii: ":"), byte(1).isDigit, byte(2).isDigit else { return true }
            offset += 3
        }
        if byte() == UInt8(ascii: "."), byte(1).isDigit {
            offset += 1
            while byte().isDigit { offset += 1 }
        }
        return true
    }

    private mutating func zone() {
        if byte() == UInt8(ascii: "Z") {
            offset += 1
        } else if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-"),
            byte(1).isDigit, byte(2).isDigit, byte(3) == UInt8(ascii: ":"), byte(4).isDigit,
            byte(5).isDigit
        {
            offset += 6
        }
    }
}
