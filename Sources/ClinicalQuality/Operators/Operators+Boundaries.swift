import UnitsOfMeasure

extension Operators {
    /// CQL `Precision`: the decimals of a Decimal, or the digits of a date or time.
    ///
    /// - Throws: `typeMismatch` for another type.
    public static func precision(_ value: Value) throws(EvaluationError) -> Value {
        switch value {
        case .null: .null
        case .decimal(let number): .integer(Int32(number.scale))
        case .date(let date): .integer(Int32(dateDigits(date.precision)))
        case .dateTime(let moment): .integer(Int32(dateDigits(moment.precision)))
        case .time(let time): .integer(Int32(dateDigits(time.precision) - 8))
        default: throw .typeMismatch(operator: "Precision")
        }
    }

    /// CQL `LowBoundary`: the least value that the argument can stand for when it is known to
    /// `digits`; nil digits are the most that the type has.
    ///
    /// - Throws: `typeMismatch` for another type.
    public static func lowBoundary(
        _ value: Value,
        digits: Int?
    ) throws(EvaluationError) -> Value {
        try boundary(value, digits, high: false, operator: "LowBoundary")
    }

    /// CQL `HighBoundary`: the greatest value that the argument can stand for when it is known to
    /// `digits`; nil digits are the most that the type has.
    ///
    /// - Throws: `typeMismatch` for another type.
    public static func highBoundary(
        _ value: Value,
        digits: Int?
    ) throws(EvaluationError) -> Value {
        try boundary(value, digits, high: true, operator: "HighBoundary")
    }

    private static func boundary(
        _ value: Value,
        _ digits: Int?,
        high: Bool,
        operator name: String
    ) throws(EvaluationError) -> Value {
        switch value {
        case .null: return .null
        case .decimal(let number): return decimal(boundary(number, digits ?? 8, high: high))
        case .date(let date):
            guard let unit = dateUnit(digits ?? 8), unit <= .day else { return .null }
            return .date((high ? date.latest : date.earliest).truncated(to: unit))
        case .dateTime(let moment):
            guard let unit = dateUnit(digits ?? 17) else { return .null }
            let end = high ? moment.latest : moment.earliest
            return .dateTime(
                DateTime(
                    milliseconds: end.milliseconds,
                    precision: unit,
                    offsetMinutes: moment.offsetMinutes
                )
            )
        case .time(let time):
            guard let unit = dateUnit((digits ?? 9) + 8), unit >= .hour else { return .null }
            let end = high ? time.latest : time.earliest
            return .time(TimeOfDay(milliseconds: end.milliseconds, precision: unit))
        default: throw .typeMismatch(operator: name)
        }
    }

    /// Fills up the decimals of a number with nines (away from or toward zero) or zeros.
    private static func boundary(
        _ number: ExactDecimal,
        _ digits: Int,
        high: Bool
    ) -> ExactDecimal? {
        guard 0...8 ~= digits else { return nil }
        guard number.scale < digits else { return number.rounded(toScale: digits, .towardZero) }
        guard
            let wide = try? number.adding(ExactDecimal(uncheckedCoefficient: 0, scale: digits))
        else { return nil }
        if number.isNegative == high { return wide }
        var nines: Int128 = 0
        for _ in 0..<(digits - number.scale) { nines = nines * 10 + 9 }
        let step = ExactDecimal(uncheckedCoefficient: high ? nines : -nines, scale: digits)
        return try? wide.adding(step)
    }

    private static func dateDigits(_ precision: CalendarUnit) -> Int {
        switch precision {
        case .year: 4
        case .month: 6
        case .week, .day: 8
        case .hour: 10
        case .minute: 12
        case .second: 14
        case .millisecond: 17
        }
    }

    private static func dateUnit(_ digits: Int) -> CalendarUnit? {
        CalendarUnit.allCases.first { $0 != .week && dateDigits($0) == digits }
    }
}
