/// A name of a person, taken apart for comparison.
struct ComparableName {
    /// The first given name, also as all given names in one word.
    let firstGiven: [NameComponent]
    /// The other given names; where it is the custom, the father's and grandfather's.
    let otherGiven: [NameComponent]
    /// The family names, also as all of them in one word.
    let family: [NameComponent]
    /// The complete name as folded; nil when a given or a family name is missing.
    let exact: String?

    init(_ name: HumanName) {
        var given = name.given.flatMap(WordSplitter.words(of:))
        var family = name.family.map(WordSplitter.words(of:)) ?? []
        if given.isEmpty, family.isEmpty, let text = name.text {
            given = WordSplitter.words(of: text)
        }
        let givenNames: (components: [NameComponent], joined: NameComponent?)
        let familyNames: (components: [NameComponent], joined: NameComponent?)
        // A whole name in one field: its first word is the given name, its last the family's.
        if family.isEmpty, given.count > 1 {
            givenNames = NameReader.names(in: given)
            family = given.suffix(1)
            familyNames = (givenNames.components.suffix(1), nil)
        } else if given.isEmpty, family.count > 1 {
            familyNames = NameReader.names(in: family)
            givenNames = (Array(familyNames.components.prefix(1)), nil)
        } else {
            givenNames = NameReader.names(in: given)
            familyNames = NameReader.names(in: family)
        }
        firstGiven = givenNames.components.prefix(1) + [givenNames.joined].compactMap { $0 }
        otherGiven = Array(givenNames.components.dropFirst())
        self.family = familyNames.components + [familyNames.joined].compactMap { $0 }
        let isComplete = !givenNames.components.isEmpty && !familyNames.components.isEmpty
        exact =
            isComplete
            ? [givenNames.components, familyNames.components]
                .map { $0.map(\.exact).joined(separator: " ") }.joined(separator: "|")
            : nil
    }
}
