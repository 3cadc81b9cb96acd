import UnitsOfMeasure

extension Describing {
    /// What an operand is: its source in the record, its name, or just its value.
    ///
    /// `asLimit` puts the number first: `1.0 mg/dL (Creatinine limit)`.
    func operand(_ place: TracePlace, asLimit: Bool = false) -> Phrase {
        let path = OperandPath(place)
        let value = place.node.value
        if let definition = path.definition, place.singleSource?.element != "value" {
            let name = Phrase.term(definition)
            guard let derived = derivation(path) else {
                return asLimit
                    ? Sentence.aside(text(value), name) : Sentence.named(name, text(value))
            }
            return asLimit
                ? Sentence.limitFrom(text(value), name, derived)
                : Sentence.namedFrom(name, text(value), derived)
        }
        if let sum = calculation(path.made) { return Sentence.aside(text(value), sum) }
        if let age = age(path.made) { return age }
        if let source = place.singleSource { return reading(source, value, path) }
        let sources = place.sources.map(\.instance).filter { $0.type.primaryCode != nil }
        if let call = path.call, !sources.isEmpty {
            let parts = Phrase.all(sources.map { measured($0) }, .comma)
            return Sentence.namedFrom(ValueText.words(call), text(value), parts)
        }
        return text(value)
    }

    /// One object of the record: `Creatinine 0.95 mg/dL on 2026-11-02`.
    private func measured(_ instance: Instance) -> Phrase {
        let value = instance["value"]
        return value.isNull ? names.title(instance) : valued(instance, text(value))
    }

    /// `Creatinine 0.95 mg/dL on 2026-11-02`.
    private func valued(_ instance: Instance, _ value: Phrase) -> Phrase {
        let name = names.name(instance)
        return ResourceNames.time(instance).map {
            Sentence.valueOnDay(name, value, .verbatim($0))
        } ?? Sentence.named(name, value)
    }

    private func reading(
        _ source: RecordSourceElement,
        _ value: Value,
        _ path: OperandPath
    ) -> Phrase {
        guard let element = source.element else { return names.title(source.instance) }
        let name = names.name(source.instance)
        if ResourceNames.timeElements.contains(element) {
            guard source.instance[element].isPeriod else {
                return Sentence.named(name, text(value))
            }
            return switch path.made.kind {
            case .property("start"): Sentence.start(name, text(value))
            case .property("end"): Sentence.end(name, text(value))
            default: Sentence.named(name, text(value))
            }
        }
        let time = ResourceNames.time(source.instance).map(Phrase.verbatim)
        guard element == "value" else {
            let called =
                path.call.map(ValueText.words)
                ?? ValueText.words(path.made.lastElement(source) ?? element)
            return time.map { Sentence.elementOnDay(name, $0, called, text(value)) }
                ?? Sentence.element(name, called, text(value))
        }
        let reported = source.instance["value"]
        if value.isNull || value.isTuple || text(reported).text.hasSuffix(text(value).text)
            || isSame(reported, value)
        {
            return valued(source.instance, text(reported))
        }
        return time.map { Sentence.reportedOnDay(name, text(value), $0, text(reported)) }
            ?? Sentence.reported(name, text(value), text(reported))
    }

    /// Whether a reported number is the same as the one that was compared.
    private func isSame(_ reported: Value, _ value: Value) -> Bool {
        guard case .instance(let instance) = reported,
            case .quantity(let quantity)? = try? instance.systemValue()
        else {
            if case (.integer(let whole), .decimal(let number)) = (reported, value) {
                return number == ExactDecimal(Int(whole))
            }
            return false
        }
        if case .decimal(let number) = value { return quantity.value == number }
        return false
    }

    // MARK: What was calculated

    private static let signs: [String: Sentence] = [
        "Add": .sum, "Subtract": .difference, "Multiply": .product, "Divide": .quotient,
    ]

    /// `Infusion day 2026-12-29 − 2 weeks`.
    private func calculation(_ place: TracePlace) -> Phrase? {
        guard case .operation(let name) = place.kind, let sign = Self.signs[name],
            place.children.count == 2
        else { return nil }
        return sign(part(place.children[0]), part(place.children[1]))
    }

    /// `age 12 on Initial diagnosis day 2020-12-14`.
    private func age(_ place: TracePlace) -> Phrase? {
        guard place.kind == .operation("CalculateAgeAt"), place.children.count == 2 else {
            return nil
        }
        return Sentence.age(text(place.node.value), part(place.children[1]))
    }

    /// An operand in few words: its name and its value.
    private func part(_ place: TracePlace) -> Phrase {
        let path = OperandPath(place)
        let value = text(place.node.value)
        if let definition = path.definition { return Sentence.named(.term(definition), value) }
        if let call = path.call { return Sentence.named(ValueText.words(call), value) }
        guard let element = place.sources.last?.element, place.sources.count == 1 else {
            return value
        }
        return Sentence.named(ValueText.words(element), value)
    }

    /// How a named value was found, when that is a function of a few named values.
    private func derivation(_ path: OperandPath) -> Phrase? {
        if let sum = calculation(path.made) { return sum }
        guard let frame = path.frame else { return nil }
        let parts = frame.arguments.filter { !$0.node.entry.value.is(.list) && !$0.node.isNull }
        guard parts.count == frame.arguments.count, (1...3).contains(parts.count) else {
            return nil
        }
        return .all(parts.map(part), .comma)
    }
}

/// How an operand comes by its value: the first names on the way, and what made it.
struct OperandPath {
    private(set) var definition: String?
    private(set) var call: String?
    /// The operands of the first function on the way.
    private(set) var frame: TracePlace.Frame?
    private(set) var made: TracePlace

    init(_ place: TracePlace) {
        made = place
        while let next = made.origin {
            switch made.kind {
            case .definition(let name) where definition == nil && call == nil: definition = name
            case .call(let name) where call == nil:
                call = name
                frame = next.frame
            default: break
            }
            made = next
        }
    }
}

extension Value {
    fileprivate var isTuple: Bool {
        if case .tuple = self { true } else { false }
    }

    fileprivate var isPeriod: Bool {
        if case .instance(let instance) = self {
            instance.type.conversion == .period
        } else {
            false
        }
    }
}
