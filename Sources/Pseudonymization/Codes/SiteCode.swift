internal import Cryptography

/// The code of a site: three letters, for example `BCN`.
public struct SiteCode: Hashable, Sendable {
    /// The three letters A to Z.
    public let text: String

    /// Takes a code, as it stands in the protocol's list of sites.
    ///
    /// - Parameter text: Exactly three upper-case letters A to Z.
    /// - Throws: `PseudonymizationError.invalidSiteCode`.
    public init(_ text: String) throws(PseudonymizationError) {
        guard text.utf8.count == 3,
            text.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
        else { throw .invalidSiteCode }
        self.text = text
    }

    /// Makes a code of symbols that are known to be letters.
    init?(symbols: some Sequence<UInt8>) {
        let letters = symbols.compactMap(CodeAlphabet.siteLetter(for:))
        guard letters.count == 3 else { return nil }
        text = String(decoding: letters, as: UTF8.self)
    }

    /// The letters as symbols of the code.
    var symbols: [UInt8] {
        text.utf8.compactMap(CodeAlphabet.symbol(forSiteLetter:))
    }
}

extension SiteCode: Comparable, CustomStringConvertible {
    /// Orders codes alphabetically.
    public static func < (left: SiteCode, right: SiteCode) -> Bool { left.text < right.text }

    /// The three letters.
    public var description: String { text }
}

extension SiteCode: Codable {
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
