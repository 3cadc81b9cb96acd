/// A library as written.
struct LibrarySyntax: Sendable {
    var name: QualifiedName?
    var version: String?
    var usings: [UsingSyntax] = []
    var includes: [IncludeSyntax] = []
    var declarations: [DeclarationSyntax] = []
    var statements: [StatementSyntax] = []
}

struct UsingSyntax: Sendable {
    let name: Identifier
    let version: String?
    let alias: Identifier?
    let span: Span
}

struct IncludeSyntax: Sendable {
    let name: Identifier
    let version: String?
    let alias: Identifier
    let span: Span
}

/// A parameter or a declaration of terminology.
struct DeclarationSyntax: Sendable {
    enum Form: Sendable {
        case parameter(TypeSyntax?, defaultValue: ExpressionSyntax?)
        case codeSystem(id: String, version: String?)
        case valueSet(id: String, version: String?, codeSystems: [QualifiedName])
        case code(code: String, system: QualifiedName, display: String?)
        case concept([QualifiedName], display: String?)
    }
    let name: Identifier
    let isPrivate: Bool
    let form: Form
    let span: Span
}

/// A `define` or a `context` statement.
struct StatementSyntax: Sendable {
    enum Form: Sendable {
        case context
        case expression(ExpressionSyntax)
        case function(FunctionSyntax)
    }
    let name: Identifier
    let isPrivate: Bool
    let form: Form
    let span: Span
}

struct FunctionSyntax: Sendable {
    let isFluent: Bool
    let operands: [(name: Identifier, type: TypeSyntax)]
    let result: TypeSyntax?
    /// Nil for an external function.
    let body: ExpressionSyntax?
}
