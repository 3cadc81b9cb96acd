/// The exact linear map x → (x × `factor` + `offset`) / `divisor` between two units.
struct RationalMap: Sendable {
    let factor: BigNatural
    let offset: BigNatural
    let offsetIsNegative: Bool
    let divisor: BigNatural

    /// A pure factor.
    init(_ ratio: ExactRatio) {
        (factor, divisor) = ratio.fraction
        offset = BigNatural(0)
        offsetIsNegative = false
    }

    /// From a scale with m = (x × `from.factor` + `from.offset`) × `from.magnitude` to another.
    init(from: AffineScale, to: AffineScale) throws(UnitError) {
        // y = (x × fromFactor × ratio + fromOffset × ratio - toOffset) / toFactor
        let ratio = try from.magnitude.multiplied(by: to.magnitude.inverted)
        let slope = try from.factor.multiplied(by: ratio).multiplied(by: to.factor.inverted)
        let (a, b) = slope.fraction
        let (c, d) = try ratio.multiplied(by: to.factor.inverted).fraction
        let (e, f) = to.factor.inverted.fraction
        // Offsets are hundredths.
        let hundred = BigNatural(100)
        divisor = b * d * f * hundred
        factor = a * d * f * hundred
        let plus = BigNatural(from.offset) * c * b * f
        let minus = BigNatural(to.offset) * e * b * d
        offsetIsNegative = plus < minus
        offset = offsetIsNegative ? minus - plus : plus - minus
    }

    /// The map in lowest terms with numbers of 63 bits; nil when they are greater.
    var small: (factor: Int128, offset: Int128, divisor: UInt128)? {
        var common = factor.greatestCommonDivisor(with: divisor)
        if !offset.isZero { common = common.greatestCommonDivisor(with: offset) }
        func reduced(_ number: BigNatural) -> Int64? {
            number.quotientAndRemainder(dividingBy: common).quotient.small
                .flatMap(Int64.init(exactly:))
        }
        guard let factor = reduced(factor), let offset = reduced(offset),
            let divisor = reduced(divisor)
        else { return nil }
        return (Int128(factor), Int128(offsetIsNegative ? -offset : offset), UInt128(divisor))
    }

    /// |x| × 10^x.scale × factor + offset, over divisor × 10^x.scale, with the sign.
    func fraction(
        of value: ExactDecimal
    ) -> (negative: Bool, numerator: BigNatural, denominator: BigNatural) {
        let scale = BigNatural(powerOfTen(value.scale))
        let product = BigNatural(value.coefficient.magnitude) * factor
        let denominator = divisor * scale
        if offset.isZero { return (value.isNegative, product, denominator) }
        let shift = offset * scale
        if value.isNegative == offsetIsNegative {
            return (value.isNegative, product + shift, denominator)
        }
        if product < shift { return (offsetIsNegative, shift - product, denominator) }
        return (value.isNegative, product - shift, denominator)
    }
}

/// A scale on which m = (x × `factor` + `offset` / 100) × `magnitude`.
struct AffineScale {
    let magnitude: ExactRatio
    let factor: ExactRatio
    let offset: UInt128

    /// nil for logarithmic and other scales that are not linear.
    init?(_ unit: CanonicalUnit) {
        magnitude = unit.magnitude
        guard let scale = unit.scale else {
            factor = .one
            offset = 0
            return
        }
        guard let hundredths = scale.function.offsetInHundredths else { return nil }
        factor = scale.factor
        offset = hundredths
    }
}
