extension Operators {
    /// The whole periods between two local times in milliseconds, toward zero.
    ///
    /// So many units can be added to the first time (or taken from it, when the count is negative)
    /// without passing the second; what has no anniversary in a shorter month has it on the last
    /// day. Source: CQL 1.5, appendix H, "Calculating Duration in Years" and "… in Months".
    static func wholePeriods(_ from: Int64, _ to: Int64, _ unit: CalendarUnit) -> Int64 {
        if let length = unit.milliseconds { return (to - from) / length }
        let (a, b) = (LocalTime(from), LocalTime(to))
        var months = Int64((b.year - a.year) * 12 + b.month - a.month)
        let anniversary = min(a.day, CivilCalendar.days(inMonth: b.month, of: b.year))
        if from <= to && (b.day, b.clock) < (anniversary, a.clock) { months -= 1 }
        if from > to && (b.day, b.clock) > (anniversary, a.clock) { months += 1 }
        return unit == .month ? months : months / 12
    }

    /// The boundaries between two local times in milliseconds; negative when going back.
    static func boundaries(_ from: Int64, _ to: Int64, _ unit: CalendarUnit) -> Int64 {
        switch unit {
        case .year, .month:
            let (a, b) = (LocalTime(from), LocalTime(to))
            let months = (b.year - a.year) * 12 + b.month - a.month
            return Int64(unit == .year ? b.year - a.year : months)
        case .week:
            return week(to) - week(from)
        default:
            let length = unit.milliseconds ?? 1
            return CivilCalendar.floorDivide(to, length) - CivilCalendar.floorDivide(from, length)
        }
    }

    /// The number of the week, which begins on Sunday; 1970-01-04 was one.
    private static func week(_ milliseconds: Int64) -> Int64 {
        let day = CivilCalendar.floorDivide(milliseconds, CivilCalendar.millisecondsPerDay)
        return CivilCalendar.floorDivide(day - 3, 7)
    }

    private struct LocalTime {
        let year: Int
        let month: Int
        let day: Int
        let clock: Int64

        init(_ milliseconds: Int64) {
            let perDay = CivilCalendar.millisecondsPerDay
            let number = CivilCalendar.floorDivide(milliseconds, perDay)
            (year, month, day) = CivilCalendar.date(ofDay: Int(number))
            clock = milliseconds - number * perDay
        }
    }
}
