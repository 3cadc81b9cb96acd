/// A record number as it is compared: letters and digits only, without case.
struct ComparableRecordNumber {
    let system: String
    let characters: String

    init(_ number: RecordNumber) {
        system = Self.folded(number.system ?? "", keepsPunctuation: true)
        characters = Self.folded(number.value, keepsPunctuation: false)
    }

    /// The number with two neighboring characters in ascending order, once for each two that differ.
    ///
    /// One of them is the same for a number and its transposition. Numbers that are too short have none.
    var transpositions: [String] {
        let scalars = Array(characters.unicodeScalars)
        guard scalars.count >= 5 else { return [] }
        return scalars.indices.dropLast().filter { scalars[$0] != scalars[$0 + 1] }.map { index in
            var ordered = scalars
            if ordered[index] > ordered[index + 1] { ordered.swapAt(index, index + 1) }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: ordered)
            return "\(index) \(String(text))"
        }
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
