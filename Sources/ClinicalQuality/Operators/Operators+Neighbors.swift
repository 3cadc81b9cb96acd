import UnitsOfMeasure

extension Operators {
    /// The next value of the same type and precision; an Integer, Long, Decimal (step 10^-8),
    /// Quantity, Date, DateTime or Time.
    ///
    /// - Throws: `overflow` when the argument is the greatest value of its type.
    public static func successor(_ value: Value) throws(EvaluationError) -> Value {
        try neighbor(value, 1, operator: "Successor")
    }

    /// The value before, of the same type and precision.
    ///
    /// - Throws: `overflow` when the argument is the least value of its type.
    public static func predecessor(_ value: Value) throws(EvaluationError) -> Value {
        try neighbor(value, -1, operator: "Predecessor")
    }

    static func successorOrNull(_ value: Value) -> Value {
        do { return try successor(value) } catch { return .null }
    }

    static func predecessorOrNull(_ value: Value) -> Value {
        do { return try predecessor(value) } catch { return .null }
    }

    private static func neighbor(
        _ value: Value,
        _ step: Int,
        operator name: String
    ) throws(EvaluationError) -> Value {
        switch value {
        case .null: return .null
        case .integer(let number):
            let (result, overflow) = number.addingReportingOverflow(Int32(step))
            if overflow { throw .overflow(operator: name) }
            return .integer(result)
        case .long(let number):
            let (result, overflow) = number.addingReportingOverflow(Int64(step))
            if overflow { throw .overflow(operator: name) }
            return .long(result)
        case .decimal(let number):
            return .decimal(try stepped(number, step, operator: name))
        case .quantity(let quantity):
            // A quantity that is written as a whole number steps by 1.
            let number =
                quantity.value.scale == 0
                ? try added(quantity.value, ExactDecimal(step), operator: name)
                : try stepped(quantity.value, step, operator: name)
            return .quantity(Quantity(number, quantity.unit))
        case .date(let date):
            return .date(try moved(date, by: Int64(step), date.precision, operator: name))
        case .dateTime(let moment):
            return .dateTime(try moved(moment, by: Int64(step), moment.precision, operator: name))
        case .time(let time):
            let length = Int64(time.precision.milliseconds ?? 1)
            let result = Int64(time.milliseconds) + Int64(step) * length
            guard 0..<CivilCalendar.millisecondsPerDay ~= result else {
                throw .overflow(operator: name)
            }
            return .time(TimeOfDay(milliseconds: Int32(result), precision: time.precision))
        default:
            if value.isUncertain { return .null }
            throw .typeMismatch(operator: name)
        }
    }

    private static func stepped(
        _ number: ExactDecimal,
        _ step: Int,
        operator name: String
    ) throws(EvaluationError) -> ExactDecimal {
        try added(
            number,
            ExactDecimal(uncheckedCoefficient: Int128(step), scale: 8),
            operator: name
        )
    }

    private static func added(
        _ number: ExactDecimal,
        _ step: ExactDecimal,
        operator name: String
    ) throws(EvaluationError) -> ExactDecimal {
        guard let sum = inRange(try? number.adding(step)), sum.magnitude <= Limits.decimal else {
            throw .overflow(operator: name)
        }
        return sum
    }
}
