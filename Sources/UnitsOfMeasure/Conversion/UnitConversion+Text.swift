extension UnitConversion {
    /// The converted value in scientific notation, such as `1.0570008e-18`.
    ///
    /// For results of any size and any number of digits: it is rounded half away from zero to
    /// `significantDigits` (1...100), with trailing zeros left out. Values that go through a
    /// logarithm have 15 digits. Throws as the conversion does, except `UnitError.outOfRange`
    /// for proper units.
    public func text(
        _ value: ExactDecimal,
        significantDigits: Int
    ) throws(UnitError) -> String {
        let (negative, numerator, denominator) = try fraction(of: value)
        if numerator.isZero { return "0" }
        let count = min(max(significantDigits, 1), 100)
        let ten = BigNatural(10)
        // 30103 / 100000 is log10 of 2; the estimate is right or one too great.
        let bits = numerator.bitWidth - denominator.bitWidth
        var exponent = Int((Double(bits) * 0.30103).rounded(.down)) + 1
        while true {
            let power = count - 1 - exponent
            let top = power > 0 ? numerator * ten.raised(to: power) : numerator
            let bottom = power < 0 ? denominator * ten.raised(to: -power) : denominator
            let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
            guard quotient.decimalDigits.utf8.count >= count, !quotient.isZero else {
                exponent -= 1
                continue
            }
            let rounded = rest + rest < bottom ? quotient : quotient + .one
            let digits = rounded.decimalDigits
            let sign = negative ? "-" : ""
            return sign + Self.scientific(digits, exponent + digits.utf8.count - count)
        }
    }

    private static func scientific(_ digits: String, _ exponent: Int) -> String {
        var fraction = digits.dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        let mantissa = digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
        return mantissa + (exponent == 0 ? "" : "e\(exponent)")
    }
}

extension BigNatural {
    /// The number in decimal digits.
    fileprivate var decimalDigits: String {
        var groups: [String] = []
        var rest = self
        while !rest.isZero {
            let (quotient, group) = rest.divided(by: 1_000_000_000)
            let digits = String(group)
            let zeros = quotient.isZero ? 0 : 9 - digits.utf8.count
            groups.append(String(repeating: "0", count: zeros) + digits)
            rest = quotient
        }
        return groups.isEmpty ? "0" : groups.reversed().joined()
    }
}
