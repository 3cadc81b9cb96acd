extension Operators {
    /// The date `count` units later (earlier when negative), at the same precision.
    ///
    /// Years and months keep the day, or take the last day of a shorter month. A unit finer than
    /// the precision is first converted to the precision, without its fraction: 12 months are a
    /// year, 365 days are a year, 30 days are a month.
    ///
    /// - Throws: `overflow` when the year would leave 0001...9999.
    static func moved(
        _ date: CalendarDate,
        by count: Int64,
        _ unit: CalendarUnit,
        operator name: String
    ) throws(EvaluationError) -> CalendarDate {
        let (steps, stepUnit) = coarsened(count, unit, to: date.precision)
        if stepUnit == .year || stepUnit == .month {
            let months = steps.multipliedReportingOverflow(by: stepUnit == .year ? 12 : 1)
            guard !months.overflow else { throw .overflow(operator: name) }
            return try addingMonths(to: date, months.partialValue, operator: name)
        }
        let days = steps.multipliedReportingOverflow(by: stepUnit == .week ? 7 : 1)
        let day = Int64(date.firstDayNumber).addingReportingOverflow(days.partialValue)
        guard !days.overflow, !day.overflow, day.partialValue >= Int64(Limits.firstDay),
            day.partialValue <= Int64(Limits.lastDay)
        else { throw .overflow(operator: name) }
        return CalendarDate(dayNumber: Int(day.partialValue))
    }

    /// The moment `count` units later (earlier when negative), at the same precision and offset.
    ///
    /// - Throws: `overflow` when the year would leave 0001...9999.
    static func moved(
        _ moment: DateTime,
        by count: Int64,
        _ unit: CalendarUnit,
        operator name: String
    ) throws(EvaluationError) -> DateTime {
        let (steps, stepUnit) = coarsened(count, unit, to: moment.precision)
        let perDay = CivilCalendar.millisecondsPerDay
        if stepUnit == .year || stepUnit == .month {
            let months = steps.multipliedReportingOverflow(by: stepUnit == .year ? 12 : 1)
            guard !months.overflow else { throw .overflow(operator: name) }
            let day = moment.dayNumber
            let date = try addingMonths(
                to: CalendarDate(dayNumber: day),
                months.partialValue,
                operator: name
            )
            let clock = moment.milliseconds - Int64(day) * perDay
            return DateTime(
                milliseconds: Int64(date.firstDayNumber) * perDay + clock,
                precision: moment.precision,
                offsetMinutes: moment.offsetMinutes
            )
        }
        let length = stepUnit.milliseconds ?? 1
        let (distance, first) = steps.multipliedReportingOverflow(by: length)
        let (result, second) = moment.milliseconds.addingReportingOverflow(distance)
        guard !first, !second, result >= Limits.firstDateTime.milliseconds,
            result <= Limits.lastDateTime.milliseconds
        else { throw .overflow(operator: name) }
        return DateTime(
            milliseconds: result,
            precision: moment.precision,
            offsetMinutes: moment.offsetMinutes
        )
    }

    /// The time of day `count` units later; past midnight it begins again.
    static func moved(_ time: TimeOfDay, by count: Int64, _ unit: CalendarUnit) -> TimeOfDay {
        let (steps, stepUnit) = coarsened(count, unit, to: time.precision)
        let length = stepUnit.milliseconds ?? 1
        let perDay = CivilCalendar.millisecondsPerDay
        // Whole days change nothing, so the count is reduced before it is multiplied.
        let distance = (steps % (perDay / min(length, perDay))) * length
        let result = (Int64(time.milliseconds) + distance) % perDay
        return TimeOfDay(
            milliseconds: Int32(result < 0 ? result + perDay : result),
            precision: time.precision
        )
    }

    private static func addingMonths(
        to date: CalendarDate,
        _ months: Int64,
        operator name: String
    ) throws(EvaluationError) -> CalendarDate {
        let index = Int64(date.year) * 12 + Int64(max(date.rawMonth, 1) - 1)
        let (total, overflow) = index.addingReportingOverflow(months)
        guard !overflow, total >= 12, total < 120_000 else {
            throw .overflow(operator: name)
        }
        let (year, month) = (Int(total / 12), Int(total % 12) + 1)
        return CalendarDate(
            uncheckedYear: year,
            month: date.rawMonth == 0 ? 0 : month,
            day: min(date.rawDay, CivilCalendar.days(inMonth: month, of: year))
        )
    }

    /// Converts a count of units that are finer than `precision` into whole units of `precision`.
    static func coarsened(
        _ count: Int64,
        _ unit: CalendarUnit,
        to precision: CalendarUnit
    ) -> (Int64, CalendarUnit) {
        // A week is 7 days, so it is finer than a month but coarser than a day.
        guard unit > precision else { return (count, unit) }
        guard let length = unit.milliseconds else { return (count / 12, .year) }
        let perDay = Int128(CivilCalendar.millisecondsPerDay)
        let target =
            switch precision {
            case .year: perDay * 365
            case .month: perDay * 30
            default: Int128(precision.milliseconds ?? 1)
            }
        return (Int64(Int128(count) * Int128(length) / target), precision)
    }
}
