import Cryptography

/// What the key of a row of grants says: which data key is wrapped to whom, `records/BCN#1/jordi.bcn`.
struct GrantName: Hashable {
    let key: KeyIdentifier
    let holder: String

    init?(_ text: String) {
        guard let mark = text.lastIndex(of: "/"),
            let key = try? KeyIdentifier(text: String(text[..<mark]))
        else { return nil }
        self.key = key
        holder = String(text[text.index(after: mark)...])
    }
}
