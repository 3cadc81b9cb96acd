/// One library while it is being compiled.
final class LibraryUnit {
    let file: UInt16
    let source: SourceText
    let syntax: LibrarySyntax
    var name: String? { syntax.name?.fullName }
    var includes: [String: Inclusion] = [:]
    var symbols: [String: Symbol] = [:]
    var functions: [String: [FunctionEntry]] = [:]
    /// Definitions and functions in the order of the text.
    var statements: [Statement] = []
    var usesModel = false

    enum Inclusion {
        case library(LibraryUnit)
        /// The functions of FHIRHelpers, which are built in.
        case helpers
    }

    enum Symbol {
        case definition(DefinitionEntry)
        case parameter(ParameterSymbol)
        case terminology(TerminologySymbol)
    }

    enum Statement {
        case definition(DefinitionEntry)
        case function(FunctionEntry)
    }

    init(file: UInt16, source: SourceText, syntax: LibrarySyntax) {
        self.file = file
        self.source = source
        self.syntax = syntax
    }
}

/// A parameter, as other libraries and expressions see it.
struct ParameterSymbol {
    let index: Int
    let type: DataType
    let isPrivate: Bool
}

/// A code system, value set, code or concept that a library declares.
struct TerminologySymbol {
    let value: Value
    let type: DataType
    let isPrivate: Bool
}

/// How far a definition or function is compiled; a reference to one in progress is a cycle.
enum Progress {
    case notStarted
    case inProgress
    case done
    case failed
}

/// A `define`.
final class DefinitionEntry {
    let name: String
    let unit: LibraryUnit
    let index: Int
    let body: ExpressionSyntax
    let span: Span
    let nameSpan: Span
    let isPrivate: Bool
    /// The class of the subject in whose context the expression stands; nil for none.
    let context: ClassType?
    var progress = Progress.notStarted
    var type = DataType.any
    var knownUnit: QuantityUnit?
    var compiled: Program.Body?
    /// How many levels of expressions an evaluation needs.
    var depth = 0
    var usesNow = false

    init(
        name: String,
        unit: LibraryUnit,
        index: Int,
        body: ExpressionSyntax,
        span: Span,
        nameSpan: Span,
        isPrivate: Bool,
        context: ClassType?
    ) {
        self.name = name
        self.unit = unit
        self.index = index
        self.body = body
        self.span = span
        self.nameSpan = nameSpan
        self.isPrivate = isPrivate
        self.context = context
    }
}

/// A `define function`.
final class FunctionEntry {
    let name: String
    let unit: LibraryUnit
    let index: Int
    let syntax: FunctionSyntax
    let span: Span
    let nameSpan: Span
    let isPrivate: Bool
    let context: ClassType?
    var parameters: [DataType] = []
    var progress = Progress.notStarted
    var result = DataType.any
    var compiled: Program.Function?
    /// How many levels of expressions an evaluation needs.
    var depth = 0
    var usesNow = false

    init(
        name: String,
        unit: LibraryUnit,
        index: Int,
        syntax: FunctionSyntax,
        span: Span,
        nameSpan: Span,
        isPrivate: Bool,
        context: ClassType?
    ) {
        self.name = name
        self.unit = unit
        self.index = index
        self.syntax = syntax
        self.span = span
        self.nameSpan = nameSpan
        self.isPrivate = isPrivate
        self.context = context
    }
}
