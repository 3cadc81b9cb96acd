/// All that a compiled library needs at run time.
///
/// Built once, never changed.
final class Program: Sendable {
    /// The body of a definition with the number of slots that its queries need.
    struct Body: Sendable {
        let name: String
        let node: any Node
        let slots: Int
    }

    /// The body of a function.
    final class Function: Sendable {
        let index: Int
        let node: any Node
        let slots: Int
        /// The number of the first operand among those of all functions.
        let firstOperand: Int
        /// Whether the last value is kept, with its operands.
        let isRemembered: Bool
        /// Whether the value for an empty list is always the same.
        let isFixedForNone: Bool

        init(
            index: Int,
            node: any Node,
            slots: Int,
            firstOperand: Int,
            isRemembered: Bool,
            isFixedForNone: Bool
        ) {
            self.index = index
            self.node = node
            self.slots = slots
            self.firstOperand = firstOperand
            self.isRemembered = isRemembered
            self.isFixedForNone = isFixedForNone
        }
    }

    struct ParameterEntry: Sendable {
        let name: String
        let type: DataType
        let defaultValue: (any Node)?
    }

    let definitions: [Body]
    let functionCount: Int
    /// The number of operands of all functions together.
    let operandCount: Int
    let parameters: [ParameterEntry]
    let sources: [SourceText]
    /// The number of values that `InvariantNode`s remember.
    let cellCount: Int
    /// What the retrieves ask for.
    let selections: SelectionTable

    init(
        definitions: [Body],
        functionCount: Int,
        operandCount: Int,
        parameters: [ParameterEntry],
        sources: [SourceText],
        cellCount: Int,
        selections: SelectionTable
    ) {
        self.definitions = definitions
        self.functionCount = functionCount
        self.operandCount = operandCount
        self.parameters = parameters
        self.sources = sources
        self.cellCount = cellCount
        self.selections = selections
    }

    /// A program without anything.
    static let empty = Program(
        definitions: [],
        functionCount: 0,
        operandCount: 0,
        parameters: [],
        sources: [],
        cellCount: 0,
        selections: SelectionTable(RecordSelections())
    )

    func location(_ span: Span) -> SourceLocation {
        sources[Int(span.file)].location(span)
    }
}
