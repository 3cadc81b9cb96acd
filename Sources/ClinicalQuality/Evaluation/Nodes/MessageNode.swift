/// `Message`: its source, which it never changes.
///
/// What it says is for a trace only: without one the condition and the texts are not evaluated,
/// so that a library can say why without becoming slower. A message with severity `Error` stops
/// the evaluation and is never left out.
final class MessageNode: Node {
    let span: Span
    private let source: any Node
    private let condition: any Node
    /// Code, severity and text, in the order in which `Message` takes them.
    private let texts: [any Node]
    /// Whether the severity is known to be another one than `Error`.
    private let isHarmless: Bool

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

    func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
        if isHarmless, !machine.isTracing { return try source.evaluate(&machine) }
        let value = try machine.value(of: source)
        guard isHarmless else { return try raise(value, &machine) }
        tell(&machine)
        return value
    }

    func test(_ machine: inout Machine) throws(EvaluationError) -> Bool? {
        if isHarmless, !machine.isTracing { return try source.test(&machine) }
        return try evaluate(&machine).truth
    }

    /// Puts the texts of a message whose condition holds into the trace; a text that cannot be
    /// made must not change the value.
    private func tell(_ machine: inout Machine) {
        do {
            guard try machine.truth(of: condition) == true else { return }
            for text in texts { _ = try machine.value(of: text) }
        } catch {
            // The trace shows the error where it happened.
        }
    }

    private func raise(
        _ value: Value,
        _ machine: inout Machine
    ) throws(EvaluationError) -> Value {
        let holds = try machine.truth(of: condition)
        var values: [Value] = []
        for text in texts { values.append(try machine.value(of: text)) }
        let severity: String? =
            if case .string(let text) = values[1] { text } else { nil }
        return try Operators.message(value, condition: holds, severity: severity)
    }
}
