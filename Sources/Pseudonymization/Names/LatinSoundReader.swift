/// Reads letters a to z into the units of their sound.
struct LatinSoundReader {
    /// A spelling of several letters with the consonants that it stands for.
    private struct Cluster {
        let spelling: [UInt8]
        let sounds: Sounds

        init(_ spelling: String, _ first: Unicode.Scalar, _ second: Unicode.Scalar? = nil) {
            self.spelling = Array(spelling.utf8)
            sounds = (UInt8(ascii: first), second.map { UInt8(ascii: $0) })
        }
    }

    private typealias Sounds = (first: UInt8, second: UInt8?)

    /// Longer spellings before shorter ones: the first that fits counts.
    private static let clusters = [
        Cluster("tch", "$"), Cluster("sch", "$"),
        Cluster("ch", "$"), Cluster("sh", "$"), Cluster("dj", "j"), Cluster("kh", "k"),
        Cluster("gh", "g"), Cluster("th", "t"), Cluster("dh", "d"), Cluster("ph", "f"),
        Cluster("ck", "k"),
    ]

    private static let greekCh = Array("ch".utf8)

    private let letters: [UInt8]
    private var position = 0
    private var units: [LatinSound.Unit] = []
    private(set) var endsInH = false

    init(_ letters: [UInt8]) {
        self.letters = letters
    }

    mutating func read() -> [LatinSound.Unit] {
        // Oualid is Walid.
        if letter(at: 0) == UInt8(ascii: "o"), letter(at: 1) == UInt8(ascii: "u"), isVowel(at: 2) {
            units.append(.consonant(UInt8(ascii: "w")))
            position = 2
        }
        while position < letters.count {
            if isVowel(at: position) {
                readVowels()
            } else {
                readConsonant()
            }
        }
        return units
    }

    private mutating func readVowels() {
        var run = LatinSound.VowelRun()
        while isVowel(at: position) {
            run.append(letters[position])
            position += 1
        }
        units.append(.vowels(run))
    }

    private mutating func readConsonant() {
        let next = letter(at: position + 1)
        if beginsWithGreekCh {
            append((UInt8(ascii: "k"), nil), length: 2)
            return
        }
        if next == UInt8(ascii: "h") || next == UInt8(ascii: "c") || next == UInt8(ascii: "k")
            || next == UInt8(ascii: "j")
        {
            for cluster in Self.clusters where letters[position...].starts(with: cluster.spelling) {
                append(cluster.sounds, length: cluster.spelling.count)
                return
            }
        }
        let letter = letters[position]
        if letter == UInt8(ascii: "h"), position == letters.count - 1, isAfterVowels {
            endsInH = true
            position += 1
        } else {
            append(sounds(of: letter, before: next), length: isBeforeMuteU(letter) ? 2 : 1)
        }
    }

    /// Christine and Chloe, not Bouchra.
    private var beginsWithGreekCh: Bool {
        position == 0 && letters.starts(with: Self.greekCh)
            && (letter(at: 2) == UInt8(ascii: "r") || letter(at: 2) == UInt8(ascii: "l"))
    }

    private func sounds(of letter: UInt8, before next: UInt8?) -> Sounds {
        switch letter {
        case UInt8(ascii: "c"):
            next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y")
                ? (UInt8(ascii: "s"), nil) : (UInt8(ascii: "k"), nil)
        // Gamal is Jamal; a g that stays one is written gh.
        case UInt8(ascii: "g"): (UInt8(ascii: "j"), nil)
        case UInt8(ascii: "q"): (UInt8(ascii: "k"), nil)
        case UInt8(ascii: "x"): (UInt8(ascii: "k"), UInt8(ascii: "s"))
        case UInt8(ascii: "z"): (UInt8(ascii: "s"), nil)
        case UInt8(ascii: "v"): (UInt8(ascii: "f"), nil)
        case UInt8(ascii: "p"): (UInt8(ascii: "b"), nil)
        default: (letter, nil)
        }
    }

    /// The u of Guillermo and Enrique only keeps the consonant hard.
    private func isBeforeMuteU(_ consonant: UInt8) -> Bool {
        guard consonant == UInt8(ascii: "g") || consonant == UInt8(ascii: "q"),
            letter(at: position + 1) == UInt8(ascii: "u")
        else { return false }
        let after = letter(at: position + 2)
        return after == UInt8(ascii: "e") || after == UInt8(ascii: "i")
    }

    private var isAfterVowels: Bool {
        if case .vowels? = units.last { true } else { false }
    }

    private mutating func append(_ sounds: Sounds, length: Int) {
        append(sounds.first)
        sounds.second.map { append($0) }
        position += length
    }

    private mutating func append(_ consonant: UInt8) {
        if units.last != .consonant(consonant) { units.append(.consonant(consonant)) }
    }

    private func letter(at index: Int) -> UInt8? {
        index < letters.count ? letters[index] : nil
    }

    /// A y or w at the beginning of the word and before a vowel is a consonant.
    private func isVowel(at index: Int) -> Bool {
        guard let letter = letter(at: index) else { return false }
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
            UInt8(ascii: "u"):
            return true
        case UInt8(ascii: "y"), UInt8(ascii: "w"): return index > 0 || !isVowel(at: 1)
        default: return false
        }
    }
}
