import UnitsOfMeasure

/// The greatest and least values of the types.
///
/// Source: CQL 1.5, "Maximum" and "Minimum".
enum Limits {
    /// (10^28 - 1) / 10^8.
    static let decimal = ExactDecimal(
        uncheckedCoefficient: 9_999_999_999_999_999_999_999_999_999,
        scale: 8
    )
    static let firstDate = CalendarDate(uncheckedYear: 1, month: 1, day: 1)
    static let lastDate = CalendarDate(uncheckedYear: 9999, month: 12, day: 31)
    static let firstDateTime = DateTime(firstDate).earliest
    static let lastDateTime = DateTime(lastDate).latest
    static let firstTime = TimeOfDay(milliseconds: 0, precision: .millisecond)
    static let lastTime = TimeOfDay(milliseconds: 86_399_999, precision: .millisecond)
    static let firstDay = firstDate.firstDayNumber
    static let lastDay = lastDate.firstDayNumber

    /// The most elements of a list, and bytes of a text, that an operator makes.
    static let length = 4_000_000

    /// Refuses a list before it is made, which could take all memory.
    static func checkLength(ofList count: Int) throws(EvaluationError) {
        if count > length { throw .limitExceeded(what: "the length of a list") }
    }

    /// Refuses a text before it is made, which could take all memory.
    static func checkLength(ofText count: Int) throws(EvaluationError) {
        if count > length { throw .limitExceeded(what: "the length of a text") }
    }
}

extension Operators {
    /// The least value of a type, or nil for a type that has none.
    public static func minimum(of type: DataType) -> Value? {
        switch type {
        case .integer: .integer(.min)
        case .long: .long(.min)
        case .decimal: .decimal(Limits.decimal.negated)
        case .quantity: .quantity(Quantity(Limits.decimal.negated))
        case .date: .date(Limits.firstDate)
        case .dateTime: .dateTime(Limits.firstDateTime)
        case .time: .time(Limits.firstTime)
        default: nil
        }
    }

    /// The greatest value of a type, or nil for a type that has none.
    public static func maximum(of type: DataType) -> Value? {
        switch type {
        case .integer: .integer(.max)
        case .long: .long(.max)
        case .decimal: .decimal(Limits.decimal)
        case .quantity: .quantity(Quantity(Limits.decimal))
        case .date: .date(Limits.lastDate)
        case .dateTime: .dateTime(Limits.lastDateTime)
        case .time: .time(Limits.lastTime)
        default: nil
        }
    }
}
