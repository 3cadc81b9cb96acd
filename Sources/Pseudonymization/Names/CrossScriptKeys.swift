/// Keys by which a Latin and an Arabic spelling of the same name can meet.
///
/// A key has the consonant classes and of the vowels only what both scripts show: that the word
/// begins with one (`v`), the vowel that it ends in (`a`, `i`, `u`), and a long i or u before the
/// last consonant (`I`, `U`), which is what keeps Mahmoud apart from Muhammad. Where a spelling
/// leaves one of these open, it has several keys.
enum CrossScriptKeys {
    private static let initialVowel = UInt8(ascii: "v")

    // MARK: Latin

    /// The keys of a word in Latin letters.
    static func keys(latin letters: [UInt8]) -> [String] {
        let sound = LatinSound(letters: letters)
        var variants = [sound.units]
        if sound.endsInH {
            variants.append(sound.units + [.consonant(UInt8(ascii: "h"))])
        }
        if let closed = sound.unitsWithoutMuteE {
            variants += [closed, withLongE(closed)]
        }
        let aynless = variants.map(withoutInnerH)
        variants += aynless
        return distinct(variants.flatMap(keys(of:)))
    }

    /// Therese is تيريز: before a mute e, Arabic writes an e as a long i.
    private static func withLongE(_ units: [LatinSound.Unit]) -> [LatinSound.Unit] {
        units.enumerated().map { index, unit in
            guard index == units.count - 2, case .vowels(var run) = unit,
                run.last == UInt8(ascii: "e")
            else { return unit }
            run.last = UInt8(ascii: "i")
            return .vowels(run)
        }
    }

    /// Nehme is نعمة: an h before a consonant can stand for an ayn, which has no key.
    private static func withoutInnerH(_ units: [LatinSound.Unit]) -> [LatinSound.Unit] {
        let h = LatinSound.Unit.consonant(UInt8(ascii: "h"))
        return units.indices.filter { index in
            guard units[index] == h, index > 0, index + 1 < units.count else { return true }
            if case .vowels = units[index + 1] { return true }
            return false
        }
        .map { units[$0] }
    }

    private static func keys(of units: [LatinSound.Unit]) -> [[UInt8]] {
        var stem: [UInt8] = []
        var endings: [[UInt8]] = [[]]
        for (index, unit) in units.enumerated() {
            let isLast = index == units.count - 1
            switch unit {
            case .vowels(let run):
                if index == 0 { stem.append(initialVowel) }
                if isLast { endings = finalVowels(run) }
            case .consonant(let consonant) where isLast:
                if index > 0, case .vowels(let run) = units[index - 1] {
                    endings = closingVowels(run).map { $0 + [consonant] }
                } else {
                    endings = [[consonant]]
                }
            case .consonant(let consonant): stem.append(consonant)
            }
        }
        return endings.map { stem + $0 }
    }

