import UnitsOfMeasure

/// Values as people write them: quantities without quotes, dates without `@`.
struct ValueText {
    let names: ResourceNames

    func callAsFunction(_ value: Value) -> String {
        switch value {
        case .null: "not known"
        case .boolean(let truth): truth ? "yes" : "no"
        case .string(let text): text
        case .decimal(let number): Self.number(number)
        case .date(let date): date.description
        case .dateTime(let time): Self.time(time)
        case .time(let time): time.description
        case .quantity(let quantity): Self.quantity(quantity)
        case .code: names.name(of: value) ?? "another code"
        case .concept(let concept): names.name(of: value) ?? self.concept(concept)
        case .interval(let interval): "\(self(interval.low)) to \(self(interval.high))"
        case .list(let elements) where elements.count <= Self.listLimit:
            elements.isEmpty ? "none" : elements.map { self($0) }.joined(separator: ", ")
        case .list(let elements): "\(elements.count) values"
        case .instance(let instance): object(instance)
        default: value.description
        }
    }

    private static let listLimit = 6

    /// The codes that a library names: others may be anything, also a name.
    private func concept(_ concept: Concept) -> String {
        let known = concept.codes.compactMap { names.name(of: .code($0)) }
        if !known.isEmpty { return known.joined(separator: " or ") }
        return concept.codes.isEmpty ? "text, not shown" : "another code"
    }

    private func object(_ instance: Instance) -> String {
        if let text = Self.reported(instance) { return text }
        if let value = try? instance.systemValue(), !value.isNull { return self(value) }
        return instance.type.shortName
    }

    /// A quantity with its comparator and unit, as `< 0.35 mg/dL`; nil for anything else, and where
    /// there is no number.
    ///
    /// The unit as it was printed is not shown, because it may be anything, also a name.
    static func reported(_ instance: Instance) -> String? {
        guard instance.type.conversion == .quantity, case .decimal(let number) = instance["value"]
        else { return nil }
        var parts: [String] = []
        if case .string(let comparator) = instance["comparator"] { parts.append(comparator) }
        if case .interval(let ends)? = try? instance.quantityInterval(),
            case .quantity(let exact) = ends.low.isNull ? ends.high : ends.low
        {
            parts.append(quantity(exact))
        } else {
            parts.append("\(number) in another unit")
        }
        return parts.joined(separator: " ")
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

    private static func quantity(_ quantity: Quantity) -> String {
        switch quantity.unit {
        case .one: number(quantity.value)
        case .calendar(let unit):
            quantity.value == 1
                ? "1 \(unit.keyword)" : "\(quantity.value) \(unit.pluralKeyword)"
        case .ucum: "\(quantity.value) \(unit(quantity.unit.code))"
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
    static func words(_ name: String) -> String {
        var words = ""
        for character in name {
            if character.isUppercase, !words.isEmpty { words += " " }
            words += character.lowercased()
        }
        return words
    }
}
