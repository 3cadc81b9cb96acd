/// Reads a case-sensitive UCUM term (UCUM, sections 2 to 10) from left to right.
///
/// It keeps no stack but a count of open parentheses, and refuses what no unit needs: more than
/// 1,000 bytes, 200 nested parentheses, exponents of more than 4 digits. Beyond the letter of the
/// grammar it allows an annotation after a number (`1{tablet}`), as the functional tests do, and
/// after a closing parenthesis.
struct UnitParser {
    static let maximumLength = 1_000
    static let maximumDepth = 200

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0
    private var tokens: [UnitToken] = []

    /// The tokens of `code`; throws the first error from the left.
    static func tokens(of code: String) throws(UnitError) -> [UnitToken] {
        guard code.utf8.count <= maximumLength else { throw .tooLong }
        var parser = UnitParser(bytes: Array(code.utf8))
        try parser.parse()
        return parser.tokens
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func parse() throws(UnitError) {
        if next == UInt8(ascii: "/") {
            tokens.append(.over)
            position += 1
        }
        repeat {
            while next == UInt8(ascii: "(") { try open() }
            try parseComponent()
            while next == UInt8(ascii: ")") { try close() }
        } while try parseOperator()
        guard depth == 0 else { throw .syntax(at: position, expected: "')'") }
    }

    private mutating func open() throws(UnitError) {
        guard depth < Self.maximumDepth else { throw .tooDeep(at: position) }
        depth += 1
        tokens.append(.open)
        position += 1
    }

    private mutating func close() throws(UnitError) {
        guard depth > 0 else { throw .syntax(at: position, expected: "an operator or the end") }
        depth -= 1
        tokens.append(.close)
        position += 1
        if next == UInt8(ascii: "{") { try skipAnnotation() }
    }

    private mutating func parseOperator() throws(UnitError) -> Bool {
        switch next {
        case nil: return false
        case UInt8(ascii: "."): tokens.append(.times)
        case UInt8(ascii: "/"): tokens.append(.over)
        default: throw .syntax(at: position, expected: "an operator or the end")
        }
        position += 1
        return true
    }

    private mutating func parseComponent() throws(UnitError) {
        if next == UInt8(ascii: "{") {
            try skipAnnotation()
            tokens.append(.annotation)
            return
        }
        let start = position
        try skipSymbol()
        guard position > start else { throw .syntax(at: position, expected: "a unit") }
        let symbol = bytes[start..<position]
        // Digits at the end of a symbol are its exponent: no atom ends with a digit.
        let stem = symbol.trimmingDigits
        if stem.isEmpty {
            tokens.append(.number(try number(symbol, at: start)))
        } else {
            try appendUnit(stem: stem, exponentDigits: symbol[stem.endIndex...])
        }
        if next == UInt8(ascii: "{") { try skipAnnotation() }
    }

    private func number(_ digits: ArraySlice<UInt8>, at place: Int) throws(UnitError) -> UInt64 {
        var value: UInt64 = 0
        for digit in digits {
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = shifted.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
            if overflow || carry { throw .overflow }
            value = sum
        }
        guard value > 0 else { throw .syntax(at: place, expected: "a positive number") }
        return value
    }

    private mutating func appendUnit(
        stem: ArraySlice<UInt8>,
        exponentDigits: ArraySlice<UInt8>
    ) throws(UnitError) {
        let place = stem.startIndex..<stem.endIndex
        guard let (prefix, atom) = UnitTable.shared.resolve(String(decoding: stem, as: UTF8.self))
        else {
            let whole = bytes[place.lowerBound..<position]
            throw .unknownAtom(at: place.lowerBound..<position, suggestion: suggestion(for: whole))
        }
        if prefix != nil && !atom.isMetric {
            throw .notMetric(atom: atom.code, at: place.lowerBound)
        }
        let exponent = try parseExponent(exponentDigits)
        tokens.append(.unit(prefix: prefix, atom: atom, exponent: exponent))
    }

    /// The exponent: digits that ended the symbol, or a sign and digits after it, or 1.
    private mutating func parseExponent(_ attached: ArraySlice<UInt8>) throws(UnitError) -> Int {
        var digits = attached
        var negative = false
        if digits.isEmpty, let sign = next, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            negative = sign == UInt8(ascii: "-")
            position += 1
            digits = bytes[position...].prefix { $0.isDigit }
            guard !digits.isEmpty else { throw .syntax(at: position, expected: "an exponent") }
            position += digits.count
        }
        if digits.isEmpty { return 1 }
        guard digits.count <= 4 else { throw .overflow }
        let magnitude = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return negative ? -magnitude : magnitude
    }

    private mutating func skipAnnotation() throws(UnitError) {
        position += 1
        while let byte = next, byte != UInt8(ascii: "}") {
            guard 33...126 ~= byte, byte != UInt8(ascii: "{") else {
                throw .syntax(at: position, expected: "a character of an annotation")
            }
            position += 1
        }
        guard next != nil else { throw .syntax(at: position, expected: "'}'") }
        position += 1
    }

    /// Moves behind the characters of one unit symbol, brackets included.
    private mutating func skipSymbol() throws(UnitError) {
        while let byte = next {
            if byte == UInt8(ascii: "[") {
                try skipBracket()
            } else if byte.isSymbol {
                position += 1
            } else {
                return
            }
        }
    }

    private mutating func skipBracket() throws(UnitError) {
        position += 1
        while let byte = next, byte != UInt8(ascii: "]") {
            guard 33...126 ~= byte, byte != UInt8(ascii: "[") else {
                throw .syntax(at: position, expected: "']'")
            }
            position += 1
        }
        guard next != nil else { throw .syntax(at: position, expected: "']'") }
        position += 1
    }

    private func suggestion(for symbol: ArraySlice<UInt8>) -> String? {
        UnitSuggestion.code(near: String(decoding: symbol, as: UTF8.self))
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

    /// Whether it can stand in a unit symbol outside of square brackets (UCUM, section 3).
    fileprivate var isSymbol: Bool {
        switch self {
        case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "="),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            false
        default:
            33...126 ~= self
        }
    }
}

extension ArraySlice<UInt8> {
    /// The slice without the digits at its end.
    fileprivate var trimmingDigits: ArraySlice<UInt8> {
        var slice = self
        while let last = slice.last, last.isDigit { slice.removeLast() }
        return slice
    }
}
