/// Elementary functions from the four operations of IEEE 754 alone, so that a result is the same on
/// every machine: system libraries differ in the last digits.
///
/// Errors are a few units in the last place.
enum Elementary {
    private static let logarithmOfTwo = 0.693_147_180_559_945_3

    /// The natural logarithm of a number greater than zero.
    static func logarithm(_ value: Double) -> Double {
        var exponent = Int(value.exponent)
        var significand = value.significand
        if significand > 1.414_213_562_373_095 {
            significand /= 2
            exponent += 1
        }
        let ratio = (significand - 1) / (significand + 1)
        let square = ratio * ratio
        var sum = 0.0
        var odd = 23.0
        while odd >= 1 {
            sum = sum * square + 1 / odd
            odd -= 2
        }
        return Double(exponent) * logarithmOfTwo + 2 * ratio * sum
    }

    /// The exponential function; 0 below -745.
    static func exponential(_ value: Double) -> Double {
        guard value > -745 else { return 0 }
        guard value < 709 else { return .infinity }
        let power = (value / logarithmOfTwo).rounded()
        // Two parts of the logarithm, so that the remainder keeps its digits.
        let rest = (value - power * 0.693_145_751_953_125) - power * 1.428_606_820_309_417_3e-6
        var sum = 1.0
        for step in stride(from: 18.0, through: 1, by: -1) {
            sum = 1 + rest * sum / step
        }
        // In two steps, because a very small result has no normal power of two.
        let half = Int(power) / 2
        return sum * Double(sign: .plus, exponent: half, significand: 1)
            * Double(sign: .plus, exponent: Int(power) - half, significand: 1)
    }

    /// `-p ln p`, 0 for 0.
    static func entropy(_ probability: Double) -> Double {
        probability > 0 && probability < 1 ? -probability * logarithm(probability) : 0
    }
}
