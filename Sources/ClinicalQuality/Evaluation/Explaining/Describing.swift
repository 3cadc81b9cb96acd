/// Puts comparisons and what was compared into words.
struct Describing {
    let names: ResourceNames

    init(_ names: ResourceNames) { self.names = names }

    var text: ValueText { ValueText(names: names) }

    /// `Creatinine 0.95 mg/dL on 2026-11-02 ≤ 1.0 mg/dL`.
    ///
    /// `isNegated` tells the opposite relation: `>` instead of `≤`.
    func comparison(_ place: TracePlace, isNegated: Bool = false) -> Phrase {
        guard case .comparison(let own) = place.kind else { return operand(place) }
        let name = isNegated ? Self.opposites[own] ?? own : own
        let operands = place.children
        guard operands.count == 2 else {
            let relation = Self.symbols[name]?() ?? ValueText.words(name)
            return .list([relation] + operands.map { operand($0) }, .space)
        }
        if let text = membership(name, operands[0], operands[1], place.node.truth) {
            return text
        }
        let (left, right) = (operands[0].node.value, operands[1].node.value)
        let relation = relation(name, left, right)
        let limit = operand(operands[1], asLimit: true)
        if let converted = inUnit(of: right, left) {
            return Sentence.comparedConverted(operand(operands[0]), converted, relation, limit)
        }
        return Sentence.compared(operand(operands[0]), relation, limit)
    }

    /// The number that a comparison compared, where the one result that it is of was reported in
    /// another unit, or as another number.
    func comparedNumber(_ place: TracePlace) -> Phrase? {
        let operands = place.children
        guard case .comparison = place.kind, operands.count == 2,
            let source = operands[0].singleSource, source.element == "value"
        else { return nil }
        let (left, right) = (operands[0].node.value, operands[1].node.value)
        guard case .quantity = left else { return nil }
        let shown = inUnit(of: right, left) ?? text(left)
        return text(source.instance["value"]) == shown ? nil : shown
    }

    /// A quantity in the unit of the other one, where the units differ.
    private func inUnit(of other: Value, _ value: Value) -> Phrase? {
        guard case (.quantity(let quantity), .quantity(let other)) = (value, other),
            quantity.unit.code != other.unit.code,
            let converted = Operators.convert(quantity, to: other.unit.code)
        else { return nil }
        return text(.quantity(converted))
    }

    /// The status of an object, where it has one: `rejected`.
    func status(_ instance: Instance) -> String? {
        if case .string(let status) = instance["status"] { status } else { nil }
    }

    /// `Gilbert syndrome on 2020-01-01 has verification status Confirmed`: a coded or listed
    /// value is named by what it was compared with.
    private func membership(
        _ name: String,
        _ left: TracePlace,
        _ right: TracePlace,
        _ truth: Bool?
    ) -> Phrase? {
        guard ["Equivalent", "In", "Equal"].contains(name), right.sources.isEmpty,
            let source = left.onlySource, let element = left.lastElement(source),
            !ResourceNames.timeElements.contains(element)
        else { return nil }
        let wanted: Phrase
        switch (name, right.node.value) {
        case ("In", .list(let all)):
            wanted = .all((truth == true ? [left.node.value] : all).map { text($0) }, .quotedOr)
        case ("Equivalent", .code), ("Equivalent", .concept), ("Equal", .string),
            ("Equivalent", .string):
            wanted = text(right.node.value)
        default: return nil
        }
        let title = names.title(source.instance)
        if element == "value" { return Sentence.isValue(title, wanted) }
        return Sentence.hasElement(title, ValueText.words(element), wanted)
    }

    /// Days and times are before or after each other; numbers are smaller or greater.
    private func relation(_ name: String, _ left: Value, _ right: Value) -> Phrase {
        if left.isTemporal || right.isTemporal, let words = Self.temporal[name] { return words() }
        return Self.symbols[name]?() ?? ValueText.words(name)
    }

    /// The relations that hold just when the others do not.
    static let opposites = [
        "Less": "GreaterOrEqual", "LessOrEqual": "Greater", "Greater": "LessOrEqual",
        "GreaterOrEqual": "Less",
    ]

    private static let temporal: [String: Sentence] = [
        "Less": .before, "LessOrEqual": .notAfter, "Greater": .after, "GreaterOrEqual": .notBefore,
    ]

    private static let symbols: [String: Sentence] = [
        "Less": .less, "LessOrEqual": .lessOrEqual, "Greater": .greater,
        "GreaterOrEqual": .greaterOrEqual, "Equal": .equal, "NotEqual": .notEqual,
        "Equivalent": .equivalent, "NotEquivalent": .notEquivalent, "In": .isIn,
        "Contains": .contains, "Before": .before, "After": .after, "SameAs": .sameAs,
        "SameOrBefore": .notAfter, "SameOrAfter": .notBefore, "Includes": .includes,
        "IncludedIn": .includedIn, "Overlaps": .overlaps, "Starts": .starts, "Ends": .ends,
    ]
}

extension Value {
    var isTemporal: Bool {
        switch self {
        case .date, .dateTime, .time: true
        default: false
        }
    }
}

extension TracePlace {
    /// The element of the record that the value was read from, when there is exactly one.
    var onlySource: RecordSourceElement? {
        let found = sources
        return found.count == 1 ? found[0] : nil
    }

    /// The name of what was read: of an element inside of an element, as the route of a dosage,
    /// its own.
    func lastElement(_ source: RecordSourceElement) -> String? {
        guard source.element != "value", case .property(let name) = made.kind,
            name != "value"
        else { return source.element }
        return name
    }

    /// The same where the person's own data do not count.
    var singleSource: RecordSourceElement? {
        let found = sources.filter { $0.instance.type.primaryCode != nil }
        return found.count == 1 ? found[0] : nil
    }
}
