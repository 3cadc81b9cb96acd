/// Why an expression could not be evaluated.
///
/// CQL answers `null` where it can; these are the cases in which it asks for a run-time error, and
/// the limits of this implementation. No error contains a value.
public enum EvaluationError: Error, Hashable, Sendable {
    /// The result of an operator lies outside of what its type can hold.
    case overflow(operator: String)
    /// The operator is not defined for that argument, as the logarithm of zero.
    case undefined(operator: String)
    /// A date, time or interval would be made that does not exist.
    case invalidArgument(operator: String, reason: String)
    /// A list has more than one element where exactly one is expected.
    case notASingleton
    /// A value does not have the type that a cast (`cast … as`) asks for.
    case invalidCast(to: String)
    /// A value has a type that the operator does not accept; the type checker lets none through.
    case typeMismatch(operator: String)
    /// The codes of a value set are needed but not known.
    case valueSetUnknown(id: String)
    /// Membership in a code system is asked for, and its codes are not known.
    case codeSystemUnknown(id: String)
    /// A quantity with a comparator (`<`, `>=`, …) is used as if it were exact.
    case quantityHasComparator
    /// An element holds a unit that is not valid UCUM.
    case invalidUnit
    /// `Message` was called with severity `Error`; its texts can hold values and are not kept.
    case raised
    /// The evaluation needs more memory or steps than allowed.
    case limitExceeded(what: String)
    /// A definition or parameter that the caller named does not exist.
    case unknownName(String)
}

extension EvaluationError: CustomStringConvertible {
    /// What went wrong, without any value.
    public var description: String {
        switch self {
        case .overflow(let name): "the result of \(name) is out of range"
        case .undefined(let name): "\(name) is not defined for this argument"
        case .invalidArgument(let name, let reason): "invalid argument of \(name): \(reason)"
        case .notASingleton: "a list with more than one element where one is expected"
        case .invalidCast(let type): "a value that is not of type \(type) cannot be cast to it"
        case .typeMismatch(let name): "\(name) got a value of a type that it does not accept"
        case .valueSetUnknown(let id): "the codes of the value set \(id) are not known"
        case .codeSystemUnknown(let id): "the codes of the code system \(id) are not known"
        case .quantityHasComparator: "a quantity with a comparator is not an exact number"
        case .invalidUnit: "a unit is not a valid UCUM code"
        case .raised: "the library reports an error (Message with severity Error)"
        case .limitExceeded(let what): "too large: \(what)"
        case .unknownName(let name): "there is no \(name)"
        }
    }
}
