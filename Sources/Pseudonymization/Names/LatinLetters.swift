/// Folds Latin letters beyond ASCII to the letters a to z that people type for them.
///
/// The base letter is read from the character's Unicode name ("LATIN SMALL LETTER N WITH TILDE"):
/// names never change between Unicode versions, so the folding never does.
enum LatinLetters {
    private static let special: [String: String] = [
        "SHARP S": "ss", "ETH": "d", "THORN": "th", "DOTLESS I": "i", "DOTLESS J": "j",
        "ENG": "ng", "LONG S": "s", "SCHWA": "e", "OPEN E": "e", "OPEN O": "o", "ESH": "sh",
        "EZH": "zh", "KRA": "k",
    ]

    /// The folded letters; nil for a character that is not a Latin letter.
    static func folded(_ scalar: Unicode.Scalar) -> String? {
        // Mª is María.
        if scalar == "ª" { return "a" }
        if scalar == "º" { return "o" }
        guard let name = scalar.properties.name else {
            return nil
        }
        var words = name.split(separator: " ")
        if words.first == "FULLWIDTH" { words.removeFirst() }
        guard words.count >= 4, words[0] == "LATIN", words[1] == "SMALL" || words[1] == "CAPITAL",
            words[2] == "LETTER" || words[2] == "LIGATURE"
        else { return nil }
        let base = words.dropFirst(3).prefix { $0 != "WITH" }.joined(separator: " ")
        if let letters = special[base] { return letters }
        guard base.utf8.count <= 3 else { return nil }
        return base.lowercased()
    }
}
