/// An expression of a compiled library as written, with names resolved and types known.
///
/// It is for reading and reasoning; what evaluates is ``CompiledLibrary``. Conversions that the
/// compiler adds are left out, and phrases that stand for simpler operators are those operators:
/// `between` is two comparisons, `if` is a selection with one branch.
public final class ExpressionOutline: Sendable {
    /// The shape.
    public let form: Form
    /// The type of the result.
    public let type: DataType
    /// Where it stands.
    public let location: SourceLocation

    init(_ form: Form, _ type: DataType, _ location: SourceLocation) {
        self.form = form
        self.type = type
        self.location = location
    }

    /// The shape of an expression.
    public enum Form: Sendable {
        /// A value that is known when the library is compiled.
        case constant(Value)
        /// A declared code, concept, value set or code system: an index of
        /// ``LibraryOutline/terminology``.
        case terminology(Int)
        /// A parameter, by name.
        case parameter(String)
        /// A definition: an index of ``LibraryOutline/definitions``.
        case definition(Int)
        /// A call of a function: an index of ``LibraryOutline/definitions``, and the operands.
        case call(Int, [ExpressionOutline])
        /// An operand of the function around it, an alias of a query, or `$this`.
        case local(String)
        /// The subject of the context, `Patient`.
        case subject
        /// An element of a value.
        case element(ExpressionOutline, String)
        /// An operator or a function of the language, by its name in ELM where it has one.
        case operation(String, [ExpressionOutline])
        /// `if` or `case`; a comparand stands in every condition.
        case selection([Branch], otherwise: ExpressionOutline)
        /// A timing phrase; the distance is that of `3 days or less before` and `within 3 days of`.
        case timing(distance: Quantity?, ExpressionOutline, ExpressionOutline)
        /// The ends, and whether they belong to it.
        case interval(
            low: ExpressionOutline,
            high: ExpressionOutline,
            lowClosed: Bool,
            highClosed: Bool
        )
        /// A list of expressions.
        case list([ExpressionOutline])
        /// A tuple, or an instance of a class.
        case tuple([Element])
        /// A read of the record, with the codes asked for.
        case retrieve(codes: ExpressionOutline?)
        /// A query.
        case query(Query)
    }

    /// One `when … then …`.
    public struct Branch: Sendable {
        /// What follows `when`.
        public let condition: ExpressionOutline
        /// What follows `then`.
        public let result: ExpressionOutline
    }

    /// A name with its expression.
    public struct Element: Sendable {
        /// The name.
        public let name: String
        /// The expression.
        public let value: ExpressionOutline
    }

    /// The parts of a query.
    public struct Query: Sendable {
        /// Aliases and what they run through.
        public let sources: [Element]
        /// The `let` clause.
        public let lets: [Element]
        /// The `where` clause.
        public let condition: ExpressionOutline?
        /// The `return` clause.
        public let result: ExpressionOutline?
        /// The sources and conditions of `with` and `without`, the `aggregate` clause, and what is
        /// sorted by.
        public let others: [ExpressionOutline]
    }

    /// The expressions directly inside of this one, in the order in which they are written.
    public var children: [ExpressionOutline] {
        switch form {
        case .constant, .terminology, .parameter, .definition, .local, .subject: []
        case .call(_, let operands), .operation(_, let operands), .list(let operands): operands
        case .element(let base, _): [base]
        case .selection(let branches, let otherwise):
            branches.flatMap { [$0.condition, $0.result] } + [otherwise]
        case .timing(_, let left, let right): [left, right]
        case .interval(let low, let high, _, _): [low, high]
        case .tuple(let elements): elements.map(\.value)
        case .retrieve(let codes): [codes].compactMap { $0 }
        case .query(let query):
            query.sources.map(\.value) + query.lets.map(\.value)
                + [query.condition, query.result].compactMap { $0 } + query.others
        }
    }
}
