extension CalendarDate {
    /// The date `days` days later; nil for a date that is not known to the day, and outside of the
    /// years 0001 to 9999.
    public func advanced(byDays days: Int) -> CalendarDate? {
        guard day != nil, (-4_000_000...4_000_000).contains(days) else { return nil }
        let number = firstDayNumber + days
        guard number >= Self.first.firstDayNumber, number <= Self.last.firstDayNumber else {
            return nil
        }
        return CalendarDate(dayNumber: number)
    }

    /// How many days `other` lies after this date; nil where one is not known to the day.
    public func days(until other: CalendarDate) -> Int? {
        guard day != nil, other.day != nil else { return nil }
        return other.firstDayNumber - firstDayNumber
    }

    private static let first = CalendarDate(uncheckedYear: 1, month: 1, day: 1)
    private static let last = CalendarDate(uncheckedYear: 9999, month: 12, day: 31)
}

extension DateTime {
    /// The same time of day `days` days later, known as well as this one; nil outside of the years
    /// 0001 to 9999, and for a value that is not known to the day.
    public func advanced(byDays days: Int) -> DateTime? {
        guard precision >= .day, let date = date.advanced(byDays: days) else { return nil }
        let moved = Int64(date.firstDayNumber - self.date.firstDayNumber)
        return DateTime(
            milliseconds: milliseconds + moved * CivilCalendar.millisecondsPerDay,
            precision: precision,
            offsetMinutes: offsetMinutes
        )
    }
}
