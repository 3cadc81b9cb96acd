/// Names that are spelled in two languages of one country, short forms, nicknames and abbreviations.
///
/// They are compared by their exact spellings: nicknames are too short to be compared by their sound.
enum NameEquivalents {
    private static let keysBySpelling: [String: [String]] = {
        var keys: [String: [String]] = [:]
        for line in lines.split(separator: "\n") {
            let spellings = line.split(separator: " ").map(String.init)
            guard let first = spellings.first else { continue }
            for spelling in spellings where keys[spelling]?.contains(first) != true {
                keys[spelling, default: []].append(first)
            }
        }
        return keys
    }()

    private static let single = Set(given.split(whereSeparator: \.isWhitespace).map(String.init))

    /// The names that a spelling may stand for, each by its first spelling.
    static func keys(of spelling: String) -> [String] {
        keysBySpelling[spelling] ?? []
    }

    /// Whether the spelling is a name that is in use.
    static func isListed(_ spelling: String) -> Bool {
        keysBySpelling[spelling] != nil || single.contains(spelling)
    }
}
