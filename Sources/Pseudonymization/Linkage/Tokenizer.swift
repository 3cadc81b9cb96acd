internal import Cryptography

/// Computes the tokens of one identity under one key.
///
/// The message of a token is `tag || 0x1F || field || 0x1F || field …` in UTF-8; no field can hold
/// the separator, because fields are folded. The token is the first 16 bytes of its code.
struct Tokenizer: ~Copyable {
    private static let separator: UInt8 = 0x1F

    private var code: HMACSHA256
    private var message: [UInt8] = []
    private(set) var tokens: [LinkageToken] = []

    init(key: borrowing LinkageKey) {
        code = HMACSHA256(key: key.secret)
        tokens.reserveCapacity(96)
    }

    mutating func add(_ identity: Identity) {
        let names = identity.names.map(ComparableName.init)
        if let birthDate = identity.birthDate {
            let birth = ComparableBirth(birthDate)
            add(birth, identity.sex)
            for name in names {
                add(name, birth, identity.sex)
            }
        }
        for number in identity.recordNumbers {
            add(number, identity.birthDate.map(ComparableBirth.init))
        }
    }

    private mutating func add(_ birth: ComparableBirth, _ sex: Sex?) {
        if let day = birth.day { add(.birthDate, "day", day) }
        if let month = birth.month { add(.birthMonth, "month", month) }
        if let sex = sex.flatMap(\.comparable) { add(.sex, "sex", birth.year, sex) }
    }

    private mutating func add(_ name: ComparableName, _ birth: ComparableBirth, _ sex: Sex?) {
        if let exact = name.exact, let day = birth.day, let digits = birth.unorderedDigits {
            add(name.isLong && !birth.isOpen ? .fullName : .shortFullName, "full", exact, day)
            add(.nameDigits, "digits", exact, digits)
        }
        if let day = birth.unorderedDay {
            addNames(name.firstGiven, .firstGiven, day)
            addNames(name.otherGiven, .otherGiven, day)
            addNames(name.family, .family, day)
            addNames(name.lastFamily, .lastFamily, day)
            addFragments(name.firstGiven.prefix(1), .firstGiven, day)
            addFragments(name.otherGiven.prefix(1), .otherGiven, day)
            addFragments(name.family.prefix(1), .family, day)
            addFragments(name.lastFamily.suffix(1), .lastFamily, day)
        }
        // Without a known sex, both are possible.
        let sexes = sex.flatMap(\.comparable).map { [$0] } ?? ["female", "male"]
        for given in name.firstGiven {
            for family in name.family + name.lastFamily {
                for sex in sexes {
                    addNameYear(given, family, birth, sex)
                }
            }
        }
    }

    private mutating func addNames(
        _ components: [NameComponent],
        _ role: LinkageKind.Role,
        _ day: String
    ) {
        for component in components {
            for key in component.keys {
                add(.name(role, key.reach), "name", key.text, day)
            }
        }
    }

    /// The name, and what is left of it when any one letter is missing.
    ///
    /// Two words with a fragment in common differ by one letter that is missing, added, replaced or
    /// exchanged with the next; a few that differ by two have one in common as well.
    private mutating func addFragments(
        _ components: some Sequence<NameComponent>,
        _ role: LinkageKind.Role,
        _ day: String
    ) {
        for component in components where component.isLong(asGiven: role == .firstGiven) {
            let kind = LinkageKind.fragment(role, isListed: component.isListed)
            let spelling = Array(component.exact.utf8)
            // A letter begins at every byte that does not go on with one.
            let starts = spelling.indices.filter { spelling[$0] & 0xC0 != 0x80 } + [spelling.count]
            add(kind, "fragment", component.exact, day)
            for (start, end) in zip(starts, starts.dropFirst()) {
                begin("fragment")
                message.append(Self.separator)
                message.append(contentsOf: spelling[..<start])
                message.append(contentsOf: spelling[end...])
                append(day)
                finish(kind)
            }
        }
    }

    private mutating func addNameYear(
        _ given: NameComponent,
        _ family: NameComponent,
        _ birth: ComparableBirth,
        _ sex: String
    ) {
        for first in given.keys {
            for second in family.keys {
                guard let reach = LinkageKind.Reach(first, second) else { continue }
                let kind = LinkageKind.nameYear(isOpen: birth.isOpen, reach)
                let (lower, upper) = (min(first.text, second.text), max(first.text, second.text))
                add(kind, "year", lower, upper, birth.year, sex)
            }
        }
    }

    private mutating func add(_ number: RecordNumber, _ birth: ComparableBirth?) {
        let value = ComparableRecordNumber(number)
        guard !value.characters.isEmpty else { return }
        add(.recordNumber, "record", value.system, value.characters)
        add(.recordSystem, "system", value.system)
        if let day = birth?.unorderedDay {
            for transposition in value.transpositions {
                add(.recordCharacters, "characters", value.system, transposition, day)
            }
        }
    }

    private mutating func add(_ kind: LinkageKind, _ tag: String, _ fields: String...) {
        begin(tag)
        for field in fields { append(field) }
        finish(kind)
    }

    private mutating func begin(_ tag: String) {
        message.removeAll(keepingCapacity: true)
        message.append(contentsOf: tag.utf8)
    }

    private mutating func append(_ field: String) {
        message.append(Self.separator)
        message.append(contentsOf: field.utf8)
    }

    private mutating func finish(_ kind: LinkageKind) {
        let digest = code.authenticationCode(for: message)
        tokens.append(LinkageToken(kind: kind, value: .init(digest)))
    }
}

extension LinkageKind.Reach {
    /// What two keys together are compared with; nil when that cannot meet anything.
    fileprivate init?(_ first: NameKey, _ second: NameKey) {
        switch (first.reach, second.reach) {
        case (let reach, let other) where reach == other: self = reach
        // The lexicon's keys are the same in both scripts.
        case (.plain, let reach) where first.isLexicon: self = reach
        case (let reach, .plain) where second.isLexicon: self = reach
        case (.crossLatin, .crossLexicon), (.crossLexicon, .crossLatin): self = .crossLexicon
        default: return nil
        }
    }
}

extension Sex {
    /// The sex as far as a conflict of two would mean anything.
    fileprivate var comparable: String? {
        switch self {
        case .female, .male: rawValue
        case .other, .unknown: nil
        }
    }
}
