/// Exponential and logarithm in binary floating point, written out so that every machine gives
/// the same bits.
enum RealFunctions {
    private static let ln2High = 6.93147180369123816490e-01
    private static let ln2Low = 1.90821492927058770002e-10

    /// e to the power of `x`.
    static func exp(_ x: Double) -> Double {
        if x > 709.7 { return .infinity }
        if x < -745 { return 0 }
        let count = (x / (ln2High + ln2Low)).rounded()
        let rest = (x - count * ln2High) - count * ln2Low
        // |rest| ≤ ln 2 / 2: 17 terms of the Taylor series are beyond the last bit.
        var sum = 1.0
        for divisor in stride(from: 17.0, through: 1.0, by: -1.0) {
            sum = 1 + sum * rest / divisor
        }
        return scaled(sum, by: Int(count))
    }

    /// The natural logarithm of a positive number.
    static func log(_ x: Double) -> Double {
        guard x > 0, x.isFinite else { return x == 0 ? -.infinity : .nan }
        var exponent = Double(x.exponent)
        var significand = x.significand
        if significand > 1.4142135623730951 {
            significand /= 2
            exponent += 1
        }
        // ln m = 2 artanh s with s = (m - 1)/(m + 1), |s| < 0.172.
        let s = (significand - 1) / (significand + 1)
        let square = s * s
        var sum = 0.0
        for divisor in stride(from: 25.0, through: 3.0, by: -2.0) {
            sum = (sum + 1 / divisor) * square
        }
        return exponent * ln2High + (2 * s * (1 + sum) + exponent * ln2Low)
    }

    /// `base` to the power of `exponent`; not a number where the result is not real.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        if exponent == 0 { return 1 }
        if base == 0 { return exponent > 0 ? 0 : .infinity }
        let magnitude = exp(exponent * log(base.magnitude))
        if base > 0 { return magnitude }
        guard exponent == exponent.rounded() else { return .nan }
        return exponent.truncatingRemainder(dividingBy: 2) == 0 ? magnitude : -magnitude
    }

    /// The square root of a number that is not negative.
    static func squareRoot(_ x: Double) -> Double { x.squareRoot() }

    private static func scaled(_ value: Double, by exponent: Int) -> Double {
        // In two steps, so that subnormal results are reached without overflow.
        let half = exponent / 2
        return value * Double(sign: .plus, exponent: half, significand: 1)
            * Double(sign: .plus, exponent: exponent - half, significand: 1)
    }
}
