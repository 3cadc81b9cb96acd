/// `in` with a list of texts that is written in the library, as for a status.
final class TextMembershipNode: Node {
    let span: Span
    private let operand: any Node
    private let list: ConstantNode
    private let texts: [String]

    /// Nil when the list has an element that is no ASCII text.
    init?(_ span: Span, _ operand: any Node, _ list: ConstantNode) {
        guard case .list(let elements) = list.value else { return nil }
        var texts: [String] = []
        for element in elements {
            // A text is canonically equivalent to an ASCII one of the same length only when it
            // is the same, so Swift's fast comparison serves there.
            guard case .string(let text) = element, text.utf8.allSatisfy({ $0 < 0x80 }) else {
                return nil
            }
            texts.append(text)
        }
        self.span = span
        self.operand = operand
        self.list = list
        self.texts = texts
    }

    var traceKind: TraceNode.Kind { .comparison("In") }

    var children: [any Node] { [operand, list] }

    func emit(_ code: CodeBuilder, into d: CodeBuilder.Register) -> CodeBuilder.Register {
        let text = code.value(operand)
        if code.isTracing { _ = code.value(list) }
        code.emit(.textIn, d, text, UInt32(texts.count), code.number(of: texts))
        return d
    }
}
