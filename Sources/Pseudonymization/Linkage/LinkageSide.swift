/// What a comparison asks of the tokens of one side.
struct LinkageSide {
    /// Where the tokens of each group stand; only tokens of one group can meet.
    let groups: [Range<Int>]
    /// The kinds that occur, as bits.
    let kinds: UInt64
    /// Whether there is a given name after the first.
    let hasOtherGiven: Bool
    /// Whether there is a family name after the first.
    let hasLastFamily: Bool
    /// Whether the first family name stands there once more, as it may in Spain.
    let repeatsFamily: Bool
    /// Whether a token is of how an Arabic spelling sounds.
    let hasArabic: Bool
    /// Whether a token is of how a Latin spelling sounds.
    let hasLatin: Bool

    init(_ tokens: LinkageTokens) {
        let list = tokens.tokens
        var bounds = [0]
        var kinds: UInt64 = 0
        var (other, last, arabic, latin) = (false, false, false, false)
        for (index, token) in list.enumerated() {
            let kind = token.kind
            while bounds.count <= kind.group { bounds.append(index) }
            let isNewKind = kinds & kind.bit == 0
            kinds |= kind.bit
            guard isNewKind else { continue }
            other = other || kind.role == .otherGiven
            last = last || kind.role == .lastFamily
            if let isArabic = kind.isOfArabicSpelling {
                arabic = arabic || isArabic
                latin = latin || !isArabic
            }
        }
        while bounds.count <= LinkageKind.groupCount { bounds.append(list.count) }
        let ranges = zip(bounds, bounds.dropFirst()).map { $0..<$1 }
        let names = list[ranges[1]]
        groups = ranges
        repeatsFamily =
            last
            && names.contains { token in
                token.kind.role == .lastFamily
                    && names.contains { $0.kind.role == .family && $0.value == token.value }
            }
        self.kinds = kinds
        hasOtherGiven = other
        hasLastFamily = last
        hasArabic = arabic
        hasLatin = latin
    }
}
