/// One word of a name, folded: the same for every way of writing its letters.
struct NameWord: Hashable {
    enum Script: Hashable {
        /// Letters a to z.
        case latin
        /// The 28 letters of Arabic, with alef for all its variants.
        case arabic
        /// Any other script, in lower case.
        case other
    }

    let script: Script
    /// The folded letters; for Latin script, ASCII only.
    let text: String

    /// The folded letters of a Latin word.
    var letters: [UInt8] { Array(text.utf8) }

    init(_ script: Script, _ text: String) {
        self.script = script
        self.text = text
    }
}
