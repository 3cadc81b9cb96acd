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
    struct Function: Sendable {
        let index: Int
        let node: any Node
        let slots: Int
        /// Whether the last value is kept, with its operands.
        let isRemembered: Bool
        /// Whether the value for an empty list is always the same.
        let isFixedForNone: Bool
    }

    struct ParameterEntry: Sendable {
        let name: String
        let type: DataType
        let defaultValue: (any Node)?
    }

    let definitions: [Body]
    let functionCount: Int
    let parameters: [ParameterEntry]
    let sources: [SourceText]
    /// The number of values that `InvariantNode`s remember.
    let cellCount: Int
    /// What the retrieves ask for.
    let selections: RecordSelections

    init(
        definitions: [Body],
        functionCount: Int,
        parameters: [ParameterEntry],
        sources: [SourceText],
        cellCount: Int,
        selections: RecordSelections
    ) {
        self.definitions = definitions
        self.functionCount = functionCount
        self.parameters = parameters
        self.sources = sources
        self.cellCount = cellCount
        self.selections = selections
    }

    /// A program without anything.
    static let empty = Program(
        definitions: [],
        functionCount: 0,
        parameters: [],
        sources: [],
        cellCount: 0,
        selections: RecordSelections()
    )

    func location(_ span: Span) -> SourceLocation {
        sources[Int(span.file)].location(span)
    }
}
