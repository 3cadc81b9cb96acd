/// What can be wrong with a code, a date or an identity.
///
/// No case carries what was typed or read: it could be a person's.
public enum PseudonymizationError: Error, Hashable, Sendable {
    /// A site code is not exactly three letters A to Z.
    case invalidSiteCode
    /// A pseudonym does not have three letters and eight characters of the alphabet.
    case malformedPseudonym
    /// A screening number is not `S`, three letters, four to six digits and two characters.
    case malformedScreeningNumber
    /// The check characters do not belong to the code: at least one character is wrong.
    case checkFailed
    /// A screening number is not from 1 to 999,999.
    case numberOutOfRange
    /// The source of random bytes gave fewer than it was asked for.
    case tooFewRandomBytes
    /// A birth date is not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or no such day exists.
    case invalidBirthDate
    /// An identity has neither a name with a birth year nor a record number to be found by.
    case nothingToLink
    /// A stored linkage token is not one of this version.
    case malformedLinkageToken
    /// The cryptographic library failed.
    case cryptographyFailed
}

extension PseudonymizationError: CustomStringConvertible {
    /// One line for a person.
    public var description: String {
        switch self {
        case .invalidSiteCode: "a site code is three letters, for example BCN"
        case .malformedPseudonym: "a pseudonym looks like BCN-7K4M-9QXR"
        case .malformedScreeningNumber: "a screening number looks like S-BCN-0001-K7"
        case .checkFailed: "the code has a wrong character: compare it with the original"
        case .numberOutOfRange: "a screening number is from 1 to 999999"
        case .tooFewRandomBytes: "the source of random bytes ran dry"
        case .invalidBirthDate:
            "a birth date is an existing day as YYYY-MM-DD, or YYYY-MM, or YYYY"
        case .nothingToLink:
            "the identity needs a name and a birth year, or a record number, to be compared"
        case .malformedLinkageToken: "a linkage token is damaged or of another version"
        case .cryptographyFailed: "the cryptographic library failed"
        }
    }
}
