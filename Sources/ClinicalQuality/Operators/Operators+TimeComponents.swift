import UnitsOfMeasure

extension Operators {
    /// CQL `year from`, `hour from`, …: one component; `null` when it is not known.
    ///
    /// - Throws: `typeMismatch` for anything but a Date, DateTime or Time.
    public static func component(
        _ unit: CalendarUnit,
        from value: Value
    ) throws(EvaluationError) -> Value {
        let component: Int?
        switch value {
        case .null: return .null
        case .date(let date): component = DateTime(date).component(unit)
        case .dateTime(let moment): component = moment.component(unit)
        case .time(let time): component = time.component(unit)
        default: throw .typeMismatch(operator: "DateTimeComponentFrom")
        }
        return component.map { .integer(Int32($0)) } ?? .null
    }

    /// CQL `date from`: the date as it was recorded, whatever its offset, as `same day as` sees it.
    ///
    /// CQL 1.5 still took it to the offset of the evaluation; that was corrected (FHIR-53152), and
    /// a public test case has one date for every offset ("DateTimeComponentFromDate").
    public func date(from moment: DateTime) -> CalendarDate { moment.date }

    /// CQL `time from`: the time of day in the offset of the evaluation; nil when it is not known.
    public func time(from moment: DateTime) -> TimeOfDay? { normalized(moment).time }

    /// CQL `timezoneoffset from`, in hours; that of the evaluation when the value has none.
    public func offset(from moment: DateTime) -> Value {
        let minutes = ExactDecimal(moment.offsetMinutes ?? offsetMinutes)
        return Self.decimal(try? minutes.divided(by: 60, scale: 2))
    }

    /// CQL `Today()`: the date of the evaluation.
    public var today: CalendarDate { now.date }

    /// CQL `TimeOfDay()`: the time of day of the evaluation.
    public var timeOfDay: TimeOfDay? { now.time }
}
