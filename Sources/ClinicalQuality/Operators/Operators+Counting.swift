extension Operators {
    /// CQL `years between`, `days between`, …: the whole periods from the first to the second
    /// moment, negative when the second is earlier.
    ///
    /// An uncertainty when a value is not known to the unit, or one is known better than the
    /// other. DateTimes with different offsets are taken to the offset of the evaluation.
    ///
    /// - Throws: `typeMismatch` for values that are not two dates, DateTimes or times.
    public func duration(
        _ unit: CalendarUnit,
        from left: Value,
        to right: Value
    ) throws(EvaluationError) -> Value {
        let spans = try spans(
            left,
            right,
            unit,
            inOneOffset: true,
            operator: "DurationBetween"
        )
        guard let (a, b) = spans else { return .null }
        return Self.count(a, b, unit, Self.wholePeriods)
    }

    /// CQL `difference in years between`, …: the boundaries (new year, first of the month, Sunday,
    /// midnight, …) crossed from the first to the second moment.
    ///
    /// An uncertainty when a value is not known to the unit. DateTimes with different offsets are
    /// taken to the offset of the evaluation for hours and finer units only.
    ///
    /// - Throws: `typeMismatch` for values that are not two dates, DateTimes or times.
    public func difference(
        _ unit: CalendarUnit,
        from left: Value,
        to right: Value
    ) throws(EvaluationError) -> Value {
        let spans = try spans(
            left,
            right,
            unit,
            inOneOffset: unit > .day,
            operator: "DifferenceBetween"
        )
        guard let (a, b) = spans else { return .null }
        let needed = unit == .week ? CalendarUnit.day : unit
        // Beyond the unit nothing counts, so values known to the unit are certain.
        let first = TimeSpan(a, to: needed)
        let second = TimeSpan(b, to: needed)
        return Self.count(first, second, unit, Self.boundaries)
    }

    private func spans(
        _ left: Value,
        _ right: Value,
        _ unit: CalendarUnit,
        inOneOffset: Bool,
        operator name: String
    ) throws(EvaluationError) -> (TimeSpan, TimeSpan)? {
        var (left, right) = (left, right)
        switch (left, right) {
        case (.null, _), (_, .null): return nil
        // Beside a DateTime, a Date is some moment of its day.
        case (.date(let date), .dateTime): left = .dateTime(DateTime(date))
        case (.dateTime, .date(let date)): right = .dateTime(DateTime(date))
        default: break
        }
        guard let a = span(left, unit, inOneOffset: inOneOffset),
            let b = span(right, unit, inOneOffset: inOneOffset),
            left.comparisonKind == right.comparisonKind
        else { throw .typeMismatch(operator: name) }
        return (a, b)
    }

    /// Where a value can lie; DateTimes in the offset of the evaluation, or as they were recorded.
    private func span(
        _ value: Value,
        _ unit: CalendarUnit,
        inOneOffset: Bool
    ) -> TimeSpan? {
        switch value {
        case .date(let date): TimeSpan(date)
        case .dateTime(let moment):
            TimeSpan(
                inOneOffset ? localMilliseconds(moment) : moment.milliseconds,
                moment.precision,
                countedIn: unit
            )
        case .time(let time):
            TimeSpan(Int64(time.milliseconds), time.precision, countedIn: unit)
        default: nil
        }
    }

    private static func count(
        _ left: TimeSpan,
        _ right: TimeSpan,
        _ unit: CalendarUnit,
        _ between: (Int64, Int64, CalendarUnit) -> Int64
    ) -> Value {
        let needed = unit == .week ? CalendarUnit.day : unit
        if left.precision == right.precision && left.precision >= needed {
            return number(between(left.low, right.low, unit))
        }
        let low = number(between(left.high, right.low, unit))
        let high = number(between(left.low, right.high, unit))
        return low.isNull || high.isNull ? .null : uncertainty(low, high)
    }

    private static func number(_ count: Int64) -> Value {
        Int32(exactly: count).map(Value.integer) ?? .null
    }
}
