/// A code system whose codes reports show where the protocol has no name for them.
///
/// Only what has the shape of the system's codes is shown: another text in a code's place may be
/// anything, also a name.
struct PrintableCodeSystem: Sendable {
    let name: String
    /// Patterns of all codes: `9` a digit, `A` a capital letter, `X` either one, anything else
    /// itself; what stands in parentheses at the end may be cut off anywhere.
    private let shape: String

    /// By the identifier of the system.
    static let all: [String: PrintableCodeSystem] = [
        "http://loinc.org": .init(name: "LOINC", shape: "9-9|99-9|999-9|9999-9|99999-9|999999-9"),
        "http://snomed.info/sct": .init(name: "SNOMED CT", shape: "999999(999999999999)"),
        "http://www.whocc.no/atc": .init(name: "ATC", shape: "A|A99|A99A|A99AA|A99AA99"),
        "http://hl7.org/fhir/sid/cvx": .init(name: "CVX", shape: "9(99)"),
        "http://hl7.org/fhir/sid/icd-10": .init(name: "ICD-10", shape: "A9X|A9X.9(9)"),
        "http://hl7.org/fhir/sid/icd-10-cm": .init(name: "ICD-10-CM", shape: "A9X|A9X.X(XXX)"),
        "http://www.nlm.nih.gov/research/umls/rxnorm": .init(name: "RxNorm", shape: "9(9999999)"),
    ]

    /// Whether `code` has the shape of this system's codes.
    func isCode(_ code: String) -> Bool {
        shape.split(separator: "|").contains { pattern in
            let parts = pattern.utf8.split { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
            let (needed, length) = (parts[0].count, parts.reduce(0) { $0 + $1.count })
            guard (needed...length).contains(code.utf8.count) else { return false }
            return zip(code.utf8, parts.joined()).allSatisfy(Self.matches)
        }
    }

    private static func matches(_ byte: UInt8, _ pattern: UInt8) -> Bool {
        let isDigit = UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        let isLetter = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        return switch pattern {
        case UInt8(ascii: "9"): isDigit
        case UInt8(ascii: "A"): isLetter
        case UInt8(ascii: "X"): isDigit || isLetter
        default: byte == pattern
        }
    }
}
