/// A record number as it is compared: letters and digits only, without case.
struct ComparableRecordNumber {
    let system: String
    let characters: String

    init(_ number: RecordNumber) {
        system = Self.folded(number.system ?? "", keepsPunctuation: true)
        characters = Self.folded(number.value, keepsPunctuation: false)
    }

    /// With fewer characters, the same ones in another order are no sign of anything.
    var isLongEnoughToPermute: Bool { characters.count >= 5 }

    /// The characters in ascending order, the same for every transposition.
    var sortedCharacters: String {
        String(characters.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) })
    }

    /// Lower case without spaces; digits of any script are 0 to 9 (٣ is 3).
    private static func folded(_ text: String, keepsPunctuation: Bool) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": folded.append(scalar)
            case "\u{21}"..."\u{2F}", "\u{3A}"..."\u{40}", "\u{5B}"..."\u{60}":
                if keepsPunctuation { folded.append(scalar) }
            default:
                let properties = scalar.properties
                if properties.numericType == .decimal, let digit = properties.numericValue {
                    folded.append(contentsOf: String(Int(digit)).unicodeScalars)
                } else if properties.isAlphabetic {
                    folded.append(contentsOf: properties.lowercaseMapping.unicodeScalars)
                }
            }
        }
        return String(folded)
    }
}
