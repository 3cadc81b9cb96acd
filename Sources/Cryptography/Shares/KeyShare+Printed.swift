extension KeyShare {
    /// The lines that carry the bytes.
    static let lineCount = 6
    private static let symbolsPerLine = 18
    private static let groupSize = 4

    /// The share as it is printed: four lines for people, then six lines that carry it.
    ///
    /// Each of the six begins with its number and has 18 symbols of 5 bits, the first bit first, and
    /// two check characters over the number and the symbols, in groups of four characters of the
    /// code alphabet (Crockford's base 32). The last four bits are zero. The check characters find
    /// every error in one or two characters of a line, and an exchange of two lines.
    ///
    /// - Parameters:
    ///   - trial: The identifier of the trial.
    ///   - key: The name of the key.
    /// - Returns: ASCII text; whoever prints it may not keep it.
    /// - Throws: `CryptographyError.shares(.ofAnotherKey)` when it is not the share of that key.
    public borrowing func printed(
        trial: String,
        key: KeyIdentifier
    ) throws(CryptographyError) -> SecretBytes {
        guard belongs(to: key, of: trial) else { throw .shares(.ofAnotherKey) }
        let head = """
            milenari key share \(number) of \(count); any \(threshold) of them recover the key
            trial \(trial)
            key \(key.text)
            set \(setIdentifier)

            """
        let bytes = encoded()
        let headSize = head.utf8.count
        let groups = (Self.symbolsPerLine + 2) / Self.groupSize
        let lineSize = 2 + groups * (Self.groupSize + 1)
        return SecretBytes(count: headSize + Self.lineCount * lineSize) { output in
            for (index, character) in head.utf8.enumerated() { output[index] = character }
            for line in 0..<Self.lineCount {
                let word = Self.word(line, of: bytes)
                let start = headSize + line * lineSize
                output[start] = UInt8(ascii: "1") + UInt8(line)
                output[start + 1] = UInt8(ascii: " ")
                word.withSpan { word in
                    for index in 1..<word.count {
                        let offset = (index - 1) + (index - 1) / Self.groupSize
                        let end = (index - 1) % Self.groupSize == Self.groupSize - 1
                        output[start + 2 + offset] = CodeAlphabet.character(for: word[index])
                        if end { output[start + 3 + offset] = UInt8(ascii: "-") }
                    }
                }
                output[start + lineSize - 1] = UInt8(ascii: "\n")
            }
        }
    }

    /// Reads a share as it was printed or typed again, in any case, with any spaces and hyphens.
    ///
    /// Lines that do not begin with a digit from 1 to 6 are for people and are passed over.
    ///
    /// - Parameter printed: The text.
    /// - Throws: `CryptographyError.shares(.wrongCharacters(line:))`, `.shares(.wrongLines)` when
    ///   one is missing or twice, `.malformed`, `.unsupportedVersion`, or `.shares(.wrongDigest)`.
    public init(printed: borrowing SecretBytes) throws(CryptographyError) {
        let bytes = try printed.withSpan { text throws(CryptographyError) in
            try SecretBytes(count: Self.size) { output throws(CryptographyError) in
                var lines = PrintedLines()
                for line in 0..<Self.lineCount {
                    let word = try lines.next(
                        in: text,
                        number: line + 1,
                        symbols: Self.symbolsPerLine + 2
                    )
                    try Self.write(word, line, into: &output)
                }
                guard lines.isAtEnd(of: text) else { throw .shares(.wrongLines) }
            }
        }
        try self.init(encoded: bytes)
    }

    /// The number of a line, its symbols and its check symbols.
    private static func word(_ line: Int, of bytes: borrowing SecretBytes) -> SecretBytes {
        SecretBytes(count: symbolsPerLine + 3) { word in
            word[0] = UInt8(line + 1)
            bytes.withSpan { bytes in
                for index in 0..<symbolsPerLine {
                    var symbol: UInt8 = 0
                    for bit in 0..<5 {
                        let place = (line * symbolsPerLine + index) * 5 + bit
                        let value =
                            place / 8 < bytes.count
                            ? bytes[place / 8] >> UInt8(7 - place % 8) & 1 : 0
                        symbol = symbol << 1 | value
                    }
                    word[index + 1] = symbol
                }
            }
            let checks = CheckCharacters.checks(of: word.span.extracting(0..<symbolsPerLine + 1))
            word[symbolsPerLine + 1] = checks.first
            word[symbolsPerLine + 2] = checks.second
        }
    }

    /// Puts the symbols of a line where their bits belong.
    private static func write(
        _ word: borrowing SecretBytes,
        _ line: Int,
        into output: inout MutableSpan<UInt8>
    ) throws(CryptographyError) {
        let size = output.count
        var excess: UInt8 = 0
        word.withSpan { word in
            for index in 0..<symbolsPerLine {
                for bit in 0..<5 {
                    let place = (line * symbolsPerLine + index) * 5 + bit
                    let value = word[index + 1] >> UInt8(4 - bit) & 1
                    if place / 8 < size {
                        output[place / 8] |= value << UInt8(7 - place % 8)
                    } else {
                        excess |= value
                    }
                }
            }
        }
        guard excess == 0 else { throw .malformed("key share") }
    }
}
