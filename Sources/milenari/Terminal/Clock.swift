import Foundation
import TrialOffice

/// The only place where the program looks at the clock.
enum Clock {
    /// Now, in UTC.
    static func now() throws -> Moment {
        try Moment(
            millisecondsSince1970: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))
        )
    }

    /// Today, where this machine is.
    static func today() throws -> Day {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .current
        let parts = calendar.dateComponents([.year, .month, .day], from: Date())
        let text = String(
            format: "%04d-%02d-%02d",
            parts.year ?? 0,
            parts.month ?? 0,
            parts.day ?? 0
        )
        return try Day(text, at: "clock")
    }
}
