/// Names that rules alone would miss or confuse: one Arabic name with its usual Latin spellings.
///
/// Arabic does not write short vowels and the four countries spell them differently in Latin
/// script, so محمد and محمود would need the same rule to be apart and Youssef and Yusuf to be
/// together. The list is our own; a name that is not in it is left to the rules.
enum NameLexicon {
    /// A name, known by its first Arabic spelling.
    struct Entry: Hashable {
        /// The key of the name, the same for every spelling in either script.
        let key: String
        /// The keys of how its Arabic spellings sound.
        let sounds: [String]
    }

    private struct Index {
        var bySpelling: [String: [Entry]] = [:]
        var bySound: [String: [Entry]] = [:]
        var byArabic: [String: Entry] = [:]
    }

    private static let index: Index = {
        var index = Index()
        for line in NameLexicon.lines.split(separator: "\n") {
            let sides = line.split(separator: "=")
            guard sides.count == 2 else { continue }
            let arabic = sides[0].split(whereSeparator: { $0 == "/" || $0 == " " }).map {
                spelling in
                WordSplitter.words(of: String(spelling)).map(\.text).joined()
            }
            guard let first = arabic.first else { continue }
            let entry = Entry(
                key: "lx:" + ArabicLetters.hardFolded(first),
                sounds: arabic.flatMap(NameComponent.crossKeys(arabic:))
            )
            for spelling in arabic {
                index.byArabic[ArabicLetters.hardFolded(spelling)] = entry
            }
            for spelling in sides[1].split(separator: " ") {
                let letters = CompoundNames.normalized(latin: Array(spelling.utf8))
                let normalized = String(decoding: letters, as: UTF8.self)
                add(entry, to: &index.bySpelling[normalized, default: []])
                add(entry, to: &index.bySound[LatinSound(letters: letters).key, default: []])
            }
        }
        return index
    }()

    private static func add(_ entry: Entry, to entries: inout [Entry]) {
        if !entries.contains(entry) { entries.append(entry) }
    }

    /// The names that are spelled so in Latin letters.
    static func entries(spelling: String) -> [Entry] {
        index.bySpelling[spelling] ?? []
    }

    /// The names with a Latin spelling that sounds so.
    static func entries(sound: String) -> [Entry] {
        index.bySound[sound] ?? []
    }

    /// The name with this Arabic spelling, hard-folded.
    static func entry(arabic: String) -> Entry? {
        index.byArabic[arabic]
    }
}
