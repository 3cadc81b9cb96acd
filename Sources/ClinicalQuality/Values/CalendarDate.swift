/// A date, possibly partial: a year, a year and month, or a year, month and day.
///
/// Years run from 0001 to 9999 in the proleptic Gregorian calendar; a date that does not exist
/// cannot be built. Swift's `==` means "same components"; for the three-valued comparison of CQL
/// see `compare(_:_:)`.
public struct CalendarDate: Hashable, Sendable {
    /// year × 512 + month × 32 + day; a component that is not given is 0.
    let packed: UInt32

    /// `packed` comes from a valid date.
    @inline(__always)
    init(packed: UInt32) { self.packed = packed }

    init(uncheckedYear year: Int, month: Int, day: Int) {
        packed = UInt32(truncatingIfNeeded: year << 9 | month << 5 | day)
    }

    /// Creates a date from its components; nil means "not given".
    public init(year: Int, month: Int? = nil, day: Int? = nil) throws(TemporalError) {
        guard (1...9999).contains(year) else { throw .noSuchYear }
        guard let month else {
            guard day == nil else { throw .componentMissing }
            self.init(uncheckedYear: year, month: 0, day: 0)
            return
        }
        guard (1...12).contains(month) else { throw .noSuchMonth }
        if let day {
            guard day >= 1, day <= CivilCalendar.days(inMonth: month, of: year) else {
                throw .noSuchDay
            }
        }
        self.init(uncheckedYear: year, month: month, day: day ?? 0)
    }

    /// The year, 1...9999.
    public var year: Int { Int(packed >> 9) }

    /// The month, 1...12, or nil when only the year is known.
    public var month: Int? { rawMonth == 0 ? nil : rawMonth }

    /// The day of the month, 1...31, or nil when it is not known.
    public var day: Int? { rawDay == 0 ? nil : rawDay }

    /// Whether every day that this can stand for lies before every one of `other`.
    public func isBefore(_ other: CalendarDate) -> Bool {
        latest.packed < other.earliest.packed
    }

    /// What is known: `year`, `month` or `day`.
    public var precision: CalendarUnit {
        rawDay != 0 ? .day : rawMonth != 0 ? .month : .year
    }

    var rawMonth: Int { Int(packed >> 5 & 15) }
    var rawDay: Int { Int(packed & 31) }

    /// The first day on which a moment of this date can lie, as a day number from 1970-01-01.
    var firstDayNumber: Int {
        CivilCalendar.dayNumber(year: year, month: max(rawMonth, 1), day: max(rawDay, 1))
    }

    init(dayNumber: Int, precision: CalendarUnit = .day) {
        let (year, month, day) = CivilCalendar.date(ofDay: dayNumber)
        self.init(
            uncheckedYear: year,
            month: precision >= .month ? month : 0,
            day: precision >= .day ? day : 0
        )
    }

    /// The same date known only to `precision` (`year`, `month` or `day`), or unchanged when it is
    /// not known better than that.
    func truncated(to precision: CalendarUnit) -> CalendarDate {
        CalendarDate(
            uncheckedYear: year,
            month: precision >= .month ? rawMonth : 0,
            day: precision >= .day ? rawDay : 0
        )
    }

    /// The earliest date known to the day that this date can stand for.
    var earliest: CalendarDate {
        CalendarDate(uncheckedYear: year, month: max(rawMonth, 1), day: max(rawDay, 1))
    }

    /// The latest date known to the day that this date can stand for.
    var latest: CalendarDate {
        let month = rawMonth == 0 ? 12 : rawMonth
        let day = rawDay == 0 ? CivilCalendar.days(inMonth: month, of: year) : rawDay
        return CalendarDate(uncheckedYear: year, month: month, day: day)
    }
}
