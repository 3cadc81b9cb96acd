extension ExactDecimal {
    /// The nearest binary floating-point number; for display and transcendental functions only.
    public var doubleValue: Double {
        // Both are exact in binary, so one division rounds once.
        if coefficient.magnitude < 1 << 53 && storedScale <= 19 {
            return Double(Int64(truncatingIfNeeded: coefficient)) / Double(smallPowerOfTen(scale))
        }
        return Double(description) ?? .nan
    }

    /// Makes the shortest decimal that stands for `value`, rounded to at most `scale` decimals.
    ///
    /// Throws `DecimalError.overflow` for an infinite or too great value, `.malformed` for NaN.
    public init(
        _ value: Double,
        scale limit: Int,
        _ rule: RoundingRule = .halfAwayFromZero
    ) throws(DecimalError) {
        if value.isNaN { throw .malformed }
        guard value.magnitude < 1e38, 0...Self.maximumScale ~= limit else { throw .overflow }
        // `description` has at most 17 digits and is the same on every machine.
        let text = value.magnitude.description.utf8
        let parts = text.split(separator: UInt8(ascii: "e"), maxSplits: 1)
        let mantissa = try ExactDecimal(parsing: parts[0])
        let exponent = parts.count > 1 ? Int(String(Substring(parts[1]))) ?? 0 : 0
        let scale = mantissa.normalized.scale - exponent
        let digits = mantissa.normalized.coefficient.magnitude
        let negative = value < 0
        if scale <= limit {
            let power = Swift.max(0, -scale)
            let product = WideProduct(digits, times: powerOfTen(Swift.min(power, 38)))
            guard product.high == 0 else { throw .overflow }
            try self.init(negative: negative, magnitude: product.low, scale: Swift.max(0, scale))
            return
        }
        var quotient = WideProduct(digits)
        // More than 38 places to cut: 17 digits leave nothing but a remainder below half.
        let divisor = powerOfTen(Swift.min(scale - limit, 38))
        let left = RemainderSize(quotient.divide(by: divisor), of: divisor)
        let odd = quotient.low & 1 == 1
        if rule.increments(negative: negative, odd: odd, remainder: left) { quotient.low += 1 }
        let rounded = try ExactDecimal(negative: negative, magnitude: quotient.low, scale: limit)
        self = rounded.normalized
    }
}
