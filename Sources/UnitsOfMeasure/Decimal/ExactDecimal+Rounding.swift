extension ExactDecimal {
    /// The number with at most `scale` decimals; unchanged when it has no more than that.
    ///
    /// A negative scale is taken as 0.
    public func rounded(
        toScale limit: Int,
        _ rule: RoundingRule = .halfAwayFromZero
    ) -> ExactDecimal {
        let limit = Swift.max(0, limit)
        if scale <= limit { return self }
        let divisor = powerOfTen(scale - limit)
        var quotient = WideProduct(coefficient.magnitude)
        let left = RemainderSize(quotient.divide(by: divisor), of: divisor)
        let negative = coefficient < 0
        let odd = quotient.low & 1 == 1
        if rule.increments(negative: negative, odd: odd, remainder: left) { quotient.low += 1 }
        // The quotient is at most a tenth of the coefficient, so it fits.
        let magnitude = Int128(quotient.low)
        return ExactDecimal(
            uncheckedCoefficient: negative ? -magnitude : magnitude,
            scale: limit
        )
    }

    /// The number without its decimals, rounded toward zero, scale 0.
    public var truncated: ExactDecimal {
        ExactDecimal(uncheckedCoefficient: integerPart, scale: 0)
    }

    /// The whole number toward zero.
    public var integerPart: Int128 {
        storedScale == 0 ? coefficient : coefficient / Int128(powerOfTen(scale))
    }

    /// The number as an integer; nil when it has a fraction or lies outside `Int64`.
    public var asInt64: Int64? {
        let whole = integerPart
        guard storedScale == 0 || whole * Int128(powerOfTen(scale)) == coefficient else {
            return nil
        }
        return Int64(exactly: whole)
    }

    /// The same number without trailing zeros in its decimals; zero has scale 0.
    public var normalized: ExactDecimal {
        if storedScale == 0 { return self }
        if coefficient == 0 { return .zero }
        var scale = scale
        if var small = Int64(exactly: coefficient) {
            while scale > 0 && small % 10 == 0 {
                small /= 10
                scale -= 1
            }
            return ExactDecimal(uncheckedCoefficient: Int128(small), scale: scale)
        }
        var digits = coefficient
        while scale > 0 {
            let parts = digits.quotientAndRemainder(dividingBy: 10)
            if parts.remainder != 0 { break }
            digits = parts.quotient
            scale -= 1
        }
        return ExactDecimal(uncheckedCoefficient: digits, scale: scale)
    }
}
