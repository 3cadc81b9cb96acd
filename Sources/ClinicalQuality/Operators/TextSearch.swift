/// Finds a text inside of others in a time that grows with their lengths, not with the product.
///
/// Source: Knuth, Morris, Pratt, "Fast Pattern Matching in Strings" (1977).
struct TextSearch {
    private let pattern: [Unicode.Scalar]
    /// For each length of a part that was found: how much of it can be the beginning of a match
    /// further on.
    private var overlaps = [0]

    init(_ pattern: [Unicode.Scalar]) {
        self.pattern = pattern
        var length = 0
        for scalar in pattern.dropFirst() {
            length = extended(length, scalar)
            overlaps.append(length)
        }
    }

    /// How much of the pattern is found behind `length` characters of it and `scalar`.
    private func extended(_ length: Int, _ scalar: Unicode.Scalar) -> Int {
        var length = length
        while length > 0, pattern[length] != scalar { length = overlaps[length - 1] }
        return pattern[length] == scalar ? length + 1 : 0
    }

    /// The first `limit` places of the pattern in `text`, from left to right, without overlap.
    ///
    /// An empty pattern is found at the beginning only.
    func places(in text: some Sequence<Unicode.Scalar>, limit: Int = .max) -> [Int] {
        guard !pattern.isEmpty else { return [0] }
        var found: [Int] = []
        var length = 0
        for (index, scalar) in text.enumerated() {
            length = extended(length, scalar)
            guard length == pattern.count else { continue }
            found.append(index + 1 - length)
            if found.count == limit { break }
            length = 0
        }
        return found
    }
}
