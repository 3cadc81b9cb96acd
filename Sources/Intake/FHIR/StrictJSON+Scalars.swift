extension StrictJSON {
    /// Reads a text, a number, `true`, `false` or `null`.
    mutating func readScalar() throws(Flaw) {
        switch next {
        case UInt8(ascii: "\""): try readText()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
        case UInt8(ascii: "t"): try readWord("true")
        case UInt8(ascii: "f"): try readWord("false")
        case UInt8(ascii: "n"): try readWord("null")
        default: throw flaw(.syntax)
        }
    }

    private mutating func readText() throws(Flaw) {
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return
            }
            guard byte >= 0x20 else { throw flaw(.syntax) }
            position += 1
            if byte == UInt8(ascii: "\\") { try readEscape() }
        }
        throw flaw(.syntax)
    }

    private mutating func readEscape() throws(Flaw) {
        switch next {
        case UInt8(ascii: "u"):
            position += 1
            for _ in 0..<4 {
                switch next {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                    UInt8(ascii: "A")...UInt8(ascii: "F"):
                    position += 1
                default: throw flaw(.syntax)
                }
            }
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        default: throw flaw(.syntax)
        }
    }

    private mutating func readNumber() throws(Flaw) {
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try readDigits() }
        if take(UInt8(ascii: ".")) { try readDigits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try readDigits()
        }
    }

    private mutating func readDigits() throws(Flaw) {
        let start = position
        while UInt8(ascii: "0")...UInt8(ascii: "9") ~= next { position += 1 }
        guard position > start else { throw flaw(.syntax) }
    }

    private mutating func readWord(_ word: String) throws(Flaw) {
        let end = position + word.utf8.count
        guard end <= bytes.count, word.utf8.elementsEqual(bytes[position..<end]) else {
            throw flaw(.syntax)
        }
        position = end
    }
}

extension IntakeProblem {
    /// `line 5, column 3` of `bytes`, counted in characters from 1.
    init(_ flaw: StrictJSON.Flaw, in bytes: [UInt8]) {
        var (line, column) = (1, 1)
        for byte in bytes.prefix(flaw.offset) {
            if byte == 0x0A {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        let (message, remedy) = Self.words(flaw.kind)
        self.init(place: "line \(line), column \(column)", message: message, remedy: remedy)
    }

    private static func words(_ kind: StrictJSON.Flaw.Kind) -> (String, String) {
        switch kind {
        case .notUTF8:
            ("this is not UTF-8", "export the file again as FHIR JSON, in UTF-8")
        case .syntax:
            ("this is not valid JSON", "export the file again as FHIR JSON, whole and in UTF-8")
        case .repeatedName:
            (
                "this property stands twice in one object, so nobody knows which one holds",
                "export the file again, each property once"
            )
        case .strangeName:
            (
                "this property's name has characters that no element of FHIR has",
                "name the elements as FHIR R4 does, without escapes"
            )
        case .tooManyNames:
            (
                "this object has more than \(StrictJSON.mostNames) properties",
                "export the file again as FHIR JSON"
            )
        case .tooDeep:
            (
                "this is nested more than \(StrictJSON.deepest) deep",
                "export the file again as FHIR JSON"
            )
        }
    }
}
