import ClinicalQuality
import ClinicalRecord
import Eligibility

extension ClinicalRecord {
    /// Results that are dated after the screening day, in words: they do not count, whatever they say,
    /// and an error in their dates has to be seen.
    func notesOnLaterResults(than day: CalendarDate) -> [String] {
        let notes = resources.compactMap { resource -> String? in
            guard resource.type == FHIR.observation,
                case .dateTime(let time) = resource["effective"], day.isBefore(time.date),
                case .string(let source) = resource["id"]
            else { return nil }
            return "a result is dated \(time.date), after the screening day, and does not count"
                + (SourceName.words(source).map { " [\($0)]" } ?? "")
        }
        let shown = 5
        guard notes.count > shown else { return notes }
        return notes.prefix(shown) + ["\(notes.count - shown) more results are dated so"]
    }
}
