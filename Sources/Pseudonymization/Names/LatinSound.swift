/// How a word in Latin letters sounds, whatever language it was spelled for.
///
/// Consonants fall into classes that spellings and keyboards confuse; a run of vowels counts as
/// `u` when it has an o, u or w, else as `a`.
struct LatinSound {
    /// A consonant class or a run of vowel letters.
    enum Unit: Hashable {
        case consonant(UInt8)
        case vowels(VowelRun)
    }

    /// What matters of a run of vowel letters.
    struct VowelRun: Hashable {
        /// The number of letters.
        var count = 0
        /// The last letter.
        var last: UInt8 = 0
        /// The letter before the last; 0 when there is none.
        var before: UInt8 = 0
        /// Whether one of them is an o, u or w.
        var isBack = false

        mutating func append(_ letter: UInt8) {
            count += 1
            before = last
            last = letter
            if letter == UInt8(ascii: "o") || letter == UInt8(ascii: "u")
                || letter == UInt8(ascii: "w")
            {
                isBack = true
            }
        }
    }

    /// The units in order; consonants of the same class in a row are one.
    let units: [Unit]
    /// Whether the word ends in an h after a vowel; it is not among the units.
    let endsInH: Bool

    init(letters: [UInt8]) {
        var reader = LatinSoundReader(letters)
        units = reader.read()
        endsInH = reader.endsInH
    }

    /// The units without a mute e at the end; nil when there is none.
    ///
    /// French spellings have it after a consonant: Amine for Amin.
    var unitsWithoutMuteE: [Unit]? {
        guard units.count > 2, !endsInH, case .vowels(let run)? = units.last, run.count == 1,
            run.last == UInt8(ascii: "e")
        else { return nil }
        return units.dropLast()
    }

    /// The sound of the whole word as a key.
    var key: String { Self.key(unitsWithoutMuteE ?? units) }

    /// The sound, and where the word ends in an e also with it: Halime is Halima, Amine is Amin.
    var keys: [String] {
        unitsWithoutMuteE.map { [Self.key($0), Self.key(units)] } ?? [Self.key(units)]
    }

    private static func key(_ units: [Unit]) -> String {
        var bytes: [UInt8] = []
        for unit in units {
            switch unit {
            case .consonant(let consonant): bytes.append(consonant)
            case .vowels(let run): bytes.append(run.isBack ? UInt8(ascii: "u") : UInt8(ascii: "a"))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
