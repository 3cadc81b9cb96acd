import UnitsOfMeasure

/// Puts values and comparisons into words.
struct Describing {
    let names: ResourceNames

    init(_ names: ResourceNames) { self.names = names }

    /// `creatinine 0.95 mg/dL on 2026-11-02 ≤ 1.0 mg/dL`.
    func comparison(_ node: TraceNode) -> String {
        let name =
            switch node.kind {
            case .comparison(let name), .logical(let name), .operation(let name): name
            default: ""
            }
        let operands = node.children.map(operand)
        switch (name, operands.count) {
        case ("IsNull", 1): return "\(operands[0]) is missing"
        case ("IsTrue", 1): return "\(operands[0]) is true"
        case ("IsFalse", 1): return "\(operands[0]) is false"
        case ("Is", 1): return "\(operands[0]) is of the right type"
        case (_, 2): return "\(operands[0]) \(Self.symbols[name] ?? name) \(operands[1])"
        default: return "\(Self.symbols[name] ?? name) \(operands.joined(separator: ", "))"
        }
    }

    /// What an operand is: its source in the record, its name, or just its value.
    func operand(_ node: TraceNode) -> String {
        if let instance = node.source() {
            let time = ResourceNames.time(instance).map { " on \($0)" } ?? ""
            if node.error != nil, let raw = node.children.last?.value {
                return "\(names.name(instance)) \(Self.text(raw))\(time)"
            }
            if case .instance = node.value { return names.name(instance) + time }
            let element = node.elementName()
            if let element, ResourceNames.timeElements.contains(element) {
                return "\(names.name(instance)) \(element) \(Self.text(node.value))"
            }
            let shown = element.map { $0 == "value" ? "" : " \($0)" } ?? ""
            return "\(names.name(instance))\(shown) \(Self.text(node.value))\(time)"
        }
        if node.value.isNull, let empty = node.emptyRetrieves().first {
            return "(no \(Self.wanted(empty.kind)) found)"
        }
        switch node.kind {
        case .definition(let name), .parameter(let name):
            return "\"\(name)\" \(Self.text(node.value))"
        case .conversion where node.children.count == 1:
            return operand(node.children[0])
        default: return Self.text(node.value)
        }
    }

    /// What a retrieve asks for, as `Observation "Creatinine"`.
    static func wanted(_ kind: TraceNode.Kind) -> String {
        guard case .retrieve(let type, let codes) = kind else { return "object" }
        return codes.map { "\(type) \"\(ResourceNames.plain($0))\"" } ?? type
    }

    /// A value for people: quantities without quotes, dates without `@`.
    static func text(_ value: Value) -> String {
        switch value {
        case .null: "(unknown)"
        case .boolean(let truth): truth ? "true" : "false"
        case .string(let text): "'\(text)'"
        case .date(let date): date.description
        case .dateTime(let time): time.description
        case .time(let time): time.description
        case .quantity(let quantity):
            quantity.unit == .one
                ? quantity.value.description : "\(quantity.value) \(quantity.unit.code)"
        case .code(let code): code.display ?? code.code ?? "(no code)"
        case .concept(let concept):
            concept.display ?? concept.codes.map { text(.code($0)) }.joined(separator: " or ")
        case .interval(let interval):
            "\(text(interval.low)) to \(text(interval.high))"
        case .list(let elements): "\(elements.count) values"
        case .instance(let instance):
            text(instance)
        default: value.description
        }
    }

    /// An object as what it stands for; a quantity that stands for no number as it is written.
    private static func text(_ instance: Instance) -> String {
        if let value = try? instance.systemValue(), !value.isNull { return text(value) }
        guard instance.type.conversion == .quantity, case .decimal(let number) = instance["value"]
        else { return instance.type.shortName }
        let parts = [instance["comparator"], .string(number.description), instance["code"]]
        return parts.compactMap { if case .string(let part) = $0 { part } else { nil } }
            .joined(separator: " ")
    }

    private static let symbols: [String: String] = [
        "Less": "<", "LessOrEqual": "≤", "Greater": ">", "GreaterOrEqual": "≥", "Equal": "=",
        "NotEqual": "≠", "Equivalent": "means the same as", "NotEquivalent": "differs from",
        "In": "in", "Contains": "contains", "Before": "before", "After": "after",
        "SameAs": "same as", "SameOrBefore": "same or before", "SameOrAfter": "same or after",
        "Includes": "includes", "IncludedIn": "included in", "Overlaps": "overlaps",
        "Starts": "starts", "Ends": "ends",
    ]
}

extension TraceNode {
    /// The object of the record that the value was read from, when there is exactly one.
    func source() -> Instance? {
        switch kind {
        case .literal, .comparison, .logical, .query, .row, .retrieve: return nil
        default: break
        }
        if case .instance(let instance) = value, instance.type.isRetrievable { return instance }
        let inner = children.compactMap { $0.source() }
        return children.count == 1 ? inner.first : nil
    }

    /// The last element that was read on the way to the value.
    func elementName() -> String? {
        if case .property(let name) = kind { return name }
        return children.count == 1 ? children[0].elementName() : nil
    }
}
