/// The characters of codes, and how typed characters are read.
///
/// The alphabet is Crockford's base 32: the ten digits and the letters without I, L, O and U. Of
/// the look-alikes 0/O and 1/I/L only the digit exists, so a typed O, I or L can only mean the
/// digit and is read as it. No 32 characters can avoid every look-alike: 5/S, 2/Z, 8/B and V/Y
/// remain, each confusion of which is a one-character error and found by the check characters.
///
/// The letters of the site are names, not random, so they may be any of A to Z. There O, I, L and U
/// take symbols that in the rest of the code belong to digits.
enum CodeAlphabet {
    private static let characters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    /// In the site's letters, these have the symbols 0 to 3.
    private static let siteOnlyLetters = Array("OILU".utf8)

    /// The printed character of a symbol from 0 to 31.
    static func character(for symbol: UInt8) -> UInt8 {
        characters[Int(symbol)]
    }

    /// The symbol of an upper-case character, with the look-alikes read as digits.
    static func symbol(for character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "O"): 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): 1
        default: characters.firstIndex(of: character).map { UInt8($0) }
        }
    }

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

    /// The upper-case characters of a typed code, without what only separates or is invisible.
    ///
    /// A character that belongs to no code is kept as a question mark, so that the length is right.
    static func typedCharacters(_ text: String) -> [UInt8] {
        text.unicodeScalars.compactMap { scalar in
            let properties = scalar.properties
            if properties.isWhitespace || properties.isDash
                || properties.isDefaultIgnorableCodePoint
                || properties.isBidiControl
            {
                return nil
            }
            if properties.numericType == .decimal, let digit = properties.numericValue {
                return UInt8(ascii: "0") + UInt8(digit)
            }
            guard scalar.isASCII else { return UInt8(ascii: "?") }
            let byte = UInt8(scalar.value)
            return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 32 : byte
        }
    }
}
