/// Reads the parts of ISO 8601 texts (extended format) from UTF-8 bytes.
struct TemporalScanner {
    /// Longer texts are never dates; the limit bounds the copy of hostile input.
    private static let longest = 64

    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8.prefix(Self.longest + 1))
    }

    var isAtEnd: Bool { position == bytes.count && position <= Self.longest }

    /// Consumes `character` if it comes next.
    mutating func skip(_ character: Character) -> Bool {
        guard position < bytes.count, let ascii = character.asciiValue, bytes[position] == ascii
        else { return false }
        position += 1
        return true
    }

    /// Reads exactly `count` decimal digits.
    mutating func digits(_ count: Int) -> Int? {
        guard position + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<(position + count)] {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        position += count
        return value
    }

    /// Reads one or more digits of a fraction of a second and returns whole milliseconds; digits
    /// after the third are cut off, because CQL times have a step of one millisecond.
    mutating func fraction() -> Int? {
        var value = 0
        var count = 0
        while position < bytes.count, (48...57).contains(bytes[position]) {
            if count < 3 { value = value * 10 + Int(bytes[position] - 48) }
            count += 1
            position += 1
        }
        guard count > 0 else { return nil }
        while count < 3 {
            value *= 10
            count += 1
        }
        return value
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    mutating func date() throws(TemporalError) -> CalendarDate {
        guard let year = digits(4) else { throw .notADate }
        guard skip("-") else { return try CalendarDate(year: year) }
        guard let month = digits(2) else { throw .notADate }
        guard skip("-") else { return try CalendarDate(year: year, month: month) }
        guard let day = digits(2) else { throw .notADate }
        return try CalendarDate(year: year, month: month, day: day)
    }

    /// Reads `hh`, `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fff`.
    mutating func time() throws(TemporalError) -> TimeOfDay {
        guard let hour = digits(2) else { throw .notATime }
        guard skip(":") else { return try TimeOfDay(hour: hour) }
        guard let minute = digits(2) else { throw .notATime }
        guard skip(":") else { return try TimeOfDay(hour: hour, minute: minute) }
        guard let second = digits(2) else { throw .notATime }
        guard skip(".") else { return try TimeOfDay(hour: hour, minute: minute, second: second) }
        guard let millisecond = fraction() else { throw .notATime }
        return try TimeOfDay(
            hour: hour,
            minute: minute,
            second: second,
            millisecond: millisecond
        )
    }

    /// Reads `Z`, `+hh:mm` or `-hh:mm` and returns minutes; nil when nothing of the kind follows.
    mutating func offset() throws(TemporalError) -> Int? {
        if skip("Z") { return 0 }
        let sign: Int
        if skip("+") {
            sign = 1
        } else if skip("-") {
            sign = -1
        } else {
            return nil
        }
        guard let hours = digits(2), skip(":"), let minutes = digits(2) else {
            throw .notADateTime
        }
        let total = hours * 60 + minutes
        guard minutes <= 59, total <= 840 else { throw .noSuchOffset }
        return sign * total
    }
}
