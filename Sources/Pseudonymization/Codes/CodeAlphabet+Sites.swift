internal import Cryptography

/// The letters of a site are names, not random, so they may be any of A to Z. There O, I, L and U
/// take symbols that in the rest of the code belong to digits.
extension CodeAlphabet {
    /// In the site's letters, these have the symbols 0 to 3.
    private static let siteOnlyLetters = Array("OILU".utf8)

    /// The symbol of a letter of a site code.
    static func symbol(forSiteLetter letter: UInt8) -> UInt8? {
        guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) else { return nil }
        return siteOnlyLetters.firstIndex(of: letter).map { UInt8($0) } ?? symbol(for: letter)
    }

    /// The letter of a site code that has this symbol; nil when there is none.
    static func siteLetter(for symbol: UInt8) -> UInt8? {
        if Int(symbol) < siteOnlyLetters.count { return siteOnlyLetters[Int(symbol)] }
        return symbol < 10 ? nil : character(for: symbol)
    }
}
