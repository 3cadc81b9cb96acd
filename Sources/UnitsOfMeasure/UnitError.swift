/// Why a text is not a unit, or why a value cannot be converted.
///
/// No case carries the text that was read or a number: they may come from a patient's document.
/// Places are offsets in UTF-8 bytes from 0, so that whoever holds the text can show it. Atoms,
/// suggestions and dimensions are entries of the UCUM table, never input.
public enum UnitError: Error, Hashable, Sendable {
    /// The text does not follow the UCUM syntax at this place.
    case syntax(at: Int, expected: String)

    /// No unit of this name exists; the suggestion is a UCUM code that may have been meant.
    case unknownAtom(at: Range<Int>, suggestion: String?)

    /// A prefix stands before a unit that takes none, such as `min`.
    case notMetric(atom: String, at: Int)

    /// Parentheses are nested too deeply.
    case tooDeep(at: Int)

    /// The text is longer than any unit.
    case tooLong

    /// A number, an exponent or the magnitude of the unit is too great.
    case overflow

    /// The two units measure different things.
    case incommensurable(UnitDimension, UnitDimension)

    /// A unit on a scale without ratio, such as `Cel` or `[pH]`, is used in a product or power.
    case specialUnit(atom: String)

    /// The converted value is too great, or too small to keep its digits.
    case outOfRange

    /// The value has no counterpart in the other unit, such as the logarithm of zero.
    case outOfDomain

    /// The analyte converts only between mass or amount of substance per volume.
    case notMassOrAmount
}

extension UnitError: CustomStringConvertible {
    /// A sentence for people, without the text or the number itself.
    public var description: String {
        switch self {
        case .syntax(let place, let expected):
            "not a UCUM unit: expected \(expected) at byte \(place)"
        case .unknownAtom(let place, let suggestion):
            "unknown unit at byte \(place.lowerBound)"
                + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
        case .notMetric(let atom, let place):
            "the unit '\(atom)' takes no prefix (byte \(place))"
        case .tooDeep(let place):
            "parentheses are nested too deeply at byte \(place)"
        case .tooLong:
            "the text is too long for a unit"
        case .overflow:
            "a number, an exponent or the magnitude of the unit is too great"
        case .incommensurable(let first, let second):
            "units of different kind: \(first) and \(second)"
        case .specialUnit(let atom):
            "the unit '\(atom)' is on a scale that allows no product, quotient or power"
        case .outOfRange:
            "the converted value is too great or too small to be kept exactly"
        case .outOfDomain:
            "the value has no counterpart in the other unit"
        case .notMassOrAmount:
            "the analyte converts only between mass and amount of substance per volume"
        }
    }
}
