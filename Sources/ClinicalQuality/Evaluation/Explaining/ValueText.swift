import UnitsOfMeasure

/// Values as people write them: quantities without quotes, dates without `@`.
struct ValueText {
    let names: ResourceNames

    func callAsFunction(_ value: Value) -> Phrase {
        switch value {
        case .null: Sentence.notKnown()
        case .boolean(let truth): truth ? Sentence.yes() : Sentence.no()
        case .string(let text): .term(text)
        case .decimal(let number): .verbatim(Self.number(number))
        case .date(let date): .verbatim(date.description)
        case .dateTime(let time): .verbatim(Self.time(time))
        case .time(let time): .verbatim(time.description)
        case .quantity(let quantity): Self.quantity(quantity)
        case .code: names.name(of: value).map(Phrase.term) ?? Sentence.anotherCode()
        case .concept(let concept):
            names.name(of: value).map(Phrase.term) ?? self.concept(concept)
        case .interval(let interval): Sentence.range(self(interval.low), self(interval.high))
        case .list(let elements) where elements.count <= Self.listLimit:
            elements.isEmpty ? Sentence.none() : .all(elements.map { self($0) }, .comma)
        case .list(let elements): Sentence.values(.verbatim("\(elements.count)"))
        case .instance(let instance): object(instance)
        default: .verbatim(value.description)
        }
    }

    private static let listLimit = 6

    /// The codes that a library names: others may be anything, also a name.
    private func concept(_ concept: Concept) -> Phrase {
        let known = concept.codes.compactMap { names.name(of: .code($0)) }
        if !known.isEmpty { return .all(known.map(Phrase.term), .or) }
        return concept.codes.isEmpty ? Sentence.textNotShown() : Sentence.anotherCode()
    }

    private func object(_ instance: Instance) -> Phrase {
        if let text = Self.reported(instance) { return text }
        if let value = try? instance.systemValue(), !value.isNull { return self(value) }
        return .term(instance.type.shortName)
    }

    /// A quantity with its comparator and unit, as `< 0.35 mg/dL`; nil for anything else, and where
    /// there is no number.
    ///
    /// The unit as it was printed is not shown, because it may be anything, also a name.
    static func reported(_ instance: Instance) -> Phrase? {
        guard instance.type.conversion == .quantity, case .decimal(let number) = instance["value"]
        else { return nil }
        var comparator = ""
        if case .string(let text) = instance["comparator"] { comparator = text + " " }
        if case .interval(let ends)? = try? instance.quantityInterval(),
            case .quantity(let exact) = ends.low.isNull ? ends.high : ends.low
        {
            return quantity(exact, comparator)
        }
        return Sentence.anotherUnit(.verbatim("\(comparator)\(number)"))
    }

    /// `50.0` as `50`, for it is often an integer that was converted.
    private static func number(_ value: ExactDecimal) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// To the minute: `2026-11-21 10:30`.
    private static func time(_ value: DateTime) -> String {
        guard let time = value.time else { return value.date.description }
        return "\(value.date) \(time.description.prefix(5))"
    }

    private static func quantity(_ quantity: Quantity, _ comparator: String = "") -> Phrase {
        switch quantity.unit {
        case .one: .verbatim(comparator + number(quantity.value))
        case .calendar(let unit):
            quantity.value == 1
                ? unit.one(.verbatim("\(comparator)1"))
                : unit.many(.verbatim("\(comparator)\(quantity.value)"))
        case .ucum: .verbatim("\(comparator)\(quantity.value) \(unit(quantity.unit.code))")
        }
    }

    /// A UCUM code without the brackets that people do not write: `mL/min/{1.73_m2}` as
    /// `mL/min/1.73 m2`, `[IU]/L` as `IU/L`, `10*3/uL` as `10^3/uL`.
    private static func unit(_ code: String) -> String {
        String(
            code.compactMap { character in
                switch character {
                case "{", "}", "[", "]": nil
                case "_": " "
                case "*": "^"
                default: character
                }
            }
        )
    }

    /// `verificationStatus` and `VerificationStatus` as `verification status`.
    static func words(_ name: String) -> Phrase { .term(Phrase.words(of: name)) }
}

extension Phrase {
    /// The words of a name in a library: `VerificationStatus` as `verification status`.
    public static func words(of name: String) -> String {
        var words = ""
        for character in name {
            if character.isUppercase, !words.isEmpty { words += " " }
            words += character.lowercased()
        }
        return words
    }
}

extension CalendarUnit {
    /// A duration of 1, and of any other number.
    fileprivate var one: Sentence {
        switch self {
        case .year: .oneYear
        case .month: .oneMonth
        case .week: .oneWeek
        case .day: .oneDay
        case .hour: .oneHour
        case .minute: .oneMinute
        case .second: .oneSecond
        case .millisecond: .oneMillisecond
        }
    }

    fileprivate var many: Sentence {
        switch self {
        case .year: .years
        case .month: .months
        case .week: .weeks
        case .day: .days
        case .hour: .hours
        case .minute: .minutes
        case .second: .seconds
        case .millisecond: .milliseconds
        }
    }
}
