/// `Message`: its source, which it never changes.
///
/// What it says is for a trace only: without one the condition and the texts are not evaluated,
/// so that a library can say why without becoming slower. A message with severity `Error` stops
/// the evaluation and is never left out.
final class MessageNode: Node {
    let span: Span
    let source: any Node
    private let condition: any Node
    /// Code, severity and text, in the order in which `Message` takes them.
    private let texts: [any Node]
    /// Whether the severity is known to be another one than `Error`.
    let isHarmless: Bool

    /// Nil unless there are the five operands of `Message`.
    init?(_ span: Span, _ operands: [any Node]) {
        guard operands.count == 5 else { return nil }
        self.span = span
        source = operands[0]
        condition = operands[1]
        texts = Array(operands[2...])
        isHarmless =
            if case .string(let severity)? = (operands[3] as? ConstantNode)?.value {
                severity != "Error"
            } else {
                false
            }
    }

    var traceKind: TraceNode.Kind { .operation("Message") }

    var children: [any Node] { [source, condition] + texts }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        if isHarmless, !code.isTracing { return source.emit(code, into: d) }
        code.value(source, into: d)
        guard isHarmless else {
            emitError(code, d)
            return d
        }
        // A text that cannot be made must not change the value; the trace shows the error where
        // it happened.
        let guarded = code.emit(.guarded)
        let truth = code.value(condition)
        let skip = code.emit(.jumpUnlessTrue, 0, truth)
        for text in texts { _ = code.value(text) }
        code.land(skip)
        code.emit(.unguarded)
        code.land(guarded)
        return d
    }

    /// Stops the evaluation when the condition holds and the severity turns out to be `Error`.
    private func emitError(_ code: CodeBuilder, _ d: CodeBuilder.Register) {
        let truth = code.value(condition)
        let severity = code.newRegisters(1)
        for (index, text) in texts.enumerated() {
            let register = code.value(text)
            if index == 1 { code.emit(.move, severity, register) }
        }
        code.emit(.raise, d, truth, severity)
    }
}
