/// A birth date as it is compared.
struct ComparableBirth {
    /// The year.
    let year: String
    /// Year and month; nil when the month is open.
    let month: String?
    /// The full date.
    let day: String?
    /// The full date with day and month in ascending order, where both could be a month.
    let unorderedDay: String?
    /// Whether the day, and perhaps the month, is open.
    ///
    /// The first of January counts as open as well: where births are registered late, it often
    /// stands for a day that nobody knows.
    let isOpen: Bool

    init(_ date: BirthDate) {
        let yearText = String(date.year)
        year = yearText
        isOpen = date.day == nil || (date.month == 1 && date.day == 1)
        month = isOpen && date.day != nil ? nil : date.month.map { "\(yearText)-\($0)" }
        if let monthNumber = date.month, let dayNumber = date.day {
            day = "\(yearText)-\(monthNumber)-\(dayNumber)"
            unorderedDay =
                dayNumber <= 12
                ? "\(yearText)-\(min(monthNumber, dayNumber))-\(max(monthNumber, dayNumber))"
                : "\(yearText)-\(monthNumber)-\(dayNumber)"
        } else {
            day = nil
            unorderedDay = nil
        }
    }
}
