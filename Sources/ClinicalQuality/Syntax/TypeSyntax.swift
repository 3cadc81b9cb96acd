/// A type specifier as written.
indirect enum TypeSyntax: Sendable {
    case named(qualifier: Identifier?, name: Identifier)
    case list(TypeSyntax, Span)
    case interval(TypeSyntax, Span)
    case tuple([(name: Identifier, type: TypeSyntax)], Span)
    case choice([TypeSyntax], Span)

    var span: Span {
        switch self {
        case .named(let qualifier, let name): qualifier?.span.joined(name.span) ?? name.span
        case .list(_, let span), .interval(_, let span), .tuple(_, let span), .choice(_, let span):
            span
        }
    }
}
