/// Gives one expression its types and turns it into nodes.
final class ExpressionCompiler {
    let compilation: Compilation
    let unit: LibraryUnit
    let context: ClassType?
    /// The definition that the expression belongs to.
    let owner: String?
    private(set) var slotCount = 0
    private var scopes: [Scope] = [Scope()]
    /// Whether the record may be read; the default of a parameter is the same for all records.
    let readsRecord: Bool
    /// Whether the result depends on the time of the evaluation.
    var usesNow = false

    struct Local {
        let slot: Int
        let type: DataType
        var unit: QuantityUnit?
    }

    struct Scope {
        var names: [String: Local] = [:]
        /// The object whose elements can be named without a qualifier: the row of a sort clause.
        var implicit: Local?
    }

    init(
        _ compilation: Compilation,
        _ unit: LibraryUnit,
        context: ClassType?,
        owner: String?,
        readsRecord: Bool = true
    ) {
        self.compilation = compilation
        self.unit = unit
        self.context = context
        self.owner = owner
        self.readsRecord = readsRecord
    }

    // MARK: Scopes

    func declare(_ name: String, _ type: DataType, unit: QuantityUnit? = nil) -> Int {
        let slot = newSlot()
        scopes[scopes.count - 1].names[name] = Local(slot: slot, type: type, unit: unit)
        return slot
    }

    /// Gives a name that was declared before another type.
    func redeclare(_ name: String, _ type: DataType, slot: Int) {
        scopes[scopes.count - 1].names[name] = Local(slot: slot, type: type)
    }

    func newSlot() -> Int {
        slotCount += 1
        return slotCount - 1
    }

    func inScope<Result>(
        implicit: Local? = nil,
        _ body: () throws(Reported) -> Result
    ) throws(Reported) -> Result {
        scopes.append(Scope(implicit: implicit))
        defer { scopes.removeLast() }
        return try body()
    }

    func local(_ name: String) -> Local? {
        for scope in scopes.reversed() {
            if let local = scope.names[name] { return local }
        }
        return nil
    }

    /// The innermost row whose elements can be named without a qualifier.
    var implicitRow: Local? { scopes.last { $0.implicit != nil }?.implicit }

    var localNames: [String] { scopes.flatMap { $0.names.keys } }

    // MARK: Diagnostics

    func fail(
        _ rule: String,
        _ message: String,
        _ span: Span,
        suggestion: @autoclosure () -> String? = nil
    ) -> Reported {
        compilation.fail(rule, message, span, suggestion: suggestion())
    }

    // MARK: Dispatch

    /// Compiles several expressions, reporting the problems of all before giving up.
    func compile(all expressions: [ExpressionSyntax]) throws(Reported) -> [Typed] {
        var compiled: [Typed] = []
        for expression in expressions {
            do throws(Reported) { compiled.append(try compile(expression)) } catch {}
        }
        guard compiled.count == expressions.count else { throw Reported() }
        return compiled
    }

    func compile(_ expression: ExpressionSyntax) throws(Reported) -> Typed {
        let typed = try compilation.nested(expression.span) { () throws(Reported) in
            try dispatch(expression)
        }
        compilation.outline?.results[ObjectIdentifier(expression)] = typed
        return typed
    }

    private func dispatch(_ expression: ExpressionSyntax) throws(Reported) -> Typed {
        let span = expression.span
        switch expression.form {
        case .null, .boolean, .integer, .long, .decimal, .string, .date, .dateTime, .time,
            .quantity, .ratio:
            return try literal(expression)
        case .name(let name): return try reference(name)
        case .special(let name): return try special(name, span)
        case .external(let name):
            throw fail("unknown-name", "there is no external constant %\(name)", span)
        case .member(let base, let name): return try member(of: base, name, span)
        case .call(let qualifier, let name, let arguments):
            return try call(qualifier, name, arguments, span)
        case .interval, .tuple, .instance, .list, .code, .concept:
            return try selector(expression)
        case .operation(let name, let operands, let precision):
            return try operation(name, operands, precision, span)
        case .timing(let phrase, let left, let right):
            return try timing(phrase, left, right, span)
        case .between(let value, let low, let high, let properly):
            return try between(value, low, high, properly: properly, span)
        case .isType(let operand, let type): return try typeTest(operand, type, span)
        case .asType(let operand, let type, let strict):
            return try cast(operand, type, strict: strict, span)
        case .convert(let operand, let type): return try conversion(operand, type, span)
        case .convertUnit(let operand, let unit):
            return try unitConversion(operand, unit, span)
        case .extent(let minimum, let type):
            return try extent(minimum: minimum, type, span)
        case .conditional(let condition, let then, let otherwise):
            return try conditional(condition, then, otherwise, span)
        case .selection(let comparand, let cases, let otherwise):
            return try selection(comparand, cases, otherwise, span)
        case .setAggregate(let name, let operand, let per):
            return try setAggregate(name, operand, per, span)
        case .retrieve(let retrieve): return try self.retrieve(retrieve, span)
        case .query(let query): return try self.query(query, span)
        }
    }
}
