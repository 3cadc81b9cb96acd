/// One name of a person, a given name or a family name, with the keys by which it is compared.
struct NameComponent: Hashable {
    /// The script in which the name was written.
    let script: NameWord.Script
    /// The spelling, folded.
    let exact: String
    /// The keys, each once.
    let keys: [NameKey]
    /// Whether it is long enough to tell a slip from another name.
    ///
    /// Arabic script writes fewer letters; and given names lie closer together than family names, so
    /// that a twin's would be taken for a slip.
    func isLong(asGiven: Bool) -> Bool {
        exact.unicodeScalars.count >= (script == .arabic ? 4 : 5) + (asGiven ? 1 : 0)
    }
    /// Whether it is listed as a name of its own, so that it is hardly a slip for another.
    let isListed: Bool

    init(_ word: NameWord) {
        script = word.script
        exact = Self.exact(word)
        switch word.script {
        case .latin:
            keys = Self.distinct(Self.latinKeys(word.letters))
            isListed =
                !NameLexicon.entries(spelling: word.text).isEmpty
                || NameEquivalents.isListed(word.text)
        case .arabic:
            keys = Self.distinct(Self.arabicKeys(word.text))
            isListed = NameLexicon.entry(arabic: exact) != nil
        case .other:
            keys = [NameKey("ot:" + word.text, .plain)]
            isListed = false
        }
    }

    /// The spelling of a word, folded.
    static func exact(_ word: NameWord) -> String {
        word.script == .arabic ? ArabicLetters.hardFolded(word.text) : word.text
    }

    private static func latinKeys(_ letters: [UInt8]) -> [NameKey] {
        var keys = NameEquivalents.keys(of: String(decoding: letters, as: UTF8.self))
            .map { NameKey("eq:" + $0, .plain) }
        if let stem = ArmenianFamily.stem(latin: letters) { keys.append(NameKey(stem, .plain)) }
        for variant in ArticleStripper.variants(latin: CompoundNames.normalized(latin: letters)) {
            let known = NameLexicon.entries(spelling: String(decoding: variant, as: UTF8.self))
            for entry in known {
                keys.append(NameKey(lexicon: entry))
                keys += entry.sounds.map { NameKey("2" + $0, .crossLexicon) }
            }
            guard known.isEmpty else { continue }
            for reading in SpellingHabits.readings(latin: variant) {
                for sound in LatinSound(letters: reading).keys {
                    keys.append(NameKey("la:" + sound, .plain))
                    keys += NameLexicon.entries(sound: sound).map(NameKey.init(lexicon:))
                }
                keys += CrossScriptKeys.keys(latin: reading).map { NameKey("1" + $0, .crossLatin) }
            }
        }
        return keys
    }

    /// Keys of how a name sounds begin with 1 or 2.
    ///
    /// Those with 1 let Latin spellings that are not in the lexicon meet all Arabic ones, and each
    /// other; those with 2 let Latin spellings of the lexicon meet Arabic ones that are not in it.
    /// Two names of the lexicon meet by its own keys only: there the rules could but confuse them.
    private static func arabicKeys(_ word: String) -> [NameKey] {
        var keys = ArmenianFamily.stems(arabic: word).map { NameKey($0, .plain) }
        for variant in ArticleStripper.variants(arabic: word) {
            let spelling = ArabicLetters.hardFolded(variant)
            let sounds = crossKeys(arabic: variant)
            keys += sounds.map { NameKey("1" + $0, .crossArabic) }
            if let entry = NameLexicon.entry(arabic: spelling) {
                keys.append(NameKey(lexicon: entry))
            } else {
                keys.append(NameKey("ar:" + spelling, .plain))
                keys += sounds.map { NameKey("2" + $0, .crossArabic) }
            }
        }
        return keys
    }

    /// The keys of how an Arabic spelling sounds.
    static func crossKeys(arabic word: String) -> [String] {
        CrossScriptKeys.keys(arabic: CompoundNames.normalized(arabic: word))
    }

    private static func distinct(_ keys: [NameKey]) -> [NameKey] {
        // A handful of keys: looking through them is faster than hashing them.
        keys.reduce(into: []) { distinct, key in
            if !distinct.contains(key) { distinct.append(key) }
        }
    }
}
