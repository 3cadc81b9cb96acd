import ClinicalQuality

/// A day of the calendar, for which an answer holds.
public struct Day: Sendable, Hashable, CustomStringConvertible {
    let date: CalendarDate

    /// Reads `2026-11-21`.
    ///
    /// - Parameters:
    ///   - text: A full date, ISO 8601.
    ///   - place: How the error names where the text stood.
    /// - Throws: ``OfficeError`` of code `badInput` for anything but a full date that exists.
    public init(_ text: String, at place: String) throws(OfficeError) {
        guard let date = try? CalendarDate(fhirDate: text), date.day != nil else {
            throw OfficeError(
                .badInput,
                at: place,
                "this is not a full date that exists",
                remedy: "write it like 2026-11-21"
            )
        }
        self.date = date
    }

    /// ISO 8601.
    public var description: String { date.description }

    func isBefore(_ other: Day) -> Bool { date.isBefore(other.date) }
}
