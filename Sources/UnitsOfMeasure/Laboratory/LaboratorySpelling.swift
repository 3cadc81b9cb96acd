/// Differences of characters, not of meaning, in printed units.
enum LaboratorySpelling {
    /// The text without blanks, with micro signs as `u`, raised digits after `^`, `×` as `x`.
    ///
    /// A blank between two digits stays, and makes the text unreadable: `10 9/L` is not `109/L`.
    static func folded(_ printed: String) -> String {
        var result = ""
        var raised = false
        var blank = false
        for scalar in printed.unicodeScalars {
            if blanks.contains(scalar) {
                blank = true
                continue
            }
            if blank && "0"..."9" ~= scalar && needsCircumflex(result) { result.append(" ") }
            blank = false
            if let digit = raisedDigits[scalar] {
                // Between two raised characters stands no second circumflex.
                if !raised && needsCircumflex(result) { result.append("^") }
                result.append(digit)
                raised = true
                continue
            }
            raised = false
            switch scalar {
            case "\u{B5}", "\u{3BC}": result.append("u")
            case "\u{D7}": result.append("x")
            case "\u{B7}", "\u{22C5}": result.append(".")
            case "\u{2212}": result.append("-")
            case "\u{BA}": result.append("\u{B0}")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether the text begins with a power of ten whose exponent was not raised, as in `109/L`.
    ///
    /// Texts copied from printed reports are like that. UCUM reads 109 per liter; nobody means it.
    static func hasLostExponent(_ folded: String) -> Bool {
        let digits = folded.drop { $0 == "x" || $0 == "X" }.prefix { $0 != "/" }
        return ["103", "106", "109", "1012"].contains(digits)
    }

    private static let blanks: Set<Unicode.Scalar> = [
        " ", "\t", "\u{A0}", "\u{2009}", "\u{202F}",
    ]

    /// `10³` is a power of the number ten; `mm³` is written `mm3`.
    private static func needsCircumflex(_ text: String) -> Bool { text.last?.isNumber ?? false }

    private static let raisedDigits: [Unicode.Scalar: Character] = [
        "\u{2070}": "0", "\u{B9}": "1", "\u{B2}": "2", "\u{B3}": "3", "\u{2074}": "4",
        "\u{2075}": "5", "\u{2076}": "6", "\u{2077}": "7", "\u{2078}": "8", "\u{2079}": "9",
        "\u{207B}": "-",
    ]

    /// The code for a print of enzyme activity with international units; nil for other prints.
    static func enzymeCode(_ folded: String) -> String? {
        let parts = folded.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let unit = enzymeUnits[String(parts[0])],
            ["L", "l", "mL", "ml"].contains(parts[1])
        else { return nil }
        return "\(unit)/\(parts[1])"
    }

    private static let enzymeUnits = [
        "IU": "U", "UI": "U", "[IU]": "U", "[iU]": "U",
        "mIU": "mU", "mUI": "mU", "kIU": "kU", "kUI": "kU",
    ]
}
