/// The stem of an Armenian family name, the same for Western and Eastern spellings and for Arabic
/// script: Hagopian, Agopian, Hakobyan and هاغوبيان.
///
/// Western and Eastern Armenian exchange b and p, d and t, g and k; French and English spellings write
/// its many hissing sounds in many ways. So these fall together, and the vowels and the h away.
/// That is coarse, but the names to which it applies end in -ian or -yan.
enum ArmenianFamily {
    private static let endings = ["ian", "yan", "ean", "iants", "yants"].map { Array($0.utf8) }
    private static let clusters: [(spelling: [UInt8], sound: UInt8)] = [
        ("tch", "s"), ("dch", "s"), ("kh", "x"), ("gh", "x"), ("ch", "s"), ("sh", "s"), ("dj", "s"),
        ("tj", "s"), ("ts", "s"), ("tz", "s"), ("dz", "s"), ("th", "d"), ("ph", "b"),
    ]
    .map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }
    private static let letters = Dictionary(
        uniqueKeysWithValues: zip("bpdtgkqcjszxfvwrlmn".utf8, "bbddggggsssxfffrlmn".utf8)
    )
    private static let hissing = Array("s".utf8)
    private static let arabicLetters: [Unicode.Scalar: String] = [
        "ب": "b", "د": "d", "ت": "d", "ط": "d", "ك": "g", "ق": "g", "خ": "x", "ج": "s", "ش": "s",
        "س": "s", "ز": "s", "ص": "s", "ف": "f", "و": "", "ر": "r", "ل": "l", "م": "m", "ن": "n",
    ]

    /// The key of a Latin spelling; nil when it is no such name.
    static func stem(latin letters: [UInt8]) -> String? {
        guard
            let ending = endings.first(where: { letters.suffix($0.count) == $0[...] }),
            letters.count >= ending.count + 3
        else { return nil }
        var rest = letters.dropLast(ending.count)
        var sounds: [UInt8] = []
        while let first = rest.first {
            if let cluster = clusters.first(where: { rest.starts(with: $0.spelling) }) {
                sounds.append(cluster.sound)
                rest = rest.dropFirst(cluster.spelling.count)
            } else {
                if let sound = Self.letters[first] { sounds.append(sound) }
                rest = rest.dropFirst()
            }
        }
        return key(sounds)
    }

    /// The keys of an Arabic spelling: غ stands for two sounds, and و for a vowel or a v.
    static func stems(arabic word: String) -> [String] {
        let scalars = Array(word.unicodeScalars)
        guard scalars.count >= 6, scalars.suffix(3) == Array("يان".unicodeScalars)[...] else {
            return []
        }
        let rest = scalars.dropLast(3)
        let keys = ["g", "x"].compactMap { gh in
            var sounds: [UInt8] = []
            for letter in rest {
                let sound = Array((letter == "غ" ? gh : arabicLetters[letter] ?? "").utf8)
                // A t or d before a hissing sound is a part of it: تش is ch, دج is j.
                if sound == hissing, sounds.last == UInt8(ascii: "d") { sounds.removeLast() }
                sounds += sound
            }
            return key(sounds)
        }
        return keys.count == 2 && keys[0] == keys[1] ? [keys[0]] : keys
    }

    /// Sounds of one kind in a row are one.
    private static func key(_ sounds: [UInt8]) -> String? {
        var distinct: [UInt8] = []
        for sound in sounds where sound != distinct.last { distinct.append(sound) }
        return distinct.isEmpty ? nil : "arm:" + String(decoding: distinct, as: UTF8.self)
    }
}