    /// What Arabic can write at the end of a word that ends in these vowels.
    private static func finalVowels(_ run: LatinSound.VowelRun) -> [[UInt8]] {
        let long = [UInt8(ascii: "i")]
        let open = [UInt8(ascii: "a")]
        let before = run.before
        switch run.last {
        case UInt8(ascii: "i"), UInt8(ascii: "y"): return [long]
        case UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "w"): return [[UInt8(ascii: "u")]]
        case UInt8(ascii: "e") where before == UInt8(ascii: "e"): return [long]
        case UInt8(ascii: "e") where before == UInt8(ascii: "i"): return [long, open]
        default: return [open]
        }
    }

    /// What Arabic can write between these vowels' neighbors when the right one ends the word.
    private static func closingVowels(_ run: LatinSound.VowelRun) -> [[UInt8]] {
        let long: [UInt8] = [UInt8(ascii: "I")]
        let back: [UInt8] = [UInt8(ascii: "U")]
        let before = run.before
        let isAfterI = before == UInt8(ascii: "i") || before == UInt8(ascii: "y")
        let isAfterU =
            before == UInt8(ascii: "u") || before == UInt8(ascii: "o")
            || before == UInt8(ascii: "w")
        switch run.last {
        case UInt8(ascii: "i"), UInt8(ascii: "y"): return [long, []]
        case UInt8(ascii: "w"): return [back, []]
        case UInt8(ascii: "o"), UInt8(ascii: "u"):
            // ou and oo are long, a single o or u may be short.
            return before == UInt8(ascii: "o") || before == UInt8(ascii: "u") ? [back] : [back, []]
        case UInt8(ascii: "e") where before == UInt8(ascii: "e"): return [long]
        // A glide that Arabic writes as a consonant looks like a long vowel there: Anwar, Mariam.
        case UInt8(ascii: "a") where isAfterI, UInt8(ascii: "e") where isAfterI: return [long, []]
        case UInt8(ascii: "a") where isAfterU: return [back, []]
        case UInt8(ascii: "e") where isAfterU: return [back, long, []]
        case UInt8(ascii: "e") where before == UInt8(ascii: "a"): return [long, []]
        default: return [[]]
        }
    }

    // MARK: Arabic

    private static let sounds: [Unicode.Scalar: UInt8] = {
        let letters = "بتثجحخدذرزسشصضطظغفقكلمنه"
        let classes = "bttjhkddrss$sdtsgfkklmnh"
        return Dictionary(uniqueKeysWithValues: zip(letters.unicodeScalars, classes.utf8))
    }()

    /// The other sounds that a letter has in some Latin spellings.
    private static let otherSounds: [Unicode.Scalar: [UInt8]] = [
        "ث": Array("s".utf8), "ذ": Array("st".utf8), "ظ": Array("d".utf8),
    ]

    /// The keys of a word in Arabic letters, without its article.
    static func keys(arabic word: String) -> [String] {
        // تش is how Arabic writes ch where it is no sh.
        var letters = Array(word.replacing("تش", with: "ش").unicodeScalars)
        while letters.count > 1, letters.last == "ء" { letters.removeLast() }
        var stem: [[UInt8]] = [[]]
        var vowel: Unicode.Scalar?
        for (index, letter) in letters.enumerated() {
            let isLast = index == letters.count - 1
            if index == 0, let sound = initialSound(of: letter) {
                stem = [[sound]]
                vowel = isLast ? letter : nil
            } else if let sound = sounds[letter] {
                let isHeh = isLast && letter == "ه" && vowel == nil
                let ending = isLast ? closingVowel(vowel) : []
                var next = stem.map { $0 + ending + [sound] }
                if isHeh { next += stem.map { $0 + [UInt8(ascii: "a")] } }
                for other in otherSounds[letter] ?? [] {
                    next += stem.map { $0 + ending + [other] }
                }
                stem = next
                vowel = nil
            } else if isLast {
                let endings = finalVowels(letter, after: vowel)
                stem = stem.flatMap { stem in endings.map { stem + $0 } }
            } else if letter != "ع", letter != "ئ", letter != "ء" {
                vowel = letter
            }
        }
        return distinct(stem)
    }

    /// What a letter stands for at the beginning of a word, where no long vowel can stand.
    private static func initialSound(of letter: Unicode.Scalar) -> UInt8? {
        switch letter {
        case "ا", "ع", "ء", "ئ": initialVowel
        case "و": UInt8(ascii: "w")
        case "ي": UInt8(ascii: "y")
        default: nil
        }
    }

    private static func closingVowel(_ vowel: Unicode.Scalar?) -> [UInt8] {
        switch vowel {
        case "و": [UInt8(ascii: "U")]
        case "ي", "ى": [UInt8(ascii: "I")]
        default: []
        }
    }

    private static func finalVowels(
        _ letter: Unicode.Scalar,
        after vowel: Unicode.Scalar?
    ) -> [[UInt8]] {
        switch letter {
        case "ا", "ى": [[UInt8(ascii: "a")]]
        // Nejat is نجاة: after an alef the teh marbuta is spoken.
        case "ة": vowel == "ا" ? [[UInt8(ascii: "t")], [UInt8(ascii: "a")]] : [[UInt8(ascii: "a")]]
        case "ي": [[UInt8(ascii: "i")]]
        case "و": [[UInt8(ascii: "u")]]
        case "ع" where vowel == "ي": [[UInt8(ascii: "i")]]
        case "ع" where vowel == "و": [[UInt8(ascii: "u")]]
        case "ع" where vowel == "ا": [[UInt8(ascii: "a")]]
        // What Latin spellings make of a silent ayn: Rafi, Rafea, Raf'.
        case "ع": [[], [UInt8(ascii: "a")], [UInt8(ascii: "i")]]
        default: [[]]
        }
    }

    /// The keys as texts, each once; n before b is spoken and often written m (Jumblatt).
    private static func distinct(_ keys: [[UInt8]]) -> [String] {
        // A handful of keys: looking through them is faster than hashing them.
        var seen: [[UInt8]] = []
        var texts: [String] = []
        for var key in keys {
            for index in key.indices.dropLast()
            where key[index] == UInt8(ascii: "n") && key[index + 1] == UInt8(ascii: "b") {
                key[index] = UInt8(ascii: "m")
            }
            if seen.contains(key) { continue }
            seen.append(key)
            texts.append(String(decoding: key, as: UTF8.self))
        }
        return texts
    }
}
