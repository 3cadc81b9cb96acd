/// Finds the lines of a printed share that carry it, one after the other.
struct PrintedLines {
    /// Where the next line of the text begins.
    private var position = 0

    /// Reads the next line that begins with a digit from 1 to 6.
    ///
    /// - Parameters:
    ///   - text: The whole text, always the same.
    ///   - number: The number with which the line has to begin.
    ///   - symbols: How many symbols follow it.
    /// - Returns: The number and the symbols, which agree with their check symbols.
    /// - Throws: `CryptographyError.shares(.wrongLines)` for another number or none, and
    ///   `.shares(.wrongCharacters(line:))` for another count, a character outside of the alphabet,
    ///   or one that does not agree.
    mutating func next(
        in text: Span<UInt8>,
        number: Int,
        symbols: Int
    ) throws(CryptographyError) -> SecretBytes {
        guard let line = nextLine(in: text), text[line.lowerBound] == Self.digit(number) else {
            throw .shares(.wrongLines)
        }
        var count = 0
        var isReadable = true
        let word = SecretBytes(count: symbols + 1) { word in
            word[0] = UInt8(number)
            for index in line.dropFirst() where !Self.separates(text[index]) {
                count += 1
                guard count <= symbols else { continue }
                let symbol = CodeAlphabet.symbol(for: Self.upperCased(text[index]))
                isReadable = isReadable && symbol != nil
                word[count] = symbol ?? 0
            }
        }
        guard count == symbols, isReadable, word.withSpan({ CheckCharacters.hold(for: $0) }) else {
            throw .shares(.wrongCharacters(line: number))
        }
        return word
    }

    /// Whether no line that carries anything is left.
    mutating func isAtEnd(of text: Span<UInt8>) -> Bool {
        nextLine(in: text) == nil
    }

    /// The next line from its digit on, without its end.
    private mutating func nextLine(in text: Span<UInt8>) -> Range<Int>? {
        while position < text.count {
            var start = position
            var end = position
            while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
            position = end + 1
            while start < end, Self.separates(text[start]) { start += 1 }
            if start < end, (Self.digit(1)...Self.digit(KeyShare.lineCount)).contains(text[start]) {
                return start..<end
            }
        }
        return nil
    }

    private static func digit(_ number: Int) -> UInt8 {
        UInt8(ascii: "0") + UInt8(number)
    }

    private static func separates(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
        default: false
        }
    }

    private static func upperCased(_ character: UInt8) -> UInt8 {
        let isLower = character &- UInt8(ascii: "a") < 26
        return character &- (isLower ? 32 : 0)
    }
}
