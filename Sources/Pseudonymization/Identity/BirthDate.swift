/// A birth date as precisely as it is known: a year, a month or a day of the Gregorian calendar.
public struct BirthDate: Hashable, Sendable, Redacted {
    /// The year, from 1800 to 2199.
    public let year: Int
    /// The month, from 1 to 12, if known.
    public let month: Int?
    /// The day of the month, if known.
    public let day: Int?

    /// The text in the form of ISO 8601: `2015`, `2015-03` or `2015-03-02`.
    public var text: String {
        ([padded(year, 4)] + [month, day].compactMap { $0 }.map { padded($0, 2) })
            .joined(separator: "-")
    }

    /// Reads the text in the form of ISO 8601, and no other.
    ///
    /// - Parameter text: For example `2015-03-02`, `2015-03` or `2015`.
    /// - Throws: `PseudonymizationError.invalidBirthDate`.
    public init(_ text: String) throws(PseudonymizationError) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { throw .invalidBirthDate }
        let year = try Self.number(parts[0], digits: 4, in: 1_800...2_199)
        let month = parts.count > 1 ? try Self.number(parts[1], digits: 2, in: 1...12) : nil
        self.year = year
        self.month = month
        day =
            if parts.count > 2, let month {
                try Self.number(parts[2], digits: 2, in: 1...Self.days(in: month, of: year))
            } else {
                nil
            }
    }

    private static func number(
        _ text: Substring,
        digits: Int,
        in range: ClosedRange<Int>
    ) throws(PseudonymizationError) -> Int {
        guard text.utf8.count == digits,
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let number = Int(text), range.contains(number)
        else { throw .invalidBirthDate }
        return number
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap =
            year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}

extension BirthDate: Codable {
    /// Reads the text, through the same check as `init(_:)`.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
