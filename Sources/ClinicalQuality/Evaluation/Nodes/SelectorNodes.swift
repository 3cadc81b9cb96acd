/// `Interval[low, high]`.
final class IntervalNode: Node {
    let span: Span
    private let low: any Node
    private let high: any Node
    private let lowClosed: Bool
    private let highClosed: Bool
    private let pointType: DataType
    private let mayBeEmpty: Bool

    /// With `mayBeEmpty` the ends are not checked: the range of a timing phrase can be empty.
    init(
        _ span: Span,
        _ low: any Node,
        _ high: any Node,
        lowClosed: Bool,
        highClosed: Bool,
        pointType: DataType,
        mayBeEmpty: Bool = false
    ) {
        self.span = span
        self.low = low
        self.high = high
        self.lowClosed = lowClosed
        self.highClosed = highClosed
        self.pointType = pointType
        self.mayBeEmpty = mayBeEmpty
    }

    var traceKind: TraceNode.Kind { .selector }

    var children: [any Node] { [low, high] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        emit(code, .interval, d, low, high, code.number(of: self))
    }

    /// The interval between two ends.
    func interval(
        _ first: Value,
        _ last: Value,
        _ operators: Operators
    ) throws(EvaluationError) -> Value {
        if mayBeEmpty {
            return .interval(
                Interval(
                    first,
                    last,
                    lowClosed: lowClosed,
                    highClosed: highClosed,
                    pointType: pointType
                )
            )
        }
        return try operators.interval(
            first,
            last,
            lowClosed: lowClosed,
            highClosed: highClosed,
            pointType: pointType
        )
    }
}

/// `{ a, b, c }`.
final class ListNode: Node {
    let span: Span
    private let elements: [any Node]

    init(_ span: Span, _ elements: [any Node]) {
        self.span = span
        self.elements = elements
    }

    var traceKind: TraceNode.Kind { .selector }

    var children: [any Node] { elements }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        code.emit(.mark, d)
        for element in elements { code.emit(.push, 0, code.value(element)) }
        code.emit(.list, d, d)
        return d
    }
}

/// `Tuple { … }`, with the elements sorted by name.
final class TupleNode: Node {
    let span: Span
    private let names: [String]
    private let elements: [any Node]

    init(_ span: Span, sortedNames names: [String], _ elements: [any Node]) {
        self.span = span
        self.names = names
        self.elements = elements
    }

    var traceKind: TraceNode.Kind { .selector }

    var children: [any Node] { elements }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        let mark = code.temporary()
        code.emit(.mark, mark)
        for element in elements { code.emit(.push, 0, code.value(element)) }
        code.emit(.tuple, d, mark, 0, Int(code.shape(names)))
        return d
    }
}

/// An object of the data model, written in the library.
final class InstanceNode: Node {
    let span: Span
    private let type: ClassType
    private let elements: [(index: Int, node: any Node)]

    init(_ span: Span, _ type: ClassType, _ elements: [(index: Int, node: any Node)]) {
        self.span = span
        self.type = type
        self.elements = elements
    }

    var traceKind: TraceNode.Kind { .selector }

    var children: [any Node] { elements.map(\.node) }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        let mark = code.temporary()
        code.emit(.mark, mark)
        for (_, node) in elements { code.emit(.push, 0, code.value(node)) }
        let (type, places) = (type, elements.map(\.index))
        code.emit(
            .make,
            d,
            mark,
            0,
            code.number(ofMaker: { values throws(EvaluationError) in
                var elements = Array(repeating: Value.null, count: type.elements.count)
                for (place, value) in zip(places, values) { elements[place] = value }
                return .instance(Instance(type: type, elements: elements))
            })
        )
        return d
    }
}

/// A structured value of CQL itself, as `Quantity { value: 1.0, unit: 'mg' }`.
final class SystemSelectorNode: Node {
    let span: Span
    private let type: DataType
    private let elements: [(name: String, node: any Node)]

    init(_ span: Span, _ type: DataType, _ elements: [(name: String, node: any Node)]) {
        self.span = span
        self.type = type
        self.elements = elements
    }

    var traceKind: TraceNode.Kind { .selector }

    var children: [any Node] { elements.map(\.node) }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        let mark = code.temporary()
        code.emit(.mark, mark)
        for (_, node) in elements { code.emit(.push, 0, code.value(node)) }
        let (type, names) = (type, elements.map(\.name))
        code.emit(
            .make,
            d,
            mark,
            0,
            code.number(ofMaker: { values throws(EvaluationError) in
                var named: [String: Value] = [:]
                for (name, value) in zip(names, values) { named[name] = value }
                return try Self.make(type, named)
            })
        )
        return d
    }

    private static func make(
        _ type: DataType,
        _ values: [String: Value]
    ) throws(EvaluationError) -> Value {
        func text(_ name: String) -> String? {
            if case .string(let text)? = values[name] { text } else { nil }
        }
        switch type {
        case .quantity:
            guard case .decimal(let number)? = values["value"] else { return .null }
            guard let unit = text("unit") else { return .quantity(Quantity(number)) }
            guard let unit = try? QuantityUnit(unit) else { throw .invalidUnit }
            return .quantity(Quantity(number, unit))
        case .ratio:
            guard case .quantity(let numerator)? = values["numerator"],
                case .quantity(let denominator)? = values["denominator"]
            else { return .null }
            return .ratio(Ratio(numerator: numerator, denominator: denominator))
        case .code:
            return .code(
                Code(
                    code: text("code"),
                    system: text("system"),
                    version: text("version"),
                    display: text("display")
                )
            )
        case .concept:
            guard case .list(let codes)? = values["codes"] else {
                return .concept(Concept(codes: [], display: text("display")))
            }
            let members = codes.compactMap { if case .code(let code) = $0 { code } else { nil } }
            return .concept(Concept(codes: members, display: text("display")))
        case .valueSet:
            guard let id = text("id") else { return .null }
            return .valueSet(ValueSet(id: id, version: text("version"), name: text("name")))
        case .codeSystem:
            guard let id = text("id") else { return .null }
            return .codeSystem(CodeSystem(id: id, version: text("version"), name: text("name")))
        default: throw .typeMismatch(operator: "selector")
        }
    }
}
