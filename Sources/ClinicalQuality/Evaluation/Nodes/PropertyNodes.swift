/// An element of an object, found by its position; the class may differ between the
/// alternatives of a choice.
final class PropertyNode: Node {
    struct Position: Sendable {
        let type: ClassType
        let index: Int
    }

    let span: Span
    private let name: String
    private let operand: any Node
    private let positions: [Position]

    init(_ span: Span, name: String, _ operand: any Node, _ positions: [Position]) {
        self.span = span
        self.name = name
        self.operand = operand
        self.positions = positions
    }

    var traceKind: TraceNode.Kind { .property(name) }

    var children: [any Node] { [operand] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        emit(code, .element, d, operand, code.number(of: name, positions))
    }
}

/// An element of a structured value of CQL itself: `quantity.value`, `interval.low`, a tuple's.
final class ElementNode: Node {
    let span: Span
    private let name: String
    private let operand: any Node

    init(_ span: Span, name: String, _ operand: any Node) {
        self.span = span
        self.name = name
        self.operand = operand
    }

    var traceKind: TraceNode.Kind { .property(name) }

    var children: [any Node] { [operand] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        emit(code, .field, d, operand, code.number(of: name, []))
    }
}

/// The elements of all members of a list; a repeating element is flattened.
final class ListPropertyNode: Node {
    let span: Span
    private let name: String
    private let operand: any Node
    private let flattens: Bool

    init(_ span: Span, name: String, _ operand: any Node, flattens: Bool) {
        self.span = span
        self.name = name
        self.operand = operand
        self.flattens = flattens
    }

    var traceKind: TraceNode.Kind { .property(name) }

    var children: [any Node] { [operand] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        emit(
            code,
            .listProperty,
            d,
            operand,
            code.number(of: name, []),
            flag: flattens ? 1 : 0
        )
    }
}

extension Value {
    /// The element called `name`; nil when this value has no such element.
    ///
    /// A primitive type of the data model is the value itself, so its `value` is, too.
    func element(called name: String) -> Value? {
        switch self {
        case .instance(let instance):
            return instance.type.index(of: name).map { instance.elements[$0] }
        case .tuple(let tuple): return tuple[name]
        case .quantity(let quantity):
            return switch name {
            case "value": .decimal(quantity.value)
            case "unit": .string(quantity.unit.code)
            default: nil
            }
        case .ratio(let ratio):
            return switch name {
            case "numerator": .quantity(ratio.numerator)
            case "denominator": .quantity(ratio.denominator)
            default: nil
            }
        case .interval(let interval): return interval.element(called: name)
        case .code, .concept, .valueSet, .codeSystem: return terminologyElement(called: name)
        case .null: return nil
        default: return name == "value" ? self : nil
        }
    }

    private func terminologyElement(called name: String) -> Value? {
        func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }
        switch (self, name) {
        case (.code(let code), "code"): return text(code.code)
        case (.code(let code), "system"): return text(code.system)
        case (.code(let code), "version"): return text(code.version)
        case (.code(let code), "display"): return text(code.display)
        case (.concept(let concept), "codes"): return .list(concept.codes.map(Value.code))
        case (.concept(let concept), "display"): return text(concept.display)
        case (.valueSet(let set), "id"): return .string(set.id)
        case (.valueSet(let set), "version"): return text(set.version)
        case (.valueSet(let set), "name"): return text(set.name)
        case (.valueSet(let set), "codesystems"):
            return .list(set.codeSystems.map(Value.codeSystem))
        case (.codeSystem(let system), "id"): return .string(system.id)
        case (.codeSystem(let system), "version"): return text(system.version)
        case (.codeSystem(let system), "name"): return text(system.name)
        default: return nil
        }
    }
}

extension Interval {
    func element(called name: String) -> Value? {
        switch name {
        case "low": low
        case "high": high
        case "lowClosed": .boolean(lowClosed)
        case "highClosed": .boolean(highClosed)
        default: nil
        }
    }
}
