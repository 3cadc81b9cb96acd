extension UnitConversion {
    /// Compares a value in the source unit with one in the target unit, without rounding.
    ///
    /// Gives -1, 0 or 1 when `value` is smaller than, equal to or greater than `other`. Only
    /// logarithmic and similar units are compared after conversion. Throws as the conversion
    /// does for those.
    public func compare(
        _ value: ExactDecimal,
        with other: ExactDecimal
    ) throws(UnitError) -> Int {
        switch method {
        case .identity:
            return value.compared(to: other)
        case .power(let coefficient, let exponent):
            if let result = value.multiplied(by: coefficient, timesTenTo: exponent) {
                return result.compared(to: other)
            }
        case .curve(let curve):
            return try curve(value).compared(to: other)
        case .ratio, .line, .map:
            break
        }
        let (negative, numerator, denominator) = try fraction(of: value)
        if numerator.isZero { return -other.coefficient.signum().asInt }
        let sign = negative ? -1 : 1
        if other.isZero { return sign }
        if negative != other.isNegative { return sign }
        let left = numerator * BigNatural(powerOfTen(other.scale))
        let right = BigNatural(other.coefficient.magnitude) * denominator
        return left == right ? 0 : (left < right ? -sign : sign)
    }
}

extension Int128 {
    fileprivate var asInt: Int { Int(truncatingIfNeeded: self) }
}
