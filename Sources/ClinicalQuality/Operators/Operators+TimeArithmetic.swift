import UnitsOfMeasure

extension Operators {
    /// A Date, DateTime or Time moved by a quantity: forward with `sign` 1, back with -1.
    static func move(
        _ value: Value,
        by quantity: Quantity,
        _ sign: Int64,
        operator name: String
    ) throws(EvaluationError) -> Value {
        let (count, unit) = try steps(quantity, operator: name)
        let distance = count.multipliedReportingOverflow(by: sign)
        if distance.overflow { throw .overflow(operator: name) }
        switch value {
        case .date(let date):
            guard unit <= .day else {
                throw .invalidArgument(
                    operator: name,
                    reason: "a date moves by years, months, weeks or days"
                )
            }
            return .date(try moved(date, by: distance.partialValue, unit, operator: name))
        case .dateTime(let moment):
            return .dateTime(try moved(moment, by: distance.partialValue, unit, operator: name))
        case .time(let time):
            guard unit >= .hour else {
                throw .invalidArgument(
                    operator: name,
                    reason: "a time of day moves by hours, minutes, seconds or milliseconds"
                )
            }
            return .time(moved(time, by: distance.partialValue, unit))
        default:
            throw .typeMismatch(operator: name)
        }
    }

    /// A duration as whole steps of a calendar unit.
    ///
    /// The fraction is left out, but of seconds the milliseconds count. The UCUM units up to the
    /// week mean the calendar units; a UCUM year or month is an error, because its length is not
    /// that of a calendar year or month.
    static func steps(
        _ quantity: Quantity,
        operator name: String
    ) throws(EvaluationError) -> (Int64, CalendarUnit) {
        guard var unit = calendarUnit(quantity.unit) else {
            throw .invalidArgument(
                operator: name,
                reason: "the unit is not a calendar duration, nor a UCUM week or a shorter one"
            )
        }
        var value = quantity.value
        if unit == .second && value.scale > 0 {
            unit = .millisecond
            value = (try? value.multiplied(by: 1000)) ?? value
        }
        guard let count = value.truncated.asInt64 else { throw .overflow(operator: name) }
        return (count, unit)
    }

    private static func calendarUnit(_ unit: QuantityUnit) -> CalendarUnit? {
        switch unit {
        case .calendar(let unit): unit
        case .ucum(let unit):
            switch unit.code {
            case "wk": .week
            case "d": .day
            case "h": .hour
            case "min": .minute
            case "s": .second
            case "ms": .millisecond
            default: nil
            }
        }
    }
}
