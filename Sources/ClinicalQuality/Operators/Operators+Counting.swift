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
        guard let (a, b) = try moments(left, right, unit, operator: "DurationBetween") else {
            return .null
        }
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
        guard let (a, b) = try moments(left, right, unit, operator: "DifferenceBetween") else {
            return .null
        }
        let needed = unit == .week ? CalendarUnit.day : unit
        // Beyond the unit nothing counts, so values known to the unit are certain.
        let first = Span(from: a, to: needed)
        let second = Span(from: b, to: needed)
        return Self.count(first, second, unit, Self.boundaries)
    }

    /// A stretch of local time in which a partial value can lie, in milliseconds.
    struct Span {
        var low: Int64
        var high: Int64
        var precision: CalendarUnit

        init(low: Int64, high: Int64, precision: CalendarUnit) {
            self.low = low
            self.high = high
            self.precision = precision
        }

        /// `span`, known to `unit` at best.
        init(from span: Span, to unit: CalendarUnit) {
            self = span
            guard span.precision > unit else { return }
            low = DateTime.truncate(span.low, to: unit)
            high = low
            precision = unit
        }
    }

    private func moments(
        _ left: Value,
        _ right: Value,
        _ unit: CalendarUnit,
        operator name: String
    ) throws(EvaluationError) -> (Span, Span)? {
        switch (left, right) {
        case (.null, _), (_, .null): return nil
        // Beside a DateTime, a Date is some moment of its day.
        case (.date(let date), .dateTime):
            return try moments(.dateTime(DateTime(date)), right, unit, operator: name)
        case (.dateTime, .date(let date)):
            return try moments(left, .dateTime(DateTime(date)), unit, operator: name)
        default: break
        }
        guard let a = span(left, unit, operator: name), let b = span(right, unit, operator: name),
            left.comparisonKind == right.comparisonKind
        else { throw .typeMismatch(operator: name) }
        return (a, b)
    }

    private func span(_ value: Value, _ unit: CalendarUnit, operator name: String) -> Span? {
        let moment: DateTime
        let local: Int64
        switch value {
        case .date(let date):
            // The day is all that a Date can tell, so a full Date has no uncertainty of its own.
            let perDay = CivilCalendar.millisecondsPerDay
            return Span(
                low: Int64(date.earliest.firstDayNumber) * perDay,
                high: Int64(date.latest.firstDayNumber) * perDay,
                precision: date.precision
            )
        case .dateTime(let value):
            moment = value
            local =
                name == "DifferenceBetween" && unit <= .day
                ? value.milliseconds : localMilliseconds(value)
        case .time(let time):
            moment = DateTime(
                milliseconds: Int64(time.milliseconds),
                precision: time.precision,
                offsetMinutes: nil
            )
            local = moment.milliseconds
        default: return nil
        }
        // Seconds and milliseconds are one precision: without milliseconds they are zero.
        let exact = moment.precision >= .second && unit != .millisecond
        return Span(
            low: local,
            high: exact ? local : DateTime.lastMillisecond(of: local, moment.precision),
            precision: exact ? .millisecond : moment.precision
        )
    }

    private static func count(
        _ left: Span,
        _ right: Span,
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
