import Foundation

/// Brings a header or an answer into the form in which spellings are compared.
public enum ItemSpelling: Sendable {
    /// Lower case, without accents, Arabic letters in their plain form, every run of blanks and
    /// punctuation one blank.
    public static func folded(_ text: String) -> String {
        var result = ""
        var gap = false
        for scalar in text.lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: continue
            case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control,
                .dashPunctuation, .connectorPunctuation, .openPunctuation, .closePunctuation,
                .initialPunctuation, .finalPunctuation:
                gap = !result.isEmpty
            case .otherPunctuation where scalar != "%":
                // `C/D` is two words; an apostrophe or a point divides none that matters.
                gap = gap || (!result.isEmpty && scalar != "'" && scalar != "’")
            default:
                if gap { result.append(" ") }
                gap = false
                result.unicodeScalars.append(letters[scalar] ?? scalar)
            }
        }
        return result
    }

    private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{0649}": "\u{064A}", "\u{0629}": "\u{0647}", "ß": "s", "ø": "o", "ı": "i",
    ]

    /// `text` with Arabic and Persian digits, and Arabic separators, in ASCII.
    public static func westernDigits(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0660...0x0669: result.append(digit(scalar.value - 0x0660))
            case 0x06F0...0x06F9: result.append(digit(scalar.value - 0x06F0))
            case 0x066B: result.append(".")
            case 0x2212: result.append("-")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func digit(_ value: UInt32) -> Character { Character(String(value)) }
}
