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

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        switch conversion {
        case .identity: return code.value(operand)
        case .system:
            return emit(code, .systemValue, d, operand, code.number(of: conversion))
        default:
            return emit(code, .conversion, d, operand, code.number(of: conversion))
        }
    }
}

/// `is` with a type.
///
/// Null is of no type.
final class TypeTestNode: Node {
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

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        emit(code, .isType, d, operand, code.number(of: check))
    }
}

/// `as` and `cast … as`.
final class CastNode: Node {
    let span: Span
    private let operand: any Node
    private let check: TypeCheck
    let isStrict: Bool

    init(_ span: Span, _ operand: any Node, _ type: DataType, strict: Bool) {
        self.span = span
        self.operand = operand
        check = TypeCheck(type)
        isStrict = strict
    }

    var traceKind: TraceNode.Kind { .conversion }

    var children: [any Node] { [operand] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        emit(code, .cast, d, operand, code.number(of: check), flag: isStrict ? 1 : 0)
    }
}
