/// An implicit conversion.
final class ConversionNode: Node {
    let span: Span
    private let operand: any Node
    private let conversion: Conversion

    init(_ span: Span, _ operand: any Node, _ conversion: Conversion) {
        self.span = span
        self.operand = operand
        self.conversion = conversion
    }

    var traceKind: TraceNode.Kind { .conversion }

    var children: [any Node] { [operand] }

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        try conversion.apply(try machine.value(of: operand))
    }
}

/// `is` with a type.
///
/// Null is of no type.
final class TypeTestNode: TruthNode {
    let span: Span
    private let operand: any Node
    private let check: TypeCheck

    init(_ span: Span, _ operand: any Node, _ type: DataType) {
        self.span = span
        self.operand = operand
        check = TypeCheck(type)
    }

    var traceKind: TraceNode.Kind { .logical("Is") }

    var children: [any Node] { [operand] }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        let value = try machine.value(of: operand)
        return !value.isNull && check.accepts(value)
    }
}

/// `as` and `cast … as`.
final class CastNode: Node {
    let span: Span
    private let operand: any Node
    private let check: TypeCheck
    private let strict: Bool

    init(_ span: Span, _ operand: any Node, _ type: DataType, strict: Bool) {
        self.span = span
        self.operand = operand
        check = TypeCheck(type)
        self.strict = strict
    }

    var traceKind: TraceNode.Kind { .conversion }

    var children: [any Node] { [operand] }

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        let value = try machine.value(of: operand)
        if check.accepts(value) { return value }
        // An interval without ends and without a type takes on the one that is asked for.
        if case .interval(let interval) = value, case .interval(let point) = check.type,
            interval.pointType == .any
        {
            return .interval(
                Interval(
                    .null,
                    .null,
                    lowClosed: interval.lowClosed,
                    highClosed: interval.highClosed,
                    pointType: point
                )
            )
        }
        if strict { throw .invalidCast(to: check.type.description) }
        return .null
    }
}
