/// The rule for every code, level and identifier that becomes a part of a stream's label.
///
/// Excluding the separators makes labels and canonical texts unambiguous without escapes.
enum SchemeName {
    private static let forbidden: [UInt8] = Array("/;=,\"\\".utf8)

    static func isValid(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !forbidden.contains($0) }
    }

    static func check(_ text: String, _ part: SchemePart) throws(RandomizationError) {
        guard isValid(text) else { throw .invalidName(part) }
    }

    static func checkDistinct(
        _ texts: [String],
        _ part: SchemePart
    ) throws(RandomizationError) {
        guard Set(texts).count == texts.count else { throw .duplicate(part) }
    }
}
