/// An exact positive rational number: 2^`twos` × 5^`fives` × `numerator` / `denominator`.
///
/// Numerator and denominator are without common factor and not divisible by 2 or 5. So every
/// number has one form, it is a terminating decimal exactly when the denominator is 1, and the
/// powers of ten that units are full of cost nothing.
struct ExactRatio: Hashable, Sendable {
    let twos: Int
    let fives: Int
    let numerator: BigNatural
    let denominator: BigNatural

    static let one = ExactRatio(twos: 0, fives: 0, numerator: .one, denominator: .one)

    /// Numbers beyond this come from hostile text only.
    private static let maximumBits = 8_192
    private static let maximumPower = 20_000

    /// Takes parts that are already in the form described above.
    init(twos: Int, fives: Int, numerator: BigNatural, denominator: BigNatural) {
        self.twos = twos
        self.fives = fives
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The ratio of a whole number other than zero.
    init(_ value: UInt128) {
        let twos = value.trailingZeroBitCount
        var rest = value >> UInt128(twos)
        var fives = 0
        while rest % 5 == 0 {
            rest /= 5
            fives += 1
        }
        self.init(twos: twos, fives: fives, numerator: BigNatural(rest), denominator: .one)
    }

    /// The ratio of a positive decimal; nil for zero and below.
    init?(_ value: ExactDecimal) {
        guard value.coefficient > 0 else { return nil }
        let whole = ExactRatio(value.coefficient.magnitude)
        self.init(
            twos: whole.twos - value.scale,
            fives: whole.fives - value.scale,
            numerator: whole.numerator,
            denominator: .one
        )
    }

    var inverted: ExactRatio {
        ExactRatio(twos: -twos, fives: -fives, numerator: denominator, denominator: numerator)
    }

    /// The product; throws `UnitError.overflow` when it has thousands of digits.
    func multiplied(by other: ExactRatio) throws(UnitError) -> ExactRatio {
        let (n1, d2) = Self.reduced(numerator, other.denominator)
        let (n2, d1) = Self.reduced(other.numerator, denominator)
        let product = ExactRatio(
            twos: twos + other.twos,
            fives: fives + other.fives,
            numerator: n1 * n2,
            denominator: d1 * d2
        )
        try product.checkSize()
        return product
    }

    /// The power; throws `UnitError.overflow` when it has thousands of digits.
    func raised(to exponent: Int) throws(UnitError) -> ExactRatio {
        if exponent == 1 { return self }
        let base = exponent < 0 ? inverted : self
        let count = abs(exponent)
        let bits = max(base.numerator.bitWidth, base.denominator.bitWidth) - 1
        guard bits * count <= Self.maximumBits else { throw .overflow }
        let power = ExactRatio(
            twos: base.twos * count,
            fives: base.fives * count,
            numerator: base.numerator.raised(to: count),
            denominator: base.denominator.raised(to: count)
        )
        try power.checkSize()
        return power
    }

    private func checkSize() throws(UnitError) {
        guard numerator.bitWidth <= Self.maximumBits, denominator.bitWidth <= Self.maximumBits,
            abs(twos) <= Self.maximumPower, abs(fives) <= Self.maximumPower
        else { throw .overflow }
    }

    private static func reduced(
        _ left: BigNatural,
        _ right: BigNatural
    ) -> (BigNatural, BigNatural) {
        if left.isOne || right.isOne { return (left, right) }
        let common = left.greatestCommonDivisor(with: right)
        if common.isOne { return (left, right) }
        return (
            left.quotientAndRemainder(dividingBy: common).quotient,
            right.quotientAndRemainder(dividingBy: common).quotient
        )
    }

    /// The number as an ordinary fraction.
    var fraction: (numerator: BigNatural, denominator: BigNatural) {
        let two = BigNatural(2)
        let five = BigNatural(5)
        return (
            numerator * two.raised(to: max(0, twos)) * five.raised(to: max(0, fives)),
            denominator * two.raised(to: max(0, -twos)) * five.raised(to: max(0, -fives))
        )
    }
}
