import ClinicalQuality
import Foundation
import UnitsOfMeasure

/// Days and times in UTC, counted with the calendar of the system, so that the dates of a candidate
/// are not made by the code that is tested with them.
struct BoundaryDay {
    let date: Date

    private static let calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    init(_ date: Date) {
        self.date = date
    }

    /// The day `text`, as `2026-11-21`.
    init(_ text: String) throws {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        let components = DateComponents(
            year: parts.first,
            month: parts.dropFirst().first,
            day: parts.dropFirst(2).first
        )
        guard parts.count == 3, let date = Self.calendar.date(from: components) else {
            throw BoundaryFile.Flaw(description: "\(text) is no day")
        }
        self.date = date
    }

    func adding(_ number: Int, _ unit: Calendar.Component) -> BoundaryDay {
        BoundaryDay(Self.calendar.date(byAdding: unit, value: number, to: date) ?? date)
    }

    /// A span of CQL earlier.
    func before(_ span: Quantity) throws -> BoundaryDay {
        guard case .calendar(let unit) = span.unit, let number = Int(span.value.description) else {
            throw BoundaryFile.Flaw(description: "\(span) is no whole span of the calendar")
        }
        switch unit {
        case .year: return adding(-number, .year)
        case .month: return adding(-number, .month)
        case .week: return adding(-7 * number, .day)
        case .day: return adding(-number, .day)
        case .hour: return adding(-number, .hour)
        default: return adding(-number, .minute)
        }
    }

    /// As `2026-11-21`.
    var day: String { String(time.prefix(10)) }

    /// As `2026-11-21T10:00:00Z`.
    var time: String { date.formatted(.iso8601) }
}
