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
    /// The full date with the digits of each part in ascending order: the same for two digits that
    /// changed places.
    let unorderedDigits: String?
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
            unorderedDigits = [yearText, Self.twoDigits(monthNumber), Self.twoDigits(dayNumber)]
                .map { String($0.sorted()) }.joined(separator: "-")
        } else {
            day = nil
            unorderedDay = nil
            unorderedDigits = nil
        }
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
