extension ExactDecimal {
    /// The quotient, rounded to at most `scale` decimals (0...28); trailing zeros are dropped.
    ///
    /// Throws `DecimalError.divisionByZero`, or `.overflow` when the quotient has more digits
    /// than are kept or the scale is out of range.
    public func divided(
        by divisor: ExactDecimal,
        scale limit: Int,
        _ rule: RoundingRule = .halfAwayFromZero
    ) throws(DecimalError) -> ExactDecimal {
        guard 0...Self.maximumScale ~= limit else { throw .overflow }
        guard divisor.coefficient != 0 else { throw .divisionByZero }
        let negative = (coefficient < 0) != (divisor.coefficient < 0)
        let denominator = divisor.coefficient.magnitude
        // coefficient / divisor.coefficient × 10^shift is the wanted coefficient.
        let shift = limit + divisor.scale - scale
        var left = RemainderSize.none
        var quotient = try Self.shifted(coefficient.magnitude, by: shift, remainder: &left)
        left = left.carried(into: quotient.divide(by: denominator), of: denominator)
        guard quotient.high == 0 else { throw .overflow }
        let odd = quotient.low & 1 == 1
        if rule.increments(negative: negative, odd: odd, remainder: left) {
            let (sum, overflow) = quotient.low.addingReportingOverflow(1)
            if overflow { throw .overflow }
            quotient.low = sum
        }
        return try stripped(negative: negative, magnitude: quotient.low, scale: limit)
    }

    /// `magnitude` × 10^`shift` as 256 bits, with what a negative shift cuts off.
    private static func shifted(
        _ magnitude: UInt128,
        by shift: Int,
        remainder: inout RemainderSize
    ) throws(DecimalError) -> WideProduct {
        if shift <= 0 {
            var result = WideProduct(magnitude)
            let divisor = powerOfTen(-shift)
            remainder = RemainderSize(result.divide(by: divisor), of: divisor)
            return result
        }
        let first = WideProduct(magnitude, times: powerOfTen(Swift.min(shift, 38)))
        if shift <= 38 { return first }
        // Beyond 256 bits, no 128-bit divisor brings the quotient back into range.
        guard let second = first.multiplied(by: powerOfTen(shift - 38)) else { throw .overflow }
        return second
    }

    /// Drops trailing zeros before the digits are checked to fit.
    private func stripped(
        negative: Bool,
        magnitude: UInt128,
        scale: Int
    ) throws(DecimalError) -> ExactDecimal {
        var rest = magnitude
        var decimals = scale
        while decimals > 0 && rest > UInt128(Int128.max) {
            let parts = rest.quotientAndRemainder(dividingBy: 10)
            if parts.remainder != 0 { throw .overflow }
            rest = parts.quotient
            decimals -= 1
        }
        return try ExactDecimal(negative: negative, magnitude: rest, scale: decimals).normalized
    }

    /// The integer quotient toward zero and the remainder with the sign of `self`, both exact.
    ///
    /// `self == quotient × divisor + remainder`. Throws `DecimalError.divisionByZero`, or
    /// `.overflow` when the quotient or the common scale does not fit.
    public func quotientAndRemainder(
        dividingBy divisor: ExactDecimal
    ) throws(DecimalError) -> (quotient: ExactDecimal, remainder: ExactDecimal) {
        guard divisor.coefficient != 0 else { throw .divisionByZero }
        let scale = Swift.max(scale, divisor.scale)
        guard let left = rescaled(to: scale), let right = divisor.rescaled(to: scale) else {
            throw .overflow
        }
        let parts = left.coefficient.quotientAndRemainder(dividingBy: right.coefficient)
        return (
            ExactDecimal(uncheckedCoefficient: parts.quotient, scale: 0),
            ExactDecimal(uncheckedCoefficient: parts.remainder, scale: scale)
        )
    }
}
