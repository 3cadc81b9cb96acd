/// What makes two records of one child differ.
enum ErrorRule: String, Sendable, CaseIterable {
    case accents = "accents and capitals"
    case spelling = "another spelling"
    case script = "another script"
    case missingName = "a missing family or father's name"
    case swappedNames = "given and family name swapped"
    case swappedDate = "day and month swapped"
    case partialDate = "a partial birth date"
    case nickname = "a nickname or the name in the other language"
    case transposedNumber = "transposed digits in the number, another spelling"
    case particles = "particles joined or dropped"
    case compound = "a compound given name shortened or joined"

    case abroad = "spelled in another country"
    case wholeName = "the whole name in one field"
    case firstOfJanuary = "the first of January"
    case typo = "one wrong letter"
    case abbreviation = "abbreviations"
    case reversedFamilies = "family names in the other order"
    case fatherAsFamily = "the father's name as family name"
    case signs = "signs and forms of letters"
    case sameNumber = "the same number, two wrong letters"
    case swappedAcrossScripts = "swapped names in another script"
    case longChain = "all fathers' names in the family name"
    case transposedDate = "transposed digits in the birth date"

    static let development: [ErrorRule] = [
        .accents, .spelling, .script, .missingName, .swappedNames, .swappedDate, .partialDate,
        .nickname, .transposedNumber, .particles, .compound,
    ]
    static let heldOut: [ErrorRule] = [
        .abroad, .wholeName, .firstOfJanuary, .typo, .abbreviation, .reversedFamilies,
        .fatherAsFamily, .signs, .sameNumber, .swappedAcrossScripts, .longChain, .transposedDate,
        .swappedDate, .partialDate, .nickname,
    ]

    /// Whether the error can happen to a child.
    func fits(_ child: Child) -> Bool {
        let given = child.given.latin.first ?? ""
        switch self {
        case .script, .swappedAcrossScripts, .abroad:
            return child.people == .arab || child.people == .armenian
        case .missingName, .reversedFamilies: return child.families.count > 1
        case .fatherAsFamily, .longChain: return child.people == .arab
        case .swappedDate: return child.day <= 12 && child.day != child.month
        case .nickname: return !child.given.short.isEmpty || child.given.latin.count > 1
        case .particles:
            return child.families.contains { family in
                (family.latin.first ?? family.sound).contains { " -'".contains($0) }
            }
        case .compound: return given.contains(" ")
        case .abbreviation:
            return ["María", "Francisco", "José"].contains { given.hasPrefix($0) }
                || ["Fernández", "Rodríguez", "Ramírez", "Domínguez", "Martínez", "González"]
                    .contains { family in child.families.contains { $0.latin.first == family } }
        case .transposedDate:
            return child.day % 10 != child.day / 10 && (1...28).contains(Self.mirrored(child.day))
        default: return true
        }
    }

    private static func mirrored(_ day: Int) -> Int { day % 10 * 10 + day / 10 }

    /// How the second office writes.
    func restyle(_ style: inout RecordWriter.Style, _ random: inout SplitMix) {
        switch self {
        case .accents, .signs, .typo, .sameNumber, .transposedDate:
            style.dropsAccents.toggle()
            style.isUpperCase.toggle()
        case .script, .swappedAcrossScripts:
            style.isArabic.toggle()
            style.custom = .drawn(&random)
        case .spelling, .transposedNumber, .missingName, .swappedNames, .particles:
            style.custom = .drawn(&random)
        case .abroad:
            style.isArabic = random.chance(30)
            style.custom = .drawn(&random)
            style.variant = random.below(3)
            style.fathers = random.below(3)
        case .swappedDate, .partialDate, .firstOfJanuary:
            if random.chance(50) { style.custom = .drawn(&random) }
        default: break
        }
    }

    /// Changes what the second office has written.
    func apply(
        to record: inout WrittenRecord,
        _ child: Child,
        _ writer: RecordWriter,
        _ random: inout SplitMix
    ) {
        switch self {
        case .swappedNames, .swappedAcrossScripts:
            let given = record.given.first ?? ""
            record.given = [record.family]
            record.family = given
        case .missingName:
            record.family = writer.written(child.families[random.below(2)])
        case .swappedDate: (record.month, record.day) = (child.day, child.month)
        case .partialDate:
            record.day = nil
            if random.chance(50) { record.month = nil }
        case .firstOfJanuary: (record.month, record.day) = (1, 1)
        case .transposedDate: record.day = Self.mirrored(child.day)
        case .nickname: applyNickname(to: &record, child, &random)
        case .transposedNumber: record.number = NameErrors.transposed(record.number, &random)
        case .particles: NameErrors.joinParticles(&record, &random)
        case .compound: NameErrors.shortenCompound(&record, &random)
        case .wholeName:
            record.text = (record.given + [record.family]).joined(separator: " ")
        case .typo: NameErrors.typo(&record, &random)
        case .sameNumber:
            NameErrors.typo(&record, &random)
            NameErrors.typo(&record, &random)
        case .abbreviation: NameErrors.abbreviate(&record)
        case .reversedFamilies:
            record.family = child.families.reversed().map(writer.written).joined(separator: " ")
        case .fatherAsFamily:
            record.given = [writer.written(child.given)]
            record.family = child.fathers.prefix(1).map(writer.written).joined()
        case .longChain:
            record.given = [writer.written(child.given)]
            record.family =
                (child.fathers + child.families).map(writer.written).joined(separator: " ")
        case .signs: NameErrors.changeSigns(&record, &random)
        default: break
        }
    }

    private func applyNickname(
        to record: inout WrittenRecord,
        _ child: Child,
        _ random: inout SplitMix
    ) {
        let names = child.given.short + child.given.latin.dropFirst()
        guard child.people == .spain || child.people == .italy else { return }
        record.given = [random.pick(names, or: record.given.first ?? "")]
    }
}
