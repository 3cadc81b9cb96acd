/// What the compiler finds out about expressions and names; kept only for an outline.
final class OutlineRecorder {
    /// The result of each expression.
    var results: [ObjectIdentifier: Typed] = [:]
    /// What each name stands for, by the place of the name.
    var references: [Span: LibraryUnit.Symbol] = [:]
    /// Which function is called, by the place of its name.
    var calls: [Span: FunctionEntry] = [:]
}
