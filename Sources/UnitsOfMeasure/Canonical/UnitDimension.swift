/// What kind of quantity a unit measures: exponents of the seven UCUM base units.
///
/// Arbitrary units such as `[iU]` count as dimensions of their own, so that they can be compared
/// with themselves and with nothing else (UCUM, sections 24 and 25).
public struct UnitDimension: Hashable, Sendable {
    /// Exponents of g, m, s, rad, K, C, cd; the eighth place stays 0.
    var exponents: SIMD8<Int32> = .zero

    /// Exponents of arbitrary units by their code, none of them 0, in the order of the codes.
    var arbitrary: [ArbitraryFactor] = []

    /// The dimension of a pure number.
    public static let none = UnitDimension()

    /// Whether it is the dimension of a pure number.
    public var isNone: Bool { exponents == .zero && arbitrary.isEmpty }

    /// Whether an arbitrary unit such as `[iU]` takes part.
    public var isArbitrary: Bool { !arbitrary.isEmpty }

    /// Multiplies with `other` to the power `exponent`.
    mutating func multiply(by other: UnitDimension, exponent: Int) {
        exponents &+= other.exponents &* SIMD8(repeating: Int32(truncatingIfNeeded: exponent))
        for factor in other.arbitrary where exponent != 0 {
            let change = factor.exponent * exponent
            if let index = arbitrary.firstIndex(where: { $0.code == factor.code }) {
                arbitrary[index].exponent += change
                if arbitrary[index].exponent == 0 { arbitrary.remove(at: index) }
            } else {
                let place = arbitrary.firstIndex { $0.code > factor.code } ?? arbitrary.endIndex
                let added = ArbitraryFactor(code: factor.code, exponent: change)
                arbitrary.insert(added, at: place)
            }
        }
    }
}

/// An arbitrary unit to a power.
struct ArbitraryFactor: Hashable, Sendable {
    let code: String
    var exponent: Int
}

extension UnitDimension: CustomStringConvertible {
    /// The dimension as a term of base units, such as `g.m-3` or `[iU].m-3`; `1` for a number.
    public var description: String {
        var parts = arbitrary.map { Self.power($0.code, $0.exponent) }
        for (index, symbol) in Self.baseUnits.enumerated() where exponents[index] != 0 {
            parts.append(Self.power(symbol, Int(exponents[index])))
        }
        return parts.isEmpty ? "1" : parts.joined(separator: ".")
    }

    /// The base units in the order of `exponents`, with the letters of the UCUM table.
    static let baseUnits = ["g", "m", "s", "rad", "K", "C", "cd"]
    static let letters: [Character] = ["M", "L", "T", "A", "C", "Q", "F"]

    private static func power(_ symbol: String, _ exponent: Int) -> String {
        exponent == 1 ? symbol : symbol + String(exponent)
    }
}
