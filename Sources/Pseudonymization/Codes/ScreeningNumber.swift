internal import Cryptography

/// The number under which a site screens a candidate: `S-BCN-0001-K7`.
///
/// It counts up within the site and is no secret. Its two check characters cover the letters of the
/// site and the digits. The number has at least four digits, and no leading zeros beyond those.
public struct ScreeningNumber: Hashable, Sendable {
    /// The check characters count six digits, the missing ones as zeros.
    private static let digitCount = 6
    private static let fewestDigits = 4
    private static let marker = UInt8(ascii: "S")

    /// The site that screens.
    public let site: SiteCode
    /// The number within the site, from 1 to 999,999.
    public let number: Int
    /// The screening number as it is printed, for example `S-BCN-0001-K7`.
    public let text: String

    /// Makes a screening number.
    ///
    /// - Parameters:
    ///   - site: The site that screens.
    ///   - number: The number within the site, from 1 to 999,999.
    /// - Throws: `PseudonymizationError.numberOutOfRange`.
    public init(site: SiteCode, number: Int) throws(PseudonymizationError) {
        guard (1...999_999).contains(number) else { throw .numberOutOfRange }
        self.site = site
        self.number = number
        let digits = Self.digits(number, count: Self.digitCount)
        let word = CheckCharacters.appended(to: site.symbols + digits)
        let leadingZeros = digits.prefix { $0 == 0 }.count
        let printed =
            digits.dropFirst(min(leadingZeros, Self.digitCount - Self.fewestDigits))
            .map(CodeAlphabet.character(for:))
        let checks = word.suffix(2).map(CodeAlphabet.character(for:))
        text =
            "S-\(site.text)-\(String(decoding: printed, as: UTF8.self))"
            + "-\(String(decoding: checks, as: UTF8.self))"
    }

    /// Reads a typed screening number, in any case and with any spaces and hyphens.
    ///
    /// - Parameter typed: What was typed.
    /// - Throws: `PseudonymizationError.malformedScreeningNumber` or `.checkFailed`.
    public init(_ typed: String) throws(PseudonymizationError) {
        let read = Self.symbols(of: typed)
        let symbols = read.compactMap { $0 }
        guard !symbols.isEmpty, symbols.count == read.count else {
            throw .malformedScreeningNumber
        }
        guard CheckCharacters.hold(for: symbols) else { throw .checkFailed }
        guard let number = Self.number(of: symbols),
            number.text.utf8.count == CodeAlphabet.typedCharacters(typed).count + 3
        else { throw .malformedScreeningNumber }
        self = number
    }

    /// The only valid screening number that differs from a wrong one in exactly one character.
    ///
    /// It is a suggestion to be shown to a person; the program must not apply it.
    ///
    /// - Parameter typed: What was typed.
    /// - Returns: The screening number, or nil when there is none or nothing is wrong.
    public static func suggestion(for typed: String) -> ScreeningNumber? {
        let read = symbols(of: typed)
        guard !read.isEmpty, let word = CheckCharacters.nearest(to: read),
            let number = number(of: word),
            number.text.utf8.count == CodeAlphabet.typedCharacters(typed).count + 3
        else { return nil }
        return number
    }

    /// Site, six digits and two check symbols; empty when the form is wrong.
    private static func symbols(of typed: String) -> [UInt8?] {
        let characters = CodeAlphabet.typedCharacters(typed)
        let digits = characters.count - 6
        guard (fewestDigits...digitCount).contains(digits), characters.first == marker else {
            return []
        }
        let site = characters[1..<4].map(CodeAlphabet.symbol(forSiteLetter:))
        let missing = [UInt8?](repeating: 0, count: digitCount - digits)
        let number = characters[4..<4 + digits].map { character in
            CodeAlphabet.symbol(for: character).flatMap { $0 < 10 ? $0 : nil }
        }
        return site + missing + number + characters.suffix(2).map(CodeAlphabet.symbol(for:))
    }

    private static func number(of symbols: [UInt8]) -> ScreeningNumber? {
        let digits = symbols.dropFirst(3).dropLast(2)
        guard let site = SiteCode(symbols: symbols.prefix(3)), digits.allSatisfy({ $0 < 10 }) else {
            return nil
        }
        return try? ScreeningNumber(site: site, number: digits.reduce(0) { $0 * 10 + Int($1) })
    }

    private static func digits(_ number: Int, count: Int) -> [UInt8] {
        var digits = [UInt8](repeating: 0, count: count)
        var rest = number
        for position in digits.indices.reversed() {
            digits[position] = UInt8(rest % 10)
            rest /= 10
        }
        return digits
    }
}

extension ScreeningNumber: Comparable, CustomStringConvertible {
    /// Orders screening numbers by site, then by number.
    public static func < (left: ScreeningNumber, right: ScreeningNumber) -> Bool {
        (left.site, left.number) < (right.site, right.number)
    }

    /// The screening number as it is printed.
    public var description: String { text }
}

extension ScreeningNumber: Codable {
    /// Reads the text, through the same check as `init(_:)`.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
