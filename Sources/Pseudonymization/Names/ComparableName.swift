/// A name of a person, taken apart for comparison.
struct ComparableName {
    /// The first given name, also as all given names in one word.
    let firstGiven: [NameComponent]
    /// The other given names; where it is the custom, the father's and grandfather's.
    let otherGiven: [NameComponent]
    /// The first family name, also as all family names in one word.
    let family: [NameComponent]
    /// The family names after the first.
    let lastFamily: [NameComponent]
    /// The complete name as folded; nil when a given or a family name is missing.
    let exact: String?
    /// Whether the complete name has at least three words, so that two children hardly share it.
    let isLong: Bool

    init(_ name: HumanName) {
        var given = name.given.flatMap(WordSplitter.words(of:))
        var family = name.family.map(WordSplitter.words(of:)) ?? []
        if given.isEmpty, family.isEmpty, let text = name.text {
            given = WordSplitter.words(of: text)
        }
        let givenNames: NameReader.Names
        let familyNames: NameReader.Names
        // A whole name in one field: its first word is the given name, its last the family's.
        if family.isEmpty, given.count > 1 {
            givenNames = NameReader.names(in: given)
            family = given.suffix(1)
            familyNames = givenNames.only(givenNames.components.suffix(1))
        } else if given.isEmpty, family.count > 1 {
            familyNames = NameReader.names(in: family)
            givenNames = familyNames.only(familyNames.components.prefix(1))
        } else {
            givenNames = NameReader.names(in: given)
            familyNames = NameReader.names(in: family)
        }
        firstGiven = givenNames.components.prefix(1) + [givenNames.joined].compactMap { $0 }
        otherGiven = Array(givenNames.components.dropFirst())
        self.family =
            familyNames.components.prefix(1) + [familyNames.joined].compactMap { $0 }
        let last = familyNames.components.dropFirst()
        lastFamily = last.isEmpty ? [] : last + familyNames.withParticles
        let isComplete = !givenNames.components.isEmpty && !familyNames.components.isEmpty
        let words = [givenNames.exact, familyNames.exact]
        exact =
            isComplete ? words.map { $0.joined(separator: " ") }.joined(separator: "|") : nil
        isLong = words.joined().count > 2
    }
}
