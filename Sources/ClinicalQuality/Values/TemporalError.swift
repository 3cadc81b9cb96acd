/// Why a text or a set of components is not a date, a time, or a date with time.
///
/// The text of an error never contains the value that was refused.
public enum TemporalError: Error, Hashable, Sendable {
    /// The text does not have the form of a date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`).
    case notADate
    /// The text does not have the form of a time (`hh:mm:ss.fff`, from the left).
    case notATime
    /// The text does not have the form of a date with time.
    case notADateTime
    /// The year is outside of 0001...9999.
    case noSuchYear
    /// The month is outside of 1...12.
    case noSuchMonth
    /// The month has no such day.
    case noSuchDay
    /// The hour, minute, second or millisecond does not exist.
    case noSuchTime
    /// The time-zone offset is outside of -14:00...+14:00, or has no such minute.
    case noSuchOffset
    /// A time of day was given without the time-zone offset that the format requires.
    case offsetMissing
    /// A component is given although a coarser one is not.
    case componentMissing
}

extension TemporalError: CustomStringConvertible {
    /// What is wrong, without the value.
    public var description: String {
        switch self {
        case .notADate: "not a date (expected YYYY, YYYY-MM or YYYY-MM-DD)"
        case .notATime: "not a time (expected hh:mm:ss)"
        case .notADateTime: "not a date with time (expected YYYY-MM-DDThh:mm:ss±hh:mm)"
        case .noSuchYear: "no such year (expected 0001 to 9999)"
        case .noSuchMonth: "no such month (expected 01 to 12)"
        case .noSuchDay: "no such day in that month"
        case .noSuchTime: "no such time of day (expected 00:00:00 to 23:59:59)"
        case .noSuchOffset: "no such time-zone offset (expected -14:00 to +14:00)"
        case .offsetMissing: "a time of day needs a time-zone offset (Z or ±hh:mm)"
        case .componentMissing: "a finer component is given without the coarser one"
        }
    }
}
