/// One name of a person, a given name or a family name, with the keys by which it is compared.
struct NameComponent: Hashable {
    /// The script in which the name was written.
    let script: NameWord.Script
    /// The spelling, folded.
    let exact: String
    /// The keys, each once.
    let keys: [NameKey]

    init(_ word: NameWord) {
        script = word.script
        switch word.script {
        case .latin:
            exact = word.text
            keys = Self.distinct(Self.latinKeys(word.letters))
        case .arabic:
            exact = ArabicLetters.hardFolded(word.text)
            keys = Self.distinct(Self.arabicKeys(word.text))
        case .other:
            exact = word.text
            keys = [NameKey("ot:" + word.text, .plain)]
        }
    }

    private static func latinKeys(_ letters: [UInt8]) -> [NameKey] {
        var keys: [NameKey] = []
        for variant in ArticleStripper.variants(latin: CompoundNames.normalized(latin: letters)) {
            let known = NameLexicon.entries(spelling: String(decoding: variant, as: UTF8.self))
            for entry in known {
                keys.append(NameKey(lexicon: entry))
                keys += entry.arabic.flatMap(crossKeys(arabic:)).map {
                    NameKey("2" + $0, .crossLexicon)
                }
            }
            guard known.isEmpty else { continue }
            let sound = LatinSound(letters: variant).key
            keys.append(NameKey("la:" + sound, .plain))
            keys += NameLexicon.entries(sound: sound).map(NameKey.init(lexicon:))
            keys += CrossScriptKeys.keys(latin: variant).map { NameKey("1" + $0, .crossLatin) }
        }
        return keys
    }

    /// Keys of how a name sounds begin with 1 or 2.
    ///
    /// Those with 1 let Latin spellings that are not in the lexicon meet all Arabic ones, and each
    /// other; those with 2 let Latin spellings of the lexicon meet Arabic ones that are not in it.
    /// Two names of the lexicon meet by its own keys only: there the rules could but confuse them.
    private static func arabicKeys(_ word: String) -> [NameKey] {
        var keys: [NameKey] = []
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

    private static func crossKeys(arabic word: String) -> [String] {
        CrossScriptKeys.keys(arabic: CompoundNames.normalized(arabic: word))
    }

    private static func distinct(_ keys: [NameKey]) -> [NameKey] {
        // A handful of keys: looking through them is faster than hashing them.
        keys.reduce(into: []) { distinct, key in
            if !distinct.contains(key) { distinct.append(key) }
        }
    }
}
