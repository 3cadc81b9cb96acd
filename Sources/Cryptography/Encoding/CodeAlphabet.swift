/// The characters of codes, and how typed characters are read.
///
/// The alphabet is Crockford's base 32: the ten digits and the letters without I, L, O and U. Of
/// the look-alikes 0/O and 1/I/L only the digit exists, so a typed O, I or L can only mean the
/// digit and is read as it. No 32 characters can avoid every look-alike: 5/S, 2/Z, 8/B and V/Y
/// remain, each confusion of which is a one-character error and found by the check characters.
///
/// Reading and writing take the same time for all symbols, because those of a key share are secret.
package enum CodeAlphabet {
    private static let characters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The printed character of a symbol from 0 to 31.
    package static func character(for symbol: UInt8) -> UInt8 {
        var found: UInt8 = 0
        for index in characters.indices {
            found |= characters[index] & mask(UInt8(index), symbol)
        }
        return found
    }

    /// The symbol of an upper-case character, with the look-alikes read as digits.
    package static func symbol(for character: UInt8) -> UInt8? {
        var symbol: UInt8 = 0
        var isKnown: UInt8 = 0
        for index in characters.indices {
            let hit = mask(characters[index], character)
            symbol |= UInt8(index) & hit
            isKnown |= hit
        }
        let zero = mask(UInt8(ascii: "O"), character)
        let one = mask(UInt8(ascii: "I"), character) | mask(UInt8(ascii: "L"), character)
        symbol |= one & 1
        isKnown |= zero | one
        return isKnown == 0 ? nil : symbol
    }

    /// All ones when the two are the same, else zero.
    private static func mask(_ left: UInt8, _ right: UInt8) -> UInt8 {
        let difference = UInt16(left ^ right)
        return UInt8(truncatingIfNeeded: (difference &- 1) >> 8)
    }

    /// The upper-case characters of a typed code, without what only separates or is invisible.
    ///
    /// A character that belongs to no code is kept as a question mark, so that the length is right.
    package static func typedCharacters(_ text: String) -> [UInt8] {
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
