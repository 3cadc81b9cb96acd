/// A date with time, known to a precision from year to millisecond, with or without a time-zone
/// offset.
///
/// Swift's `==` means "same components and offset"; for the three-valued comparison of CQL see
/// `Operators`, which knows the offset of the evaluation that a value without one stands in.
public struct DateTime: Hashable, Sendable {
    /// The earliest local time that this value can stand for, in milliseconds from
    /// 1970-01-01T00:00.
    let milliseconds: Int64
    let offset: Int16
    /// What is known: any unit but `week`.
    public let precision: CalendarUnit

    private static let noOffset = Int16.min

    /// `milliseconds` is truncated to `precision`.
    init(milliseconds: Int64, precision: CalendarUnit, offsetMinutes: Int?) {
        self.milliseconds = Self.truncate(milliseconds, to: precision)
        self.precision = precision
        offset = offsetMinutes.map { Int16(truncatingIfNeeded: $0) } ?? Self.noOffset
    }

    /// All parts come from a valid date with time.
    @inline(__always)
    init(milliseconds: Int64, uncheckedPrecision precision: CalendarUnit, offset: Int16) {
        self.milliseconds = milliseconds
        self.precision = precision
        self.offset = offset
    }

    /// Creates a date with time from its components; nil means "not given".
    ///
    /// `offsetMinutes` is the time-zone offset in minutes east of UTC, -840...840.
    public init(
        year: Int,
        month: Int? = nil,
        day: Int? = nil,
        hour: Int? = nil,
        minute: Int? = nil,
        second: Int? = nil,
        millisecond: Int? = nil,
        offsetMinutes: Int? = nil
    ) throws(TemporalError) {
        let date = try CalendarDate(year: year, month: month, day: day)
        if let offsetMinutes, !(-840...840).contains(offsetMinutes) { throw .noSuchOffset }
        var precision = date.precision
        var time: Int64 = 0
        if let hour {
            guard precision == .day else { throw .componentMissing }
            let clock = try TimeOfDay(
                hour: hour,
                minute: minute,
                second: second,
                millisecond: millisecond
            )
            precision = clock.precision
            time = Int64(clock.milliseconds)
        } else if minute != nil || second != nil || millisecond != nil {
            throw .componentMissing
        }
        self.milliseconds = Int64(date.firstDayNumber) * CivilCalendar.millisecondsPerDay + time
        self.precision = precision
        offset = offsetMinutes.map { Int16($0) } ?? Self.noOffset
    }

    /// Creates a date with time from a date: without a time of day and without an offset.
    public init(_ date: CalendarDate) {
        milliseconds = Int64(date.firstDayNumber) * CivilCalendar.millisecondsPerDay
        precision = date.precision
        offset = Self.noOffset
    }

    /// The time-zone offset in minutes east of UTC, or nil when it is not given.
    public var offsetMinutes: Int? { offset == Self.noOffset ? nil : Int(offset) }

    /// The local date, as far as it is known.
    public var date: CalendarDate {
        CalendarDate(dayNumber: dayNumber, precision: precision)
    }

    /// The local time of day, or nil when not even the hour is known.
    public var time: TimeOfDay? {
        guard precision >= .hour else { return nil }
        let clock = milliseconds - Int64(dayNumber) * CivilCalendar.millisecondsPerDay
        return TimeOfDay(milliseconds: Int32(clock), precision: precision)
    }

    /// The value of one component (1...12 for a month, and so on), or nil when it is not known.
    public func component(_ unit: CalendarUnit) -> Int? {
        switch unit {
        case .week: nil
        case .year: date.year
        case .month: date.month
        case .day: date.day
        case .hour, .minute, .second, .millisecond: time?.component(unit)
        }
    }

    /// The same value with another (or no) time-zone offset; the local time stays.
    public func settingOffset(minutes: Int?) -> DateTime {
        DateTime(milliseconds: milliseconds, precision: precision, offsetMinutes: minutes)
    }

    var dayNumber: Int {
        Int(CivilCalendar.floorDivide(milliseconds, CivilCalendar.millisecondsPerDay))
    }

    /// The earliest moment that this value can stand for, with `precision` millisecond.
    var earliest: DateTime {
        DateTime(milliseconds: milliseconds, precision: .millisecond, offsetMinutes: offsetMinutes)
    }

    /// The latest moment that this value can stand for, with `precision` millisecond.
    var latest: DateTime {
        DateTime(
            milliseconds: Self.lastMillisecond(of: milliseconds, precision),
            precision: .millisecond,
            offsetMinutes: offsetMinutes
        )
    }

    /// Rounds local milliseconds down to the beginning of the year, month, … they lie in.
    static func truncate(_ milliseconds: Int64, to precision: CalendarUnit) -> Int64 {
        if precision == .millisecond { return milliseconds }
        if let length = precision.milliseconds, precision != .week {
            return CivilCalendar.floorDivide(milliseconds, length) * length
        }
        let perDay = CivilCalendar.millisecondsPerDay
        let day = Int(CivilCalendar.floorDivide(milliseconds, perDay))
        let (year, month, _) = CivilCalendar.date(ofDay: day)
        let first = precision == .year ? 1 : month
        return Int64(CivilCalendar.dayNumber(year: year, month: first, day: 1)) * perDay
    }

    /// The last millisecond of the year, month, … that begins at `start`.
    static func lastMillisecond(of start: Int64, _ precision: CalendarUnit) -> Int64 {
        if let length = precision.milliseconds { return start + length - 1 }
        let perDay = CivilCalendar.millisecondsPerDay
        let day = Int(CivilCalendar.floorDivide(start, perDay))
        let (year, month, _) = CivilCalendar.date(ofDay: day)
        let next =
            precision == .year || month == 12
            ? CivilCalendar.dayNumber(year: year + 1, month: 1, day: 1)
            : CivilCalendar.dayNumber(year: year, month: month + 1, day: 1)
        return Int64(next) * perDay - 1
    }
}
