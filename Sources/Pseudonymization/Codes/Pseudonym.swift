internal import Cryptography

/// The code under which a subject is known outside the identity vault: `BCN-7K4M-9QXR`.
///
/// Three letters of the site, six random characters (30 bits) and two check characters that cover
/// the whole code, site letters included. It is never a counter and never a function of the person.
public struct Pseudonym: Hashable, Sendable {
    /// The number of random characters.
    private static let randomCount = 6
    private static let symbolCount = 3 + randomCount + 2

    /// The site that enrolled the subject.
    public let site: SiteCode
    /// The code as it is printed, for example `BCN-7K4M-9QXR`.
    public let text: String

    /// Draws a code.
    ///
    /// - Parameters:
    ///   - site: The enrolling site.
    ///   - randomBytes: Gives as many random bytes as it is asked for. While the code is taken
    ///     already, the caller draws again.
    /// - Throws: `PseudonymizationError.tooFewRandomBytes`, or `.cryptographyFailed` when the
    ///   source throws.
    public init(
        site: SiteCode,
        randomBytes: (Int) throws -> [UInt8]
    ) throws(PseudonymizationError) {
        let bytes: [UInt8]
        do {
            bytes = try randomBytes(Self.randomCount)
        } catch {
            throw .cryptographyFailed
        }
        guard bytes.count >= Self.randomCount else { throw .tooFewRandomBytes }
        // 32 divides 256: five bits of each byte are uniformly distributed.
        let random = bytes.prefix(Self.randomCount).map { $0 & 31 }
        self.init(site: site, symbols: CheckCharacters.appended(to: site.symbols + random))
    }

    /// Reads a typed code, in any case and with any spaces and hyphens.
    ///
    /// Nothing is corrected; only the look-alikes O, I and L, which the alphabet does not have,
    /// are read as 0 and 1.
    ///
    /// - Parameter typed: What was typed.
    /// - Throws: `PseudonymizationError.malformedPseudonym` or `.checkFailed`.
    public init(_ typed: String) throws(PseudonymizationError) {
        let read = Self.symbols(of: typed)
        let symbols = read.compactMap { $0 }
        guard symbols.count == Self.symbolCount, read.count == symbols.count,
            let site = SiteCode(symbols: symbols.prefix(3))
        else { throw .malformedPseudonym }
        guard CheckCharacters.hold(for: symbols) else { throw .checkFailed }
        self.init(site: site, symbols: symbols)
    }

    private init(site: SiteCode, symbols: [UInt8]) {
        self.site = site
        let characters = symbols.dropFirst(3).map(CodeAlphabet.character(for:))
        let first = String(decoding: characters.prefix(4), as: UTF8.self)
        let second = String(decoding: characters.dropFirst(4), as: UTF8.self)
        text = "\(site.text)-\(first)-\(second)"
    }

    private static func symbols(of typed: String) -> [UInt8?] {
        CodeAlphabet.typedCharacters(typed).enumerated().map { position, character in
            position < 3
                ? CodeAlphabet.symbol(forSiteLetter: character)
                : CodeAlphabet.symbol(for: character)
        }
    }

    /// The only valid code that differs from a wrong one in exactly one character.
    ///
    /// It is a suggestion to be shown to a person, who compares it with the original; the program
    /// must not apply it, because two wrong characters can look like one.
    ///
    /// - Parameter typed: What was typed.
    /// - Returns: The code, or nil when there is none or nothing is wrong.
    public static func suggestion(for typed: String) -> Pseudonym? {
        let read = symbols(of: typed)
        guard read.count == symbolCount, let word = CheckCharacters.nearest(to: read),
            let site = SiteCode(symbols: word.prefix(3))
        else { return nil }
        return Pseudonym(site: site, symbols: word)
    }
}

extension Pseudonym: Comparable, CustomStringConvertible {
    /// Orders codes by their texts.
    public static func < (left: Pseudonym, right: Pseudonym) -> Bool { left.text < right.text }

    /// The code as it is printed.
    public var description: String { text }
}

extension Pseudonym: Codable {
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
