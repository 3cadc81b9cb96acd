/// A name of the lists, with the ways in which it is written.
///
/// The lists were compiled for this purpose; no person is meant.
struct ListedName: Hashable, Sendable {
    /// The spellings in Latin script, the official one first; empty where `sound` gives them.
    var latin: [String] = []
    /// Short forms and nicknames.
    var short: [String] = []
    /// The spelling in Arabic script; empty for names that are not written in it.
    var arabic = ""
    /// How an Arabic name sounds, in the letters of `ArabicSound`.
    var sound = ""

    /// Names of Spain and Italy: `official/other spelling~nickname~nickname`, with commas between.
    static func european(_ text: String) -> [ListedName] {
        list(text, ",").map { entry in
            let parts = list(entry, "~")
            return ListedName(latin: list(parts[0], "/"), short: Array(parts.dropFirst()))
        }
    }

    /// Arabic names: the Arabic spelling, a colon and its sound, with commas between.
    static func arabic(_ text: String) -> [ListedName] {
        list(text, ",").map { entry in
            let parts = list(entry, ":")
            return ListedName(arabic: parts[0], sound: parts.last ?? "")
        }
    }

    /// Armenian names and others with listed spellings: the Arabic spelling, a colon and the Latin
    /// ones with slashes, with commas between.
    static func spelled(_ text: String) -> [ListedName] {
        list(text, ",").map { entry in
            let parts = list(entry, ":")
            return ListedName(latin: list(parts.last ?? "", "/"), arabic: parts[0])
        }
    }

    private static func list(_ text: String, _ separator: Character) -> [String] {
        text.split(separator: separator).map { part in
            var words = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            words = words.isEmpty ? String(part) : words
            return words
        }
    }
}
