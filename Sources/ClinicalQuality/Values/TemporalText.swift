/// Writes ISO 8601 texts (extended format).
struct TemporalText {
    private(set) var string = ""

    mutating func append(_ text: String) {
        string += text
    }

    /// Appends `value` with leading zeros.
    mutating func append(_ value: Int, digits: Int) {
        let text = String(value)
        for _ in 0..<max(0, digits - text.utf8.count) { string += "0" }
        string += text
    }

    mutating func append(_ date: CalendarDate) {
        append(date.year, digits: 4)
        if let month = date.month {
            string += "-"
            append(month, digits: 2)
        }
        if let day = date.day {
            string += "-"
            append(day, digits: 2)
        }
    }

    mutating func append(_ time: TimeOfDay) {
        for (unit, separator, digits) in Self.timeParts {
            guard let component = time.component(unit) else { return }
            string += separator
            append(component, digits: digits)
        }
    }

    mutating func append(offset minutes: Int) {
        string += minutes < 0 ? "-" : "+"
        append(abs(minutes) / 60, digits: 2)
        string += ":"
        append(abs(minutes) % 60, digits: 2)
    }

    private static let timeParts: [(CalendarUnit, String, Int)] = [
        (.hour, "", 2), (.minute, ":", 2), (.second, ":", 2), (.millisecond, ".", 3),
    ]
}
