/// Two check symbols over GF(32): a shortened Reed–Solomon code with minimum distance 3.
///
/// A code word `s[0] … s[n-1]`, first character first, satisfies
/// `Σ s[i] = 0` and `Σ s[i] α^(n-1-i) = 0` in GF(2⁵) with `α⁵ = α² + 1`; its last two symbols are
/// the check symbols. Any two different code words differ in at least three symbols, for every
/// `n ≤ 31`. So every error in one or two characters is found, an exchange of any two characters
/// among them, and a word with one wrong character has exactly one code word next to it.
/// (Faldum and Pommerening, "An optimal code for patient identifiers", 2005.)
///
/// Making and checking take the same time for all symbols, because those of a key share are secret.
package enum CheckCharacters {
    /// The powers of α, from exponent 0 to 30.
    private static let powers: [UInt8] = {
        var powers: [UInt8] = [1]
        while powers.count < 31, let last = powers.last {
            powers.append(timesAlpha(last))
        }
        return powers
    }()

    private static let logarithms: [Int] = {
        var logarithms = [Int](repeating: 0, count: 32)
        for (exponent, power) in powers.enumerated() {
            logarithms[Int(power)] = exponent
        }
        return logarithms
    }()

    /// 1/(1 + α) is α¹³, since 1 + α is α¹⁸.
    private static let inverseExponent = 13

    private static func timesAlpha(_ symbol: UInt8) -> UInt8 {
        let doubled = symbol << 1
        return doubled ^ ((doubled >> 5) &* 0b100101)
    }

    /// The two sums that are zero for a code word.
    private static func sums(_ symbols: Span<UInt8>) -> (plain: UInt8, weighted: UInt8) {
        var plain: UInt8 = 0
        var weighted: UInt8 = 0
        for index in symbols.indices {
            plain ^= symbols[index]
            weighted = timesAlpha(weighted) ^ symbols[index]
        }
        return (plain, weighted)
    }

    /// Whether the symbols are a code word.
    package static func hold(for symbols: Span<UInt8>) -> Bool {
        let (plain, weighted) = sums(symbols)
        return plain | weighted == 0
    }

    /// Whether the symbols are a code word.
    package static func hold(for symbols: [UInt8]) -> Bool {
        hold(for: symbols.span)
    }

    /// The two check symbols of a word.
    package static func checks(of symbols: Span<UInt8>) -> (first: UInt8, second: UInt8) {
        // With check symbols c₁ α + c₀: c₁ + c₀ = A and c₁ α + c₀ = B, hence c₁ = (A + B)/(1 + α).
        let (plain, weighted) = sums(symbols)
        var first = plain ^ timesAlpha(timesAlpha(weighted))
        for _ in 0..<inverseExponent { first = timesAlpha(first) }
        return (first, plain ^ first)
    }

    /// The symbols followed by their two check symbols.
    package static func appended(to symbols: [UInt8]) -> [UInt8] {
        let (first, second) = checks(of: symbols.span)
        return symbols + [first, second]
    }

    /// The only code word that differs in exactly one symbol; nil when there is none.
    ///
    /// - Parameter symbols: The symbols that were read; nil where a character is none of the
    ///   alphabet. Two of those are too many.
    /// - Returns: The code word.
    package static func nearest(to symbols: [UInt8?]) -> [UInt8]? {
        guard symbols.count <= 31 else { return nil }
        let unreadable = symbols.indices.filter { symbols[$0] == nil }
        guard unreadable.count <= 1 else { return nil }
        var word = symbols.map { $0 ?? 0 }
        let (plain, weighted) = sums(word.span)
        if plain == 0, weighted == 0 {
            return unreadable.isEmpty ? nil : word
        }
        guard plain != 0, weighted != 0 else { return nil }
        let exponent = (logarithms[Int(weighted)] - logarithms[Int(plain)] + 31) % 31
        let position = word.count - 1 - exponent
        guard word.indices.contains(position), unreadable.allSatisfy({ $0 == position }) else {
            return nil
        }
        word[position] ^= plain
        return word
    }
}
