import Synchronization

/// All that a compiled library needs at run time.
///
/// Built once, never changed; its code is made when it is evaluated for the first time.
final class Program: Sendable {
    /// The body of a definition.
    struct Body: Sendable {
        let name: String
        let node: any Node
    }

    /// The body of a function.
    final class Function: Sendable {
        let index: Int
        let node: any Node
        /// Whether the last value is kept, with its operands.
        let isRemembered: Bool
        /// Whether the value for an empty list is always the same.
        let isFixedForNone: Bool

        /// The number of its nodes, those of small functions that it calls included.
        let size: Int

        /// Whether it stands in place of its calls.
        var isSmall: Bool { size <= 60 }

        init(index: Int, node: any Node, isRemembered: Bool, isFixedForNone: Bool) {
            self.index = index
            self.node = node
            self.isRemembered = isRemembered
            self.isFixedForNone = isFixedForNone
            size = node.size
        }
    }

    struct ParameterEntry: Sendable {
        let name: String
        let type: DataType
        let defaultValue: (any Node)?
    }

    let definitions: [Body]
    let parameters: [ParameterEntry]
    let sources: [SourceText]
    /// What the retrieves ask for.
    let selections: SelectionTable
    private let plainCode = Mutex<MachineCode?>(nil)
    private let tracingCode = Mutex<MachineCode?>(nil)

    init(
        definitions: [Body],
        parameters: [ParameterEntry],
        sources: [SourceText],
        selections: SelectionTable
    ) {
        self.definitions = definitions
        self.parameters = parameters
        self.sources = sources
        self.selections = selections
    }

    /// A program without anything.
    static let empty = Program(
        definitions: [],
        parameters: [],
        sources: [],
        selections: SelectionTable(RecordSelections())
    )

    func location(_ span: Span) -> SourceLocation {
        sources[Int(span.file)].location(span)
    }

    /// The instructions that evaluate the library, with those that record a trace or without.
    func code(tracing: Bool) -> MachineCode {
        tracing ? code(in: tracingCode, tracing) : code(in: plainCode, tracing)
    }

    private func code(in known: borrowing Mutex<MachineCode?>, _ tracing: Bool) -> MachineCode {
        known.withLock { known in
            if let known { return known }
            let code = MachineCode(self, tracing: tracing)
            known = code
            return code
        }
    }
}

extension Node {
    /// The number of nodes, those of small functions that are called included.
    fileprivate var size: Int {
        var size = 1
        for child in children { size += child.size }
        if let call = self as? CallNode, call.function.isSmall { size += call.function.size }
        return size
    }
}
