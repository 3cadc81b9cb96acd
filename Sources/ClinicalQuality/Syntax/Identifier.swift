/// A name as written in a library, with its place.
struct Identifier: Sendable {
    let name: String
    let span: Span
}

/// A name with an optional qualifier, as in `Common."LOINC"`.
struct QualifiedName: Sendable {
    let qualifier: Identifier?
    let identifier: Identifier
    var span: Span { qualifier?.span.joined(identifier.span) ?? identifier.span }
}
