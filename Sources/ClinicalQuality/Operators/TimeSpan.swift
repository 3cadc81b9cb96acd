/// The stretch of local time in which a partial date or time can lie, for counting.
struct TimeSpan {
    /// The earliest moment, in milliseconds.
    let low: Int64
    /// The latest moment, in milliseconds.
    let high: Int64
    /// What is known.
    let precision: CalendarUnit

    /// The days of a date.
    ///
    /// The day is all that a Date can tell, so a full one is certain.
    init(_ date: CalendarDate) {
        let perDay = CivilCalendar.millisecondsPerDay
        low = Int64(date.earliest.firstDayNumber) * perDay
        high = Int64(date.latest.firstDayNumber) * perDay
        precision = date.precision
    }

    /// The moments of a value that begins at `milliseconds` and is known to `precision`.
    ///
    /// Seconds and milliseconds are one precision, except when milliseconds are counted: without
    /// milliseconds they are zero.
    init(_ milliseconds: Int64, _ precision: CalendarUnit, countedIn unit: CalendarUnit) {
        low = milliseconds
        if precision >= .second && unit != .millisecond {
            high = milliseconds
            self.precision = .millisecond
        } else {
            high = DateTime.lastMillisecond(of: milliseconds, precision)
            self.precision = precision
        }
    }

    /// The same span, when nothing finer than `unit` counts.
    init(_ span: TimeSpan, to unit: CalendarUnit) {
        guard span.precision > unit else {
            self = span
            return
        }
        low = DateTime.truncate(span.low, to: unit)
        high = low
        precision = unit
    }
}
