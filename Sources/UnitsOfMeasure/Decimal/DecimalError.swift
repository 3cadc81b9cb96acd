/// Why decimal arithmetic or the reading of a decimal has no result.
///
/// No case carries a value: the number may be a patient's.
public enum DecimalError: Error, Hashable, Sendable {
    /// The result has more digits than an `ExactDecimal` keeps.
    case overflow

    /// The divisor is zero.
    case divisionByZero

    /// The text is not a decimal number.
    case malformed
}

extension DecimalError: CustomStringConvertible {
    /// A sentence for people, without the number itself.
    public var description: String {
        switch self {
        case .overflow: "the number has more digits than can be kept exactly"
        case .divisionByZero: "division by zero"
        case .malformed: "not a decimal number"
        }
    }
}
