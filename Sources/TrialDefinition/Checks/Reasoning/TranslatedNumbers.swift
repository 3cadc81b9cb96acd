import ClinicalQuality
import UnitsOfMeasure

/// The numbers of a text in any language, in their order, with what they count.
struct TranslatedNumbers {
    /// What a number counts, as far as that can be seen in every language.
    enum Kind: Hashable {
        case time(CalendarUnit)
        case percent
        /// Anything else: a concentration, a count, a grade.
        case other
    }

    /// A number that is written in digits.
    struct Entry: Hashable {
        let value: ExactDecimal
        let kind: Kind
    }

    let entries: [Entry]

    /// Reads `text`, whichever digits and decimal mark its language has.
    init(_ text: String) {
        let tokens = Self.plain(text)
            .split { $0.isWhitespace || "();,/:،؛".contains($0) }.map(String.init)
        let numbers = NumberInText.all(in: Self.plain(text)).filter { !$0.isWord }
        var place = 0
        entries = numbers.map { number in
            while place < tokens.count, tokens[place] != number.text { place += 1 }
            let kind = Self.kind(at: place, in: tokens)
            place += 1
            return Entry(value: number.value, kind: kind)
        }
    }

    /// The numbers without their order.
    var values: Set<ExactDecimal> { Set(entries.map(\.value)) }

    /// The numbers of one kind that this text has otherwise than `original`; nil when it keeps them.
    ///
    /// A language may put what it counts in another order: the window first, the limit later. Numbers
    /// of one kind keep their order among themselves, and none changes its unit.
    func misplaced(against original: TranslatedNumbers) -> [Entry]? {
        guard entries.map(\.value) != original.entries.map(\.value) else { return nil }
        let kinds: [Kind] =
            [.year, .month, .week, .day, .hour, .minute].map { .time($0) } + [.percent, .other]
        for kind in kinds {
            let wanted = original.entries.filter { $0.kind == kind }
            let given = entries.filter { $0.kind == kind }
            if Self.isInOrder(given, within: wanted) { continue }
            // A unit may be written where it is not seen, as in `one year (1)`.
            let isOther = kind == .other
            if isOther, Self.isInOrder(wanted, within: given) { continue }
            if isOther, Self.isInOrder(given.filter(wanted.contains), within: wanted) { continue }
            return given
        }
        return nil
    }

    /// Whether `part` is left when some of `whole` is taken away.
    private static func isInOrder(_ part: [Entry], within whole: [Entry]) -> Bool {
        var rest = whole[...]
        return part.allSatisfy { entry in
            guard let index = rest.firstIndex(of: entry) else { return false }
            rest = rest[(index + 1)...]
            return true
        }
    }

    // MARK: Reading

    private static func kind(at place: Int, in tokens: [String]) -> Kind {
        func token(_ offset: Int) -> String {
            place + offset < tokens.count ? tokens[place + offset] : ""
        }
        if token(0).hasSuffix("%") { return .percent }
        if let kind = kind(of: token(1)) { return kind }
        // In `2 to 5 years` the unit stands behind the last number.
        let isRange =
            token(1).count <= 3 && token(1).first?.isLetter == true
            && token(2).first?.isNumber == true
        if isRange, token(2).hasSuffix("%") { return .percent }
        return (isRange ? kind(of: token(3)) : nil) ?? .other
    }

    private static func kind(of word: String) -> Kind? {
        if word.hasPrefix("%") || word.hasPrefix("٪") { return .percent }
        // Arabic vowel signs are marks on the letter before them.
        let plain = String(
            String.UnicodeScalarView(
                word.lowercased().unicodeScalars.filter { !("\u{64B}"..."\u{652}").contains($0) }
            )
        )
        let letters = String(plain.prefix { $0.isLetter })
        return units.first { $0.words.contains(letters) }.map { .time($0.unit) }
    }

    /// English, Spanish, Catalan, Italian, French, Arabic.
    private static let units: [(unit: CalendarUnit, words: Set<String>)] = [
        (
            .hour,
            [
                "hour", "hours", "hora", "horas", "hores", "ora", "ore", "heure", "heures", "ساعة",
                "ساعات",
            ]
        ),
        (
            .day,
            [
                "day", "days", "día", "días", "dia", "dies", "giorno", "giorni", "jour", "jours",
                "يوم", "يوما", "أيام",
            ]
        ),
        (
            .week,
            [
                "week", "weeks", "semana", "semanas", "setmana", "setmanes", "settimana",
                "settimane", "semaine", "semaines", "أسبوع", "أسبوعا", "أسابيع",
            ]
        ),
        (
            .month,
            [
                "month", "months", "mes", "meses", "mesos", "mese", "mesi", "mois", "شهر", "شهرا",
                "أشهر", "شهور",
            ]
        ),
        (
            .year,
            [
                "year", "years", "año", "años", "any", "anys", "anno", "anni", "an", "ans", "année",
                "années", "سنة", "سنوات", "عام", "عاما", "أعوام",
            ]
        ),
    ]

    /// The text with ASCII digits and a point in decimal numbers.
    private static func plain(_ text: String) -> String {
        var plain = ""
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let isMark =
                ",٫".contains(character) && index > 0 && index + 1 < characters.count
                && characters[index - 1].isNumber && characters[index + 1].isNumber
            plain += isMark ? "." : character.wholeNumberValue.map(String.init) ?? String(character)
        }
        return plain
    }
}

extension TranslatedNumbers.Entry: CustomStringConvertible {
    /// The number with what it counts, for example `14 days` or `45 %`.
    var description: String {
        switch kind {
        case .time(let unit): "\(value) \(unit.pluralKeyword)"
        case .percent: "\(value) %"
        case .other: value.description
        }
    }
}
