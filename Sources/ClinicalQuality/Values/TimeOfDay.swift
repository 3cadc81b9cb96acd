/// A time of day, known to a precision from hour to millisecond.
///
/// Swift's `==` means "same components"; for the three-valued comparison of CQL see `compare`.
public struct TimeOfDay: Hashable, Sendable {
    /// The earliest time that this value can stand for, in milliseconds from midnight.
    let milliseconds: Int32
    /// What is known: `hour`, `minute`, `second` or `millisecond`.
    public let precision: CalendarUnit

    /// `milliseconds` is truncated to `precision`.
    init(milliseconds: Int32, precision: CalendarUnit) {
        let length = Int32(precision.milliseconds ?? 1)
        self.milliseconds = milliseconds / length * length
        self.precision = precision
    }

    /// Creates a time of day from its components; nil means "not given".
    public init(
        hour: Int,
        minute: Int? = nil,
        second: Int? = nil,
        millisecond: Int? = nil
    ) throws(TemporalError) {
        if (second != nil && minute == nil) || (millisecond != nil && second == nil) {
            throw .componentMissing
        }
        guard (0...23).contains(hour), (0...59).contains(minute ?? 0),
            (0...59).contains(second ?? 0), (0...999).contains(millisecond ?? 0)
        else { throw .noSuchTime }
        milliseconds = Int32(
            ((hour * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000 + (millisecond ?? 0)
        )
        precision =
            millisecond != nil
            ? .millisecond
            : second != nil
                ? .second
                : minute != nil ? .minute : .hour
    }

    /// The value of one component, or nil when it is not known or not part of a time of day.
    public func component(_ unit: CalendarUnit) -> Int? {
        guard unit <= precision else { return nil }
        let total = Int(milliseconds)
        switch unit {
        case .hour: return total / 3_600_000
        case .minute: return total / 60_000 % 60
        case .second: return total / 1000 % 60
        case .millisecond: return total % 1000
        case .year, .month, .week, .day: return nil
        }
    }

    /// The earliest time, with `precision` millisecond, that this value can stand for.
    var earliest: TimeOfDay { TimeOfDay(milliseconds: milliseconds, precision: .millisecond) }

    /// The latest time, with `precision` millisecond, that this value can stand for.
    var latest: TimeOfDay {
        TimeOfDay(
            milliseconds: milliseconds + Int32(precision.milliseconds ?? 1) - 1,
            precision: .millisecond
        )
    }
}
