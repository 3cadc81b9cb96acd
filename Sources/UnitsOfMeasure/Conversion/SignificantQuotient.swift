/// Division of whole numbers to a fixed number of significant decimal digits.
///
/// A quotient that ends within the digits is exact; others are rounded half away from zero.
enum SignificantQuotient {
    /// Digits that a converted value has.
    static let digits = 28

    /// Digits below which a rounded value is refused.
    static let fewestDigits = 18

    /// `numerator / denominator` as a decimal of at most 28 digits.
    ///
    /// Throws `UnitError.outOfRange` when it is too great, or not exact and so small that fewer
    /// than 18 digits are left above the 28th decimal.
    static func decimal(
        negative: Bool,
        numerator: BigNatural,
        denominator: BigNatural
    ) throws(UnitError) -> ExactDecimal {
        if numerator.isZero { return .zero }
        var power = scale(numeratorBits: numerator.bitWidth, denominatorBits: denominator.bitWidth)
        power = min(power, ExactDecimal.maximumScale)
        guard power >= -11 else { throw .outOfRange }
        let scaled = power > 0 ? numerator * BigNatural(powerOfTen(power)) : numerator
        let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
        guard let whole = quotient.small else { throw .outOfRange }
        let left: RemainderSize
        if rest.isZero {
            left = .none
        } else {
            let other = denominator - rest
            left = rest == other ? .half : (rest < other ? .belowHalf : .aboveHalf)
        }
        return try finish(negative: negative, quotient: whole, left: left, scale: max(0, power))
    }

    /// The same for numbers of 128 bits; nil when they are too great for it.
    static func decimal(
        negative: Bool,
        numerator: UInt128,
        denominator: UInt128
    ) throws(UnitError) -> ExactDecimal? {
        if numerator == 0 { return .zero }
        var power = scale(
            numeratorBits: 128 - numerator.leadingZeroBitCount,
            denominatorBits: 128 - denominator.leadingZeroBitCount
        )
        power = max(0, min(power, ExactDecimal.maximumScale))
        var product = WideProduct(numerator, times: powerOfTen(power))
        let rest = product.divide(by: denominator)
        guard product.high == 0 else { return nil }
        return try finish(
            negative: negative,
            quotient: product.low,
            left: RemainderSize(rest, of: denominator),
            scale: power
        )
    }

    /// Decimals that give the quotient 28 or 29 digits.
    private static func scale(numeratorBits: Int, denominatorBits: Int) -> Int {
        // The quotient has more than this many bits, and at most two more.
        let bits = numeratorBits - denominatorBits - 1
        // 30103 / 100000 is log10 of 2.
        let powerBelow = Int((Double(bits) * 0.30103).rounded(.down))
        return digits - 1 - powerBelow
    }

    private static func finish(
        negative: Bool,
        quotient: UInt128,
        left: RemainderSize,
        scale: Int
    ) throws(UnitError) -> ExactDecimal {
        var quotient = quotient
        var left = left
        var scale = scale
        if left == .none {
            // Exact: digits beyond the 28th are kept.
        } else {
            while scale > 0 && quotient >= powerOfTen(digits) {
                let parts = quotient.quotientAndRemainder(dividingBy: 10)
                left = left.carried(into: parts.remainder, of: 10)
                quotient = parts.quotient
                scale -= 1
            }
            guard quotient >= powerOfTen(fewestDigits - 1) else { throw .outOfRange }
            let odd = quotient & 1 == 1
            let rule = RoundingRule.halfAwayFromZero
            if rule.increments(negative: negative, odd: odd, remainder: left) { quotient += 1 }
        }
        guard let magnitude = Int128(exactly: quotient) else { throw .outOfRange }
        let coefficient = negative ? -magnitude : magnitude
        return ExactDecimal(uncheckedCoefficient: coefficient, scale: scale).normalized
    }
}
