/// An expression as written.
final class ExpressionSyntax: Sendable {
    let form: Form
    let span: Span
    /// The number of levels below and including this one: all later passes recurse that deep.
    let depth: Int

    init(_ form: Form, _ span: Span) {
        self.form = form
        self.span = span
        depth = 1 + (form.children.map(\.depth).max() ?? 0)
    }

    /// The shape of an expression.
    indirect enum Form: Sendable {
        case null
        case boolean(Bool)
        case integer(String)
        case long(String)
        case decimal(String)
        case string(String)
        case date(String)
        case dateTime(String)
        case time(String)
        case quantity(QuantitySyntax)
        case ratio(QuantitySyntax, QuantitySyntax)
        case name(Identifier)
        /// `$this`, `$index` or `$total`.
        case special(String)
        case external(String)
        case member(ExpressionSyntax, Identifier)
        case call(qualifier: ExpressionSyntax?, Identifier, [ExpressionSyntax])
        case interval(
            low: ExpressionSyntax,
            high: ExpressionSyntax,
            lowClosed: Bool,
            highClosed: Bool
        )
        case tuple([ElementSyntax])
        case instance(TypeSyntax, [ElementSyntax])
        case list(TypeSyntax?, [ExpressionSyntax])
        case code(CodeSyntax)
        case concept([CodeSyntax], display: String?)
        /// An operator with a fixed name; the names are those of ELM.
        case operation(String, [ExpressionSyntax], precision: CalendarUnit?)
        case timing(TimingPhrase, ExpressionSyntax, ExpressionSyntax)
        case between(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax, properly: Bool)
        case isType(ExpressionSyntax, TypeSyntax)
        case asType(ExpressionSyntax, TypeSyntax, strict: Bool)
        case convert(ExpressionSyntax, TypeSyntax)
        case convertUnit(ExpressionSyntax, String)
        case extent(minimum: Bool, TypeSyntax)
        case conditional(ExpressionSyntax, ExpressionSyntax, ExpressionSyntax)
        case selection(ExpressionSyntax?, [CaseSyntax], ExpressionSyntax)
        /// `expand` or `collapse` with its `per` clause.
        case setAggregate(String, ExpressionSyntax, per: PerSyntax?)
        case retrieve(RetrieveSyntax)
        case query(QuerySyntax)
    }
}

/// A number with its unit; no unit means `'1'`.
struct QuantitySyntax: Sendable {
    let number: String
    let unit: UnitSyntax
    let span: Span
}

/// How a unit is written: a calendar keyword, a UCUM code, or left out.
enum UnitSyntax: Sendable {
    case none
    case calendar(CalendarUnit)
    case ucum(String, Span)
}

/// `name: expression` in a tuple or an instance selector.
struct ElementSyntax: Sendable {
    let name: Identifier
    let value: ExpressionSyntax
}

/// `Code 'x' from "System" display 'y'`.
struct CodeSyntax: Sendable {
    let code: String
    let system: QualifiedName
    let display: String?
}

struct CaseSyntax: Sendable {
    let when: ExpressionSyntax
    let then: ExpressionSyntax
}

enum PerSyntax: Sendable {
    case unit(CalendarUnit)
    case expression(ExpressionSyntax)
}

/// `[Observation: code in "Creatinine"]`.
struct RetrieveSyntax: Sendable {
    let context: ExpressionSyntax?
    let type: TypeSyntax
    /// The element that is compared with the terminology; nil for the class's own.
    let path: [Identifier]?
    let comparator: String?
    let terminology: ExpressionSyntax?
}

struct SourceSyntax: Sendable {
    let expression: ExpressionSyntax
    let alias: Identifier
}

/// A query with its clauses in the order in which they take effect.
struct QuerySyntax: Sendable {
    var sources: [SourceSyntax]
    var lets: [ElementSyntax] = []
    var inclusions: [InclusionSyntax] = []
    var condition: ExpressionSyntax?
    var result: ResultSyntax?
    var aggregate: AggregateSyntax?
    var sort: SortSyntax?
}

/// `with` or `without … such that`.
struct InclusionSyntax: Sendable {
    let isExclusion: Bool
    let source: SourceSyntax
    let condition: ExpressionSyntax
}

struct ResultSyntax: Sendable {
    let distinct: Bool
    let expression: ExpressionSyntax
}

struct AggregateSyntax: Sendable {
    let distinct: Bool
    let name: Identifier
    let starting: ExpressionSyntax?
    let expression: ExpressionSyntax
}

struct SortSyntax: Sendable {
    enum Key: Sendable {
        case element
        case expression(ExpressionSyntax)
    }
    struct Item: Sendable {
        let key: Key
        let descending: Bool
        let span: Span
    }
    let items: [Item]
}
