/// Names made of two words that are written apart, joined, or with the article's changing sound:
/// Abd al-Rahman, Abdurrahman, Abderrahmane; Salah al-Din, Salaheddine.
enum CompoundNames {
    private static let vowels = Array("aeiou".utf8)
    private static let servant = Array("abd".utf8)
    private static let faith = Array("din".utf8)
    /// The ends of the second word of Salah al-Din, the longer before the shorter.
    private static let faithEndings = ["dine", "deen", "din"].map { Array($0.utf8) }

    /// A word in Latin letters in one form for all of them: `abdrahman`, `salahdin`.
    static func normalized(latin letters: [UInt8]) -> [UInt8] {
        withoutInnerArticle(afterServant(letters))
    }

    private static func afterServant(_ letters: [UInt8]) -> [UInt8] {
        let isAbed = letters.starts(with: Array("abed".utf8)) && letters.count >= 8
        guard isAbed || letters.starts(with: servant) && letters.count >= 6 else { return letters }
        var rest = letters.dropFirst(isAbed ? 4 : 3).drop(while: vowels.contains)
        guard let first = rest.first, let second = rest.dropFirst().first else { return letters }
        let isArticle = first == UInt8(ascii: "l") && !vowels.contains(second)
        if isArticle || first == second { rest = rest.dropFirst() }
        return rest.count < 2 ? letters : servant + rest
    }

    private static func withoutInnerArticle(_ letters: [UInt8]) -> [UInt8] {
        guard let ending = faithEndings.first(where: { letters.suffix($0.count) == $0[...] }) else {
            return letters
        }
        // What is left of "al-" between the two words: salah(ed)din, nour(al)din, badr(e)din.
        var base = letters.dropLast(ending.count)
        if base.last == UInt8(ascii: "d") || base.last == UInt8(ascii: "l") {
            base = base.dropLast()
        }
        while let last = base.last, vowels.contains(last) { base = base.dropLast() }
        return base.count < 3 ? letters : base + faith
    }

    /// A word in Arabic letters, article-free within: `عبدرحمن`, `صلاحدين`, and `عبدلا`, as it sounds.
    static func normalized(arabic word: String) -> String {
        var letters = Array(word.unicodeScalars)
        if letters.starts(with: "عبدال".unicodeScalars), letters.count >= 7 {
            letters.removeSubrange(3..<5)
        }
        let faith = Array("الدين".unicodeScalars)
        if letters.count > faith.count, letters.suffix(faith.count) == faith[...] {
            letters.removeSubrange(letters.count - faith.count..<letters.count - 3)
        }
        let god = [Array("الله".unicodeScalars), Array("لله".unicodeScalars)]
        if let ending = god.first(where: { letters.suffix($0.count) == $0[...] }) {
            letters.removeLast(ending.count)
            letters += Array("لا".unicodeScalars)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: letters)
        return String(text)
    }
}
