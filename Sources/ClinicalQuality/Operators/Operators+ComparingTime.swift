extension Operators {
    /// Compares two dates, component by component from the year; `.unknown` when they agree as far
    /// as both are known and one is known better.
    public static func compare(_ left: CalendarDate, _ right: CalendarDate) -> Ordering {
        if left.rawDay != 0 && right.rawDay != 0 { return Ordering(left.packed, right.packed) }
        let common = min(left.precision, right.precision)
        let (a, b) = (left.truncated(to: common), right.truncated(to: common))
        if a.packed != b.packed { return a.packed < b.packed ? .less : .greater }
        return left.precision == right.precision ? .equal : .unknown
    }

    /// Compares two dates to `precision`; nil is the finest precision of either.
    ///
    /// Two values that agree and both end before `precision` are not known to be the same.
    public static func compare(
        _ left: CalendarDate,
        _ right: CalendarDate,
        to precision: CalendarUnit?
    ) -> Ordering {
        guard let precision else { return compare(left, right) }
        let (a, b) = (left.truncated(to: precision), right.truncated(to: precision))
        return compare(a, b).known(to: precision, min(a.precision, b.precision))
    }

    /// Compares two times of day, component by component from the hour.
    public static func compare(_ left: TimeOfDay, _ right: TimeOfDay) -> Ordering {
        if left.precision == right.precision {
            return Ordering(left.milliseconds, right.milliseconds)
        }
        let common = min(left.precision, right.precision)
        let a = TimeOfDay(milliseconds: left.milliseconds, precision: common).milliseconds
        let b = TimeOfDay(milliseconds: right.milliseconds, precision: common).milliseconds
        return a == b ? .unknown : Ordering(a, b)
    }

    /// Compares two times of day to `precision`; nil is the finest precision of either.
    ///
    /// Two values that agree and both end before `precision` are not known to be the same.
    public static func compare(
        _ left: TimeOfDay,
        _ right: TimeOfDay,
        to precision: CalendarUnit?
    ) -> Ordering {
        guard let precision else { return compare(left, right) }
        let common = min(left.precision, right.precision)
        return compare(
            TimeOfDay(
                milliseconds: left.milliseconds,
                precision: min(left.precision, precision)
            ),
            TimeOfDay(
                milliseconds: right.milliseconds,
                precision: min(right.precision, precision)
            )
        ).known(to: precision, common)
    }

    /// Compares two dates with time, component by component from the year.
    ///
    /// Values with different time-zone offsets are taken to the offset of the evaluation, in which
    /// a value without an offset stands already.
    public func compare(_ left: DateTime, _ right: DateTime) -> Ordering {
        let (a, b) = (localMilliseconds(left), localMilliseconds(right))
        if left.precision == right.precision { return Ordering(a, b) }
        let common = min(left.precision, right.precision)
        let (first, second) = (DateTime.truncate(a, to: common), DateTime.truncate(b, to: common))
        return first == second ? .unknown : Ordering(first, second)
    }

    /// Compares two dates with time to `precision`; nil is the finest precision of either.
    ///
    /// To a day or coarser the local dates are compared as they were recorded, whatever their
    /// offsets. Two values that agree and both end before `precision` are not known to be the same.
    public func compare(
        _ left: DateTime,
        _ right: DateTime,
        to precision: CalendarUnit?
    ) -> Ordering {
        guard let precision else { return compare(left, right) }
        if precision <= .day {
            return Self.compare(left.date, right.date, to: precision)
        }
        let common = min(left.precision, right.precision)
        return compare(
            DateTime(
                milliseconds: left.milliseconds,
                precision: min(left.precision, precision),
                offsetMinutes: left.offsetMinutes
            ),
            DateTime(
                milliseconds: right.milliseconds,
                precision: min(right.precision, precision),
                offsetMinutes: right.offsetMinutes
            )
        ).known(to: precision, common)
    }

    /// The local time of `value` in the offset of the evaluation, in milliseconds from
    /// 1970-01-01T00:00.
    ///
    /// A value that is not known to the hour keeps its own date.
    func localMilliseconds(_ value: DateTime) -> Int64 {
        guard value.precision >= .hour, let offset = value.offsetMinutes, offset != offsetMinutes
        else { return value.milliseconds }
        let shifted = value.milliseconds + Int64(offsetMinutes - offset) * 60_000
        return value.precision == .hour ? DateTime.truncate(shifted, to: .hour) : shifted
    }

    /// The same moment in the offset of the evaluation.
    func normalized(_ value: DateTime) -> DateTime {
        guard value.precision >= .hour, let offset = value.offsetMinutes, offset != offsetMinutes
        else { return value }
        return DateTime(
            milliseconds: localMilliseconds(value),
            precision: value.precision,
            offsetMinutes: offsetMinutes
        )
    }
}
