/// A unit of calendar time: the precision of a date or time, and the unit of a calendar duration.
///
/// Ordered from the coarsest (`year`) to the finest (`millisecond`). The precision of a value is
/// never `week`. Source: CQL 1.5, "Date and Time Component From" and "Duration".
public enum CalendarUnit: UInt8, Hashable, Sendable, CaseIterable {
    case year, month, week, day, hour, minute, second, millisecond

    /// The keyword in the singular, for example `year`.
    public var keyword: String {
        switch self {
        case .year: "year"
        case .month: "month"
        case .week: "week"
        case .day: "day"
        case .hour: "hour"
        case .minute: "minute"
        case .second: "second"
        case .millisecond: "millisecond"
        }
    }

    /// The keyword in the plural, for example `years`.
    public var pluralKeyword: String { keyword + "s" }

    /// Reads a keyword, singular or plural (`year`, `years`).
    public init?(keyword: String) {
        switch keyword {
        case "year", "years": self = .year
        case "month", "months": self = .month
        case "week", "weeks": self = .week
        case "day", "days": self = .day
        case "hour", "hours": self = .hour
        case "minute", "minutes": self = .minute
        case "second", "seconds": self = .second
        case "millisecond", "milliseconds": self = .millisecond
        default: return nil
        }
    }

    /// The length in milliseconds of a unit that always has the same length; nil for year and
    /// month.
    public var milliseconds: Int64? {
        switch self {
        case .year, .month: nil
        case .week: 604_800_000
        case .day: 86_400_000
        case .hour: 3_600_000
        case .minute: 60_000
        case .second: 1000
        case .millisecond: 1
        }
    }
}

extension CalendarUnit: Comparable {
    /// Orders by fineness: `year < day`, because a year is coarser than a day.
    public static func < (left: CalendarUnit, right: CalendarUnit) -> Bool {
        left.rawValue < right.rawValue
    }
}
