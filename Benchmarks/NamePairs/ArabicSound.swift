/// Writes an Arabic name in Latin letters, as offices of different countries do.
///
/// The sound of a name is a text with one letter for each sound: `A I U` are long vowels, `E` and
/// `O` the diphthongs ay and aw, `K G X T D` are kh, gh, sh, th and dh, `c` is the ayn, `'` the
/// hamza and `@` the teh marbuta. A doubled letter is a doubled sound; `-` ends the article.
struct ArabicSound: Sendable {
    /// The custom of an office.
    struct Custom: Sendable {
        /// French letters (ch, ou) instead of English ones (sh, u).
        var isFrench: Bool
        /// e and o instead of i and u where they are short, and -eh for -a.
        var isDialect: Bool
        /// ee and oo for long vowels; in French letters a mute e at the end.
        var marksLongVowels: Bool
        /// One letter for a doubled sound.
        var dropsDoubles: Bool
        /// How the article is written: `al-`, `El `, joined, or not at all.
        var article: String

        /// The customs of an office that is drawn by lot.
        static func drawn(_ random: inout SplitMix) -> Custom {
            Custom(
                isFrench: random.chance(45),
                isDialect: random.chance(40),
                marksLongVowels: random.chance(25),
                dropsDoubles: random.chance(35),
                article: random.pick(["Al-", "Al ", "El ", "El-", "Al", ""], or: "Al-")
            )
        }
    }

    let custom: Custom

    /// The name in Latin letters, each word with a capital.
    func written(_ sound: String) -> String {
        sound.split(separator: " ").map(word).joined(separator: " ")
    }

    private func word(_ sound: Substring) -> String {
        var letters = Array(sound)
        var text = ""
        var article = ""
        if let end = letters.firstIndex(of: "-") {
            article = custom.article
            letters.removeSubrange(...end)
        }
        for (index, letter) in letters.enumerated() {
            let isDoubled = index > 0 && letters[index - 1] == letter
            if isDoubled, custom.dropsDoubles || "KGXTDc'".contains(letter) { continue }
            text += spelling(letter, at: index, in: letters)
        }
        return article + text.prefix(1).uppercased() + text.dropFirst()
    }

    private func spelling(_ letter: Character, at index: Int, in letters: [Character]) -> String {
        let isLast = index == letters.count - 1
        switch letter {
        case "A": return "a"
        case "I":
            return custom.marksLongVowels && !custom.isFrench && !isLast ? "ee" : "i"
        case "U":
            if custom.isFrench { return "ou" }
            return custom.marksLongVowels && !isLast ? "oo" : "u"
        case "E": return custom.isDialect ? "ei" : custom.isFrench ? "ay" : "ai"
        case "O": return custom.isFrench ? "aou" : "aw"
        case "i": return custom.isDialect && index > 0 && !isLast ? "e" : "i"
        case "u": return custom.isFrench ? "ou" : custom.isDialect ? "o" : "u"
        case "K": return "kh"
        case "G": return "gh"
        case "X": return custom.isFrench ? "ch" : "sh"
        case "T": return custom.isDialect ? "s" : "th"
        case "D": return custom.isDialect ? "z" : "dh"
        case "q": return custom.isFrench ? "k" : "q"
        case "c", "'": return ""
        case "@": return custom.isDialect ? custom.isFrench ? "é" : "eh" : "a"
        case "s" where custom.isFrench && isBetweenVowels(index, letters): return "ss"
        case "n" where custom.isFrench && custom.marksLongVowels && isLast && index > 1:
            return letters[index - 1] == "I" ? "ne" : "n"
        default: return String(letter)
        }
    }

    private func isBetweenVowels(_ index: Int, _ letters: [Character]) -> Bool {
        let vowels = "aiuAIUEO"
        return index > 0 && index + 1 < letters.count && vowels.contains(letters[index - 1])
            && vowels.contains(letters[index + 1])
    }
}
