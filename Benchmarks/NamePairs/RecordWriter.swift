/// Writes children down, as the offices of four countries do.
struct RecordWriter: Sendable {
    /// In which way an office writes.
    struct Style: Sendable {
        var isArabic: Bool
        var custom: ArabicSound.Custom
        /// Which of the listed spellings it takes.
        var variant: Int
        var dropsAccents: Bool
        var isUpperCase: Bool
        /// How many names of the fathers it writes.
        var fathers: Int

        /// The style of an office that is drawn by lot; `isStrange` for one abroad.
        static func drawn(_ random: inout SplitMix) -> Style {
            Style(
                isArabic: random.chance(40),
                custom: .drawn(&random),
                variant: random.below(3),
                dropsAccents: random.chance(30),
                isUpperCase: random.chance(15),
                fathers: random.below(3)
            )
        }
    }

    var style: Style

    /// The record of a child at the office with this number.
    func record(_ child: Child, office: Int, number: String) -> WrittenRecord {
        let isArab = child.people == .arab
        var given = [written(child.given)]
        if isArab { given += child.fathers.prefix(style.fathers).map(written) }
        return WrittenRecord(
            given: given,
            family: child.families.map(written).joined(separator: " "),
            year: child.year,
            month: child.month,
            day: child.day,
            isFemale: child.isFemale,
            number: number,
            office: office
        )
    }

    /// One name in this style.
    func written(_ name: ListedName) -> String {
        if style.isArabic, !name.arabic.isEmpty { return name.arabic }
        var text =
            name.sound.isEmpty
            ? name.latin[min(style.variant, name.latin.count - 1)]
            : ArabicSound(custom: style.custom).written(name.sound)
        if style.dropsAccents { text = Self.withoutAccents(text) }
        return style.isUpperCase ? text.uppercased() : text
    }

    /// The letters without their accents.
    static func withoutAccents(_ text: String) -> String {
        let pairs: [Character: Character] = [
            "á": "a", "à": "a", "é": "e", "è": "e", "í": "i", "ì": "i", "ó": "o", "ò": "o",
            "ú": "u",
            "ù": "u", "ñ": "n", "ç": "c", "ü": "u", "Á": "A", "À": "A", "É": "E", "È": "E",
            "Í": "I", "Ó": "O", "Ò": "O", "Ú": "U", "Ñ": "N",
        ]
        return String(text.map { pairs[$0] ?? $0 })
    }
}
