/// What makes records of two children look alike.
enum OtherChildRule: String, Sendable, CaseIterable {
    case strangers = "strangers"
    case twins = "twins"
    case twinsOfBothSexes = "twins of both sexes"
    case siblings = "siblings"
    case namesakes = "namesakes with another birth date"
    case birthday = "one birth date, one name in common"
    case cousins = "cousins with the same name and grandfather"
    case manyMuhammads = "Muhammad with another second name, born on one day"

    case similarTwins = "twins with similar names"
    case nearNamesakes = "namesakes, a day or a year apart"
    case similarFamily = "one birth date, the same given and a similar family name"
    case halfFamily = "one birth date, the same given and one of two family names"
    case fatherAndSon = "named after each other: the name of one is the other's father's"
    case nearNumber = "twins with neighboring numbers"
    case sameNumberElsewhere = "the same number at another office"

    static let development: [OtherChildRule] = [
        .strangers, .twins, .twinsOfBothSexes, .siblings, .namesakes, .birthday, .cousins,
        .manyMuhammads,
    ]
    static let heldOut: [OtherChildRule] = [
        .strangers, .similarTwins, .nearNamesakes, .similarFamily, .halfFamily, .fatherAndSon,
        .nearNumber, .sameNumberElsewhere, .twins, .siblings, .cousins,
    ]

    /// Whether it can happen to a child.
    func fits(_ child: Child) -> Bool {
        switch self {
        case .cousins, .fatherAndSon: child.people == .arab
        case .manyMuhammads: child.people == .arab && !child.isFemale
        case .halfFamily: child.people == .spain
        default: true
        }
    }

    /// The other child.
    func other(than child: Child, _ maker: inout ChildMaker) -> Child {
        var other = maker.child()
        switch self {
        case .strangers, .sameNumberElsewhere:
            if self == .sameNumberElsewhere {
                other.number = child.number
                other.office = (child.office + 1) % 4
            }
            return other
        case .birthday, .similarFamily, .halfFamily, .manyMuhammads:
            return bornOnOneDay(as: child, other, &maker)
        case .namesakes, .nearNamesakes, .cousins:
            return namesake(of: child, other, &maker)
        default:
            return sibling(of: child, other, &maker)
        }
    }

    private func sibling(of child: Child, _ stranger: Child, _ maker: inout ChildMaker) -> Child {
        var other = child
        other.number = self == .nearNumber ? child.number + 1 : stranger.number
        other.given = maker.otherGiven(than: child)
        switch self {
        case .twinsOfBothSexes:
            other.isFemale.toggle()
            other.given = maker.given(child.people, other.isFemale)
        case .similarTwins: other.given = similarGiven(to: child, &maker)
        case .siblings, .fatherAndSon:
            (other.year, other.month, other.day) = maker.otherDate(than: child)
            if self == .fatherAndSon, let father = child.fathers.first {
                other.given = father
                other.fathers[0] = child.given
            }
        default: break
        }
        return other
    }

    private func namesake(of child: Child, _ stranger: Child, _ maker: inout ChildMaker) -> Child {
        var other = child
        other.number = stranger.number
        other.office = stranger.office
        switch self {
        case .nearNamesakes:
            if maker.random.chance(50) {
                other.year += 1
            } else {
                other.day = child.day < 28 ? child.day + 1 : child.day - 1
            }
        case .cousins:
            other.fathers[0] = stranger.people == .arab ? stranger.given : other.fathers[0]
            (other.year, other.month, other.day) = maker.otherDate(than: child)
        default: (other.year, other.month, other.day) = maker.otherDate(than: child)
        }
        return other
    }

    private func bornOnOneDay(
        as child: Child,
        _ stranger: Child,
        _ maker: inout ChildMaker
    ) -> Child {
        var other = child
        other.number = stranger.number
        other.office = stranger.office
        if child.people == .arab {
            other.fathers = [maker.given(.arab, false), maker.given(.arab, false)]
        }
        switch self {
        case .birthday where maker.random.chance(50): other.given = maker.otherGiven(than: child)
        case .manyMuhammads:
            other.given = maker.lists.arab.male[0]
            other.families = [maker.family(.arab)]
            while other.families == child.families { other.families = [maker.family(.arab)] }
        case .halfFamily:
            let kept = maker.random.below(2)
            other.families[1 - kept] = otherFamily(than: child.families, &maker)
        case .similarFamily: other.families = [similarFamily(to: child, &maker)]
        default:
            other.families = child.families.map { _ in otherFamily(than: child.families, &maker) }
        }
        return other
    }

    private func otherFamily(
        than families: [ListedName],
        _ maker: inout ChildMaker
    ) -> ListedName {
        let people: Child.People = families.count > 1 ? .spain : .italy
        let list = families.first?.arabic.isEmpty == false ? Child.People.arab : people
        var other = maker.family(list)
        while families.contains(other) { other = maker.family(list) }
        return other
    }

    /// Of the names of the list, one that looks most like the child's.
    private func similarGiven(to child: Child, _ maker: inout ChildMaker) -> ListedName {
        let names = maker.names(child.people)
        return Self.nearest(to: child.given, in: child.isFemale ? names.female : names.male)
            ?? maker.otherGiven(than: child)
    }

    private func similarFamily(to child: Child, _ maker: inout ChildMaker) -> ListedName {
        Self.nearest(to: child.families[0], in: maker.names(child.people).family)
            ?? maker.family(child.people)
    }

    private static func nearest(to name: ListedName, in list: [ListedName]) -> ListedName? {
        func text(_ name: ListedName) -> [Character] {
            Array(name.sound.isEmpty ? name.latin.first ?? "" : name.sound)
        }
        return list.filter { $0 != name }
            .min {
                EditDistance.between(text($0), text(name))
                    < EditDistance.between(text($1), text(name))
            }
    }
}

/// How many letters two words differ by (Levenshtein).
enum EditDistance {
    static func between(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var corner = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let replaced = corner + (letter == other ? 0 : 1)
                corner = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, corner + 1)
            }
        }
        return row.last ?? left.count
    }
}
