/// A key by which a name is compared; names whose keys meet are similar.
struct NameKey: Hashable {
    /// The key.
    let text: String
    /// Which keys of another name it is compared with.
    let reach: LinkageKind.Reach

    /// Whether the key is that of a name of the lexicon, the same in both scripts.
    let isLexicon: Bool

    /// The key of a name of the lexicon.
    init(lexicon entry: NameLexicon.Entry) {
        text = entry.key
        reach = .plain
        isLexicon = true
    }

    /// A key of a name that is left to the rules, or of how one of the lexicon sounds.
    init(_ text: String, _ reach: LinkageKind.Reach) {
        self.text = text
        self.reach = reach
        isLexicon = false
    }
}
