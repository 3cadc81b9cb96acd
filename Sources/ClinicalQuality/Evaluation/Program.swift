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

    struct ParameterEntry: Sendable {
        let name: String
        let type: DataType
        let defaultValue: (any Node)?
    }

    let definitions: [Body]
    let functions: [Body]
    let parameters: [ParameterEntry]
    let sources: [SourceText]
    /// The number of values that `InvariantNode`s remember.
    let cellCount: Int

    init(
        definitions: [Body],
        functions: [Body],
        parameters: [ParameterEntry],
        sources: [SourceText],
        cellCount: Int
    ) {
        self.definitions = definitions
        self.functions = functions
        self.parameters = parameters
        self.sources = sources
        self.cellCount = cellCount
    }

    func location(_ span: Span) -> SourceLocation {
        sources[Int(span.file)].location(span)
    }
}
