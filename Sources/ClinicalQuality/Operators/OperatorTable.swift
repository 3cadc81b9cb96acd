/// One overload of an operator: its signature and what it does.
public struct OperatorOverload: Sendable {
    /// The ELM name of the operator or the name of the System function, for example `Add`.
    public let name: String
    /// The types of the parameters; a generic one contains `.variable("T")`.
    public let parameters: [DataType]
    /// The type of the result, with the same variables.
    public let result: DataType
    /// What it does.
    public let apply: Implementation

    /// The code of an operator, by the number of its arguments.
    ///
    /// Arguments have the types of `parameters` or are `null`; an implementation that gets
    /// another type throws `typeMismatch`. All are deterministic functions of their arguments and
    /// of the evaluation that `Operators` stands for.
    public enum Implementation: Sendable {
        case nullary(@Sendable (Operators) throws(EvaluationError) -> Value)
        case unary(@Sendable (Operators, Value) throws(EvaluationError) -> Value)
        case binary(@Sendable (Operators, Value, Value) throws(EvaluationError) -> Value)
        case ternary(@Sendable (Operators, Value, Value, Value) throws(EvaluationError) -> Value)
        case variadic(@Sendable (Operators, [Value]) throws(EvaluationError) -> Value)
    }

    init(_ name: String, _ parameters: [DataType], _ result: DataType, _ apply: Implementation) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.apply = apply
    }

    /// Applies the operator.
    ///
    /// - Throws: What the operator throws; `typeMismatch` when the number of arguments is wrong.
    public func callAsFunction(
        _ operators: Operators,
        _ arguments: [Value]
    ) throws(EvaluationError) -> Value {
        switch apply {
        case .nullary(let function) where arguments.isEmpty:
            return try function(operators)
        case .unary(let function) where arguments.count == 1:
            return try function(operators, arguments[0])
        case .binary(let function) where arguments.count == 2:
            return try function(operators, arguments[0], arguments[1])
        case .ternary(let function) where arguments.count == 3:
            return try function(operators, arguments[0], arguments[1], arguments[2])
        case .variadic(let function):
            return try function(operators, arguments)
        default:
            throw .typeMismatch(operator: name)
        }
    }
}

/// All operators and functions of the System library, by name.
///
/// # What the engine finds here
/// - **Names** are those of ELM (`Add`, `Equal`, `In`, `ProperContains`, `DurationBetween`,
///   `SingletonFrom`, `ToQuantity`, …). Functions that have a name of their own in CQL and not in
///   ELM (`Tail`, `Skip`, `Take`) are listed under the CQL name, and so are those whose names agree.
/// - **Precision** (`before day of`, `years between`) is not an argument: an operator that takes one
///   is a family of overloads, one per precision, found by `OperatorTable.overloads(of:precision:)`.
///   `overloads(of:)` gives the overloads without precision. For `DurationBetween`,
///   `DifferenceBetween`, `DateTimeComponentFrom` and `CalculateAge(At)` the precision is required.
/// - **The evaluation** (its time and time-zone offset) is the `Operators` value that every
///   implementation gets first; the engine makes one per evaluation.
/// - **Types of other arguments**: `Convert`, `As`, `Is`, `MinValue`, `MaxValue` and `ToList` take
///   a type and are no overloads; see `Operators.minimum(of:)`, `Operators.maximum(of:)` and the
///   conversions `ToX`, which are overloads.
/// - **Generic** operators use `.variable("T")`; `Interval<T>` is matched before `T` where both
///   would do.
///
/// # What the engine does itself
/// `And`, `Or`, `Implies` with short circuit and trace (the truth tables are `Operators.and`, …;
/// plain overloads are here too), `If`, `Case`, `Coalesce`, queries, retrieves, `Children`,
/// `Descendents`, property access, `Is`, `As`, selectors (`Interval`, `List`, `Tuple`,
/// `Instance`; `Operators.interval` checks the ends), `Between` and the timing phrases, which are
/// written with the operators here.
///
/// # Direct calls
/// Every operator is also a method of `Operators`, on Swift types where that is possible:
/// `Operators.compare(Quantity, Quantity)`, `operators.compare(DateTime, DateTime, to: .day)`,
/// `operators.equal(Value, Value)`. A compiler that knows the types calls these.
public struct OperatorTable: Sendable {
    /// The operators of CQL 1.5.
    public static let standard = OperatorTable()

    private typealias Index = [String: [OperatorOverload]]

    // One index for each precision, made when it is asked for first.
    private static let plain = index(nil)
    private static let years = index(.year)
    private static let months = index(.month)
    private static let weeks = index(.week)
    private static let days = index(.day)
    private static let hours = index(.hour)
    private static let minutes = index(.minute)
    private static let seconds = index(.second)
    private static let milliseconds = index(.millisecond)

    private static let groups: [OperatorGroup] = [
        .logic, .comparing, .arithmetic, .rounding, .timeSelectors, .timeComparing, .lists,
        .intervals, .intervalComparing, .aggregates, .strings, .conversions, .clinical,
    ]

    private static func index(_ precision: CalendarUnit?) -> Index {
        var index: Index = [:]
        for group in groups {
            for overload in group.overloads(precision) {
                index[overload.name, default: []].append(overload)
            }
        }
        return index
    }

    private static func index(for precision: CalendarUnit?) -> Index {
        switch precision {
        case nil: plain
        case .year?: years
        case .month?: months
        case .week?: weeks
        case .day?: days
        case .hour?: hours
        case .minute?: minutes
        case .second?: seconds
        case .millisecond?: milliseconds
        }
    }

    /// All overloads of the operator called `name`, without a precision (nil) or with one.
    public func overloads(
        of name: String,
        precision: CalendarUnit? = nil
    ) -> [OperatorOverload] {
        Self.index(for: precision)[name] ?? []
    }

    /// The names of all operators, sorted.
    public var names: [String] {
        var names = Set(Self.plain.keys)
        for unit in CalendarUnit.allCases { names.formUnion(Self.index(for: unit).keys) }
        return names.sorted()
    }
}

/// The overloads of one topic, without a precision (nil) or with one.
struct OperatorGroup: Sendable {
    let overloads: @Sendable (CalendarUnit?) -> [OperatorOverload]

    /// Operators that take no precision.
    static func plain(_ overloads: [OperatorOverload]) -> OperatorGroup {
        OperatorGroup { $0 == nil ? overloads : [] }
    }
}
