/// A moment in UTC with a precision of one millisecond, from year 1 to year 9999.
///
/// The text form is `2026-11-21T12:43:11.123Z`, always with three decimals. A leap second has no
/// representation, as in POSIX time.
public struct Timestamp: Hashable, Sendable {
    private static let millisecondsPerDay: Int64 = 86_400_000
    private static let earliest: Int64 = -62_135_596_800_000
    private static let latest: Int64 = 253_402_300_799_999

    /// Milliseconds since 1970-01-01T00:00:00.000Z.
    public let millisecondsSince1970: Int64

    /// Takes a moment from its number.
    ///
    /// - Parameter millisecondsSince1970: Within the years 1 to 9999; anything else gives nil.
    public init?(millisecondsSince1970: Int64) {
        guard (Self.earliest...Self.latest).contains(millisecondsSince1970) else { return nil }
        self.millisecondsSince1970 = millisecondsSince1970
    }

    /// Reads the text form, and no other.
    ///
    /// - Parameter text: For example `2026-11-21T12:43:11.123Z`; a date that does not exist or
    ///   another form gives nil.
    public init?(text: String) {
        let bytes = Array(text.utf8)
        let form = Array("0000-00-00T00:00:00.000Z".utf8)
        let zero = UInt8(ascii: "0")
        guard bytes.count == form.count else { return nil }
        for (byte, model) in zip(bytes, form) {
            let isDigit = (zero...UInt8(ascii: "9")).contains(byte)
            guard model == zero ? isDigit : byte == model else { return nil }
        }
        func number(_ range: Range<Int>) -> Int64 {
            bytes[range].reduce(0) { $0 * 10 + Int64($1 - zero) }
        }
        let days = Self.days(year: number(0..<4), month: number(5..<7), day: number(8..<10))
        let hour = number(11..<13)
        let minute = number(14..<16)
        let second = number(17..<19)
        guard hour < 24, minute < 60, second < 60 else { return nil }
        let time = ((hour * 60 + minute) * 60 + second) * 1000 + number(20..<23)
        self.init(millisecondsSince1970: days * Self.millisecondsPerDay + time)
        // A day that the month does not have comes back as a day of the next month.
        guard self.text == text else { return nil }
    }

    /// The text form.
    public var text: String {
        let days = Self.floorDivide(millisecondsSince1970, Self.millisecondsPerDay)
        let time = millisecondsSince1970 - days * Self.millisecondsPerDay
        let (year, month, day) = Self.date(days: days)
        func digits(_ value: Int64, _ count: Int) -> String {
            let text = String(value)
            return String(repeating: "0", count: count - text.utf8.count) + text
        }
        return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
            + "T\(digits(time / 3_600_000, 2)):\(digits(time / 60_000 % 60, 2))"
            + ":\(digits(time / 1000 % 60, 2)).\(digits(time % 1000, 3))Z"
    }

    /// Days since 1970-01-01 in the Gregorian calendar.
    ///
    /// Years begin in March here, so that the day that comes and goes is the last of the year.
    private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
        let year = month <= 2 ? year - 1 : year
        let era = floorDivide(year, 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func date(days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let days = days + 719_468
        let era = floorDivide(days, 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    private static func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
        let quotient = dividend / divisor
        return dividend % divisor < 0 ? quotient - 1 : quotient
    }
}

extension Timestamp: Comparable {
    /// Orders by time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.millisecondsSince1970 < right.millisecondsSince1970
    }
}

extension Timestamp: CustomStringConvertible {
    /// The text form.
    public var description: String { text }
}

extension Timestamp: Codable {
    /// Reads the text form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let timestamp = Timestamp(text: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a moment has the form 2026-11-21T12:43:11.123Z"
            )
        }
        self = timestamp
    }

    /// Writes the text form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
