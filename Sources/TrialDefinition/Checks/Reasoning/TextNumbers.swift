import ClinicalQuality
import UnitsOfMeasure

/// A number that a text names, with the unit of time behind it.
struct NumberInText {
    let value: ExactDecimal
    /// `days`, `weeks`, `months`, `years`, `hours`; nil for anything else.
    let time: CalendarUnit?
    /// Whether it is written as a word, such as `two`.
    let isWord: Bool
    /// As written.
    let text: String
    /// The completed years that a birthday ends: 21 for `before the 22nd birthday`.
    var completedYears: ExactDecimal?

    private static let words = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    ]

    /// The numbers of `text`.
    ///
    /// A digit that belongs to a name is none (`CD19`, `CNS-3`, `m2`, `I06`), nor is the 1.73 of
    /// the body surface or the number behind a raised power.
    static func all(in text: String) -> [NumberInText] {
        let tokens = text.split { $0.isWhitespace || "();,/:،؛".contains($0) }.map(String.init)
        var found: [NumberInText] = []
        for (index, token) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1] : ""
            if let number = number(token) {
                if next.hasPrefix("m2"), number == ExactDecimal("1.73") { continue }
                // In `2 to 5 years` and `2-5 years` the unit stands behind the last number.
                let isRange = ["to", "or", "and"].contains(next) && index + 3 < tokens.count
                let unit = isRange ? tokens[index + 3] : next
                found.append(
                    NumberInText(
                        value: number,
                        time: time(unit) ?? (isRange ? time(next) : nil),
                        isWord: words[token.lowercased()] != nil,
                        text: token,
                        completedYears: next.hasPrefix("birthday")
                            ? try? number.subtracting(ExactDecimal(1)) : nil
                    )
                )
            }
        }
        return found
    }

    private static func number(_ token: String) -> ExactDecimal? {
        if let word = words[token.lowercased()] { return ExactDecimal(word) }
        var digits = token[...]
        while let last = digits.last, ".%".contains(last) { digits = digits.dropLast() }
        for ordinal in ["st", "nd", "rd", "th"] where digits.hasSuffix(ordinal) {
            digits = digits.dropLast(2)
        }
        guard digits.first?.isNumber == true, digits.allSatisfy({ $0.isNumber || $0 == "." }) else {
            return nil
        }
        return ExactDecimal(digits)
    }

    private static func time(_ word: String) -> CalendarUnit? {
        let letters = word.lowercased().prefix { $0.isLetter }
        return CalendarUnit(keyword: String(letters))
    }

    // MARK: Agreement

    /// Whether this is the number of `literal`, in its unit or converted.
    func agrees(with literal: Literal) -> Bool {
        if let time {
            if let unit = literal.unit { return agrees(literal.value, unit, time) }
            // A number without a unit counts the years or months of an age.
            guard time <= .month else { return false }
        }
        if value == literal.value || value == literal.inclusive { return true }
        if let completedYears, completedYears == literal.value { return true }
        // 5 % may be written as 0.05.
        guard let unit = literal.unit, case .ucum(let code) = unit,
            let percent = try? UnitOfMeasure("%"), code.isCommensurable(with: percent),
            let share = try? UnitOfMeasure.convert(literal.value, from: code, to: percent)
        else { return false }
        return share == value
    }

    /// Spans of time agree when they are the same, counting a month as 28 to 31 days.
    private func agrees(_ number: ExactDecimal, _ unit: QuantityUnit, _ time: CalendarUnit) -> Bool
    {
        let other: CalendarUnit?
        switch unit {
        case .calendar(let calendar): other = calendar
        case .ucum(let code):
            let known: [String: CalendarUnit] = [
                "a": .year, "mo": .month, "wk": .week, "d": .day, "h": .hour, "min": .minute,
            ]
            other = known[code.code]
        }
        guard let other else { return false }
        if other == time { return number == value }
        let mine = Self.days(value, time)
        let its = Self.days(number, other)
        return mine.lowerBound <= its.upperBound && its.lowerBound <= mine.upperBound
    }

    private static func days(_ value: ExactDecimal, _ unit: CalendarUnit) -> ClosedRange<Double> {
        let number = Double(value.description) ?? 0
        switch unit {
        case .year: return number * 365...number * 366
        case .month: return number * 28...number * 31
        default:
            let days = number * Double(unit.milliseconds ?? 0) / 86_400_000
            return days...days
        }
    }
}
