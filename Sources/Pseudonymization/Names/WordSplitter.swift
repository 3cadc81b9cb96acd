/// Splits a name as it was written into folded words.
///
/// Case, diacritics, vowel signs, tatweel, invisible characters and apostrophes of every kind
/// disappear; spaces, hyphens and other punctuation separate. No letter of any script is dropped:
/// a letter that has no folding stays as it is.
struct WordSplitter {
    private var words: [NameWord] = []
    private var script = NameWord.Script.latin
    private var text = ""
    private var endsInSmallLetter = false

    /// The words of a text, in order.
    static func words(of text: String) -> [NameWord] {
        var splitter = WordSplitter()
        for scalar in text.unicodeScalars {
            splitter.take(scalar)
        }
        splitter.endWord()
        return splitter.words
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            takeASCII(scalar)
        } else if let letters = ArabicLetters.folded(scalar) {
            append(letters, .arabic)
        } else {
            takeOther(scalar)
        }
    }

    private mutating func takeASCII(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "a"..."z":
            append(String(scalar), .latin)
            endsInSmallLetter = true
        case "A"..."Z":
            // AlAli, DeLuca: a capital within a word begins the next one.
            if endsInSmallLetter, text.utf8.count > 1 { endWord() }
            append(scalar.properties.lowercaseMapping, .latin)
            endsInSmallLetter = false
        case "'", "`": break
        default: endWord()
        }
    }

    private mutating func takeOther(_ scalar: Unicode.Scalar) {
        let properties = scalar.properties
        if Self.isApostrophe(scalar) || ArabicLetters.isTatweel(scalar)
            || properties.isDefaultIgnorableCodePoint
            || properties.canonicalCombiningClass != .notReordered
        {
            return
        }
        if let letters = LatinLetters.folded(scalar) {
            append(letters, .latin)
        } else if properties.isAlphabetic {
            append(properties.lowercaseMapping, .other)
        } else {
            endWord()
        }
    }

    /// The signs that are typed for an apostrophe, an ayn or a hamza within a Latin word.
    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00B4, 0x02B9...0x02BF, 0x02C8, 0x02CA, 0x02CB, 0x02BB, 0x055A, 0x05F3,
            0x2018...0x201B,
            0x2032, 0x2035, 0xA78B, 0xA78C, 0xFF07, 0x00B7, 0x2027:
            true
        default: false
        }
    }

    private mutating func append(_ letters: String, _ next: NameWord.Script) {
        if next != script { endWord() }
        script = next
        text += letters
    }

    private mutating func endWord() {
        if !text.isEmpty { words.append(NameWord(script, text)) }
        text = ""
        endsInSmallLetter = false
    }
}
