/// A synthetic child as it is, before any office writes it down.
struct Child: Sendable {
    /// Whose customs its name follows.
    enum People: Sendable, CaseIterable {
        case spain, italy, arab, armenian
    }

    var people: People
    var isFemale: Bool
    /// The given name; in Spain and Italy perhaps of two words.
    var given: ListedName
    /// The father's and the grandfather's given names, which follow the own one in Arabic names.
    var fathers: [ListedName] = []
    /// The family names: two in Spain, else one.
    var families: [ListedName]
    var year: Int
    var month: Int
    var day: Int
    /// The number at its hospital, six digits.
    var number: Int
    /// Which hospital that is.
    var office: Int
}

/// Makes children with the names of one half.
struct ChildMaker: Sendable {
    let lists: NameLists
    var random: SplitMix

    init(lists: NameLists, seed: UInt64) {
        self.lists = lists
        random = SplitMix(seed: seed)
    }

    /// A child; Muhammad is as frequent as it is.
    mutating func child() -> Child {
        let people = Child.People.allCases[[0, 0, 1, 1, 2, 2, 2, 2, 2, 3][random.below(10)]]
        let isFemale = random.chance(48)
        var child = Child(
            people: people,
            isFemale: isFemale,
            given: ListedName(),
            families: [],
            year: 2003 + random.below(20),
            month: 1 + random.below(12),
            day: 1 + random.below(28),
            number: 100_000 + random.below(900_000),
            office: random.below(4)
        )
        child.given = given(people, isFemale)
        child.families = (0..<(people == .spain ? 2 : 1)).map { _ in family(people) }
        if people == .arab { child.fathers = [given(.arab, false), given(.arab, false)] }
        return child
    }

    func names(_ people: Child.People) -> NameLists.People {
        switch people {
        case .spain: lists.spain
        case .italy: lists.italy
        case .arab: lists.arab
        case .armenian: lists.armenian
        }
    }

    mutating func given(_ people: Child.People, _ isFemale: Bool) -> ListedName {
        let names = names(people)
        let compounds = isFemale ? names.femaleCompounds : names.maleCompounds
        let simple = isFemale ? names.female : names.male
        if !compounds.isEmpty, random.chance(20) {
            return random.pick(compounds, or: ListedName())
        }
        if people == .arab, !isFemale, random.chance(15) { return simple[0] }
        return random.pick(simple, or: ListedName())
    }

    mutating func family(_ people: Child.People) -> ListedName {
        random.pick(names(people).family, or: ListedName())
    }

    /// A given name other than `name`.
    mutating func otherGiven(than child: Child) -> ListedName {
        var other = given(child.people, child.isFemale)
        while other == child.given { other = given(child.people, child.isFemale) }
        return other
    }

    /// A birth date other than that of `child`.
    mutating func otherDate(than child: Child) -> (year: Int, month: Int, day: Int) {
        var date = (2003 + random.below(20), 1 + random.below(12), 1 + random.below(28))
        while date == (child.year, child.month, child.day) {
            date = (2003 + random.below(20), 1 + random.below(12), 1 + random.below(28))
        }
        return date
    }
}
