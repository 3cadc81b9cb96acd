import ClinicalQuality
import TrialDefinition

/// A date as hospitals write it.
struct DateText {
    /// In the form of FHIR's `dateTime`.
    let fhir: String
    /// Whether a time of day was left out because its zone is not given.
    let lostTime: Bool

    /// Reads `text`: ISO 8601 always, another order only where it is declared.
    init(_ text: String, _ order: DateOrder) throws(SheetProblem) {
        let text = ItemSpelling.westernDigits(text)
        let cut = text.firstIndex { $0 == " " || $0 == "T" } ?? text.endIndex
        let date = try Self.date(text[..<cut], order)
        let time = text[cut...].dropFirst().drop(while: \.isWhitespace)
        guard !time.isEmpty else {
            fhir = date
            lostTime = false
            return
        }
        let digits = time.prefix { ("0"..."9").contains($0) || $0 == ":" || $0 == "." }
        let zone = time.dropFirst(digits.count).drop(while: \.isWhitespace)
        let clock = digits.count(where: { $0 == ":" }) == 1 ? digits + ":00" : String(digits)
        lostTime = zone.isEmpty
        // Without a zone the time is only looked at.
        let whole = "\(date)T\(clock)\(zone.isEmpty ? "Z" : String(zone))"
        do throws(TemporalError) {
            _ = try DateTime(fhirDateTime: whole)
        } catch {
            throw SheetProblem(
                error.description,
                "write the day like 2026-11-21, or with its time 2026-11-21T08:30:00+02:00"
            )
        }
        fhir = lostTime ? date : whole
    }

    private static func date(
        _ text: Substring,
        _ order: DateOrder
    ) throws(SheetProblem) -> String {
        do throws(TemporalError) {
            return try CalendarDate(fhirDate: text).description
        } catch {
            guard let turned = turned(text, order) else {
                throw SheetProblem(
                    error == .notADate ? "this is not a date like 2026-11-21" : error.description,
                    order == .iso
                        ? "write year, month, day; another order has to be declared as `dates` in"
                            + " items.yaml"
                        : "write it like 2026-11-21, or in the declared order with a year of four"
                            + " digits"
                )
            }
            do throws(TemporalError) {
                return try CalendarDate(fhirDate: turned).description
            } catch {
                throw SheetProblem(error.description, "check the order of day and month")
            }
        }
    }

    /// `21/11/2026` as `2026-11-21`, where its order is declared.
    private static func turned(_ text: Substring, _ order: DateOrder) -> String? {
        let parts = text.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
        guard order != .iso, parts.count == 3, parts[2].count == 4,
            parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
            parts.prefix(2).allSatisfy({ (1...2).contains($0.count) })
        else { return nil }
        let (day, month) =
            order == .dayMonthYear ? (parts[0], parts[1]) : (parts[1], parts[0])
        func padded(_ text: Substring) -> String { text.count == 1 ? "0" + text : String(text) }
        return "\(parts[2])-\(padded(month))-\(padded(day))"
    }
}
