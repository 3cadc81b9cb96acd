/// Takes the Arabic article off a word to which it was joined.
///
/// Alkhatib is Khatib with the article, Alberto is not; a program cannot know. So a word that may
/// have one is compared both with and without it.
enum ArticleStripper {
    private static let article = Array("ال".unicodeScalars)
    private static let vowels = Array("aeiouy".utf8)
    /// The article's l takes on the sound of these: Ennasser is al-Nasser.
    private static let sunLetters = Array("tdrzsn".utf8)

    /// A word in Latin letters, and without its article if it may have one.
    static func variants(latin letters: [UInt8]) -> [[UInt8]] {
        guard letters.count >= 6, letters[0] == UInt8(ascii: "a") || letters[0] == UInt8(ascii: "e")
        else { return [letters] }
        let hasArticle = letters[1] == UInt8(ascii: "l") && !vowels.contains(letters[2])
        let hasSunArticle = letters[1] == letters[2] && sunLetters.contains(letters[1])
        return hasArticle || hasSunArticle ? [letters, Array(letters.dropFirst(2))] : [letters]
    }

    /// The folded spelling without its article, if it may have one.
    static func withoutArticle(_ word: NameWord) -> String {
        switch word.script {
        case .latin:
            String(decoding: variants(latin: word.letters).last ?? [], as: UTF8.self)
        case .arabic:
            ArabicLetters.hardFolded(variants(arabic: word.text).last ?? word.text)
        case .other: word.text
        }
    }

    /// A word in Arabic letters, and without its article if it may have one.
    static func variants(arabic word: String) -> [String] {
        let letters = Array(word.unicodeScalars)
        guard letters.count >= 5, letters.starts(with: article) else { return [word] }
        var stripped = String.UnicodeScalarView()
        stripped.append(contentsOf: letters.dropFirst(article.count))
        return [word, String(stripped)]
    }
}
