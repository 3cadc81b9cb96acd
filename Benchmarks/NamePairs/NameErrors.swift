/// Single errors of those who write names.
enum NameErrors {
    /// Two neighboring digits that differ change places.
    static func transposed(_ number: String, _ random: inout SplitMix) -> String {
        var digits = Array(number)
        let places = digits.indices.dropLast().filter { digits[$0] != digits[$0 + 1] }
        guard !places.isEmpty else { return number }
        let place = places[random.below(places.count)]
        digits.swapAt(place, place + 1)
        return String(digits)
    }

    /// Joins `de la Torre` to `Delatorre`, or drops what stands before the name.
    static func joinParticles(_ record: inout WrittenRecord, _ random: inout SplitMix) {
        let particles: Set<String> = [
            "de", "del", "la", "di", "lo", "al", "el", "abu", "abou", "bu", "bou", "أبو", "بو",
        ]
        let words = record.family.split { " -’'".contains($0) }.map(String.init)
        let isJoined = random.chance(50)
        var family: [String] = []
        var pending = ""
        for word in words {
            if particles.contains(word.lowercased()) {
                pending += word
            } else {
                family.append(isJoined ? pending + word : word)
                pending = ""
            }
        }
        record.family = family.joined(separator: " ")
    }

    /// Drops the second word of a given name, or joins the two.
    static func shortenCompound(_ record: inout WrittenRecord, _ random: inout SplitMix) {
        let words = (record.given.first ?? "").split(separator: " ").map(String.init)
        guard words.count > 1 else { return }
        switch random.below(3) {
        case 0: record.given = [words[0]]
        case 1: record.given = [words[0] + words[1...].joined().lowercased()]
        default: record.given = words
        }
    }

    /// One letter is left out, doubled, exchanged with the next one or replaced by a neighbor on the
    /// keyboard, in a word of at least five letters and not at its beginning.
    static func typo(_ record: inout WrittenRecord, _ random: inout SplitMix) {
        var words = (record.given + [record.family]).map {
            $0.split(separator: " ").map(Array.init)
        }
        var places: [(field: Int, word: Int)] = []
        for (field, names) in words.enumerated() where field == 0 || field == words.count - 1 {
            for (word, letters) in names.enumerated() where letters.count >= 5 {
                places.append((field, word))
            }
        }
        guard !places.isEmpty else { return }
        let place = places[random.below(places.count)]
        var letters = words[place.field][place.word]
        let index = 1 + random.below(letters.count - 2)
        switch random.below(4) {
        case 0: letters.remove(at: index)
        case 1: letters.insert(letters[index], at: index)
        case 2: letters.swapAt(index, index + 1)
        default: letters[index] = neighbor(of: letters[index])
        }
        words[place.field][place.word] = letters
        let texts = words.map { $0.map { String($0) }.joined(separator: " ") }
        record.given = Array(texts.dropLast())
        record.family = texts.last ?? ""
    }

    private static func neighbor(of letter: Character) -> Character {
        let rows = [
            "qwertyuiop", "asdfghjkl", "zxcvbnm", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ",
        ]
        for row in rows {
            let keys = Array(row)
            let lower = Character(letter.lowercased())
            if let index = keys.firstIndex(of: lower) {
                let key = keys[index + 1 < keys.count ? index + 1 : index - 1]
                return letter.isUppercase ? Character(key.uppercased()) : key
            }
        }
        return letter
    }

    /// Abbreviates as clerks do: Mª, Fco, Fdez.
    static func abbreviate(_ record: inout WrittenRecord) {
        let short = [
            "María": "Mª", "Maria": "Mª", "Francisco": "Fco.", "José": "J.", "Fernández": "Fdez.",
            "Rodríguez": "Rguez.", "Ramírez": "Ramírez", "Domínguez": "Dguez.",
            "Martínez": "Mtnez.", "González": "Glez.",
        ]
        func shortened(_ text: String) -> String {
            text.split(separator: " ").map { short[String($0)] ?? String($0) }.joined(
                separator: " "
            )
        }
        let given = record.given.map(shortened)
        // J. alone says nothing.
        record.given = given == ["J."] ? record.given : given
        record.family = shortened(record.family)
    }

    /// Other apostrophes, combining accents, tatweel, invisible signs, upper case.
    static func changeSigns(_ record: inout WrittenRecord, _ random: inout SplitMix) {
        let combining: [Character: String] = [
            "á": "a\u{301}", "é": "e\u{301}", "í": "i\u{301}", "ó": "o\u{301}", "ú": "u\u{301}",
            "ñ": "n\u{303}", "'": "\u{2019}", "د": "د\u{200F}", "م": "مـ", "أ": "ا", "ة": "ه",
            "-": " ", "ى": "ي",
        ]
        func changed(_ text: String) -> String {
            text.map { combining[$0] ?? String($0) }.joined()
        }
        record.given = record.given.map(changed)
        record.family = changed(record.family)
        if random.chance(50) { record.family = record.family.uppercased() }
    }
}
