import ClinicalQuality
import ClinicalRecord
import Eligibility
import Intake
public import TrialDefinition

extension TrialOffice {
    /// Answers for a document by several definitions: no keys, and nothing is written.
    ///
    /// - Parameters:
    ///   - document: The candidate's document.
    ///   - definitions: The trials, in any order.
    ///   - asOf: The day for which the answers hold.
    /// - Returns: One match for each definition, the best first.
    /// - Throws: ``OfficeError``: `badInput` for a document that cannot be taken in, `notFound` for
    ///   a site that a definition with sites does not have.
    public static func match(
        _ document: GivenDocument,
        definitions: [TrialProtocol],
        asOf: Day
    ) throws(OfficeError) -> Matching {
        let taken = try document.takenIn(by: definitions.first { $0.items != nil })
        var matches: [TrialMatch] = []
        for definition in definitions {
            let site = try site(of: taken, document.name, definition)
            let report = try report(on: taken.record, Screener(definition, site: site), asOf)
            matches.append(TrialMatch(report, title: definition.title))
        }
        return Matching(
            asOf: asOf.date.description,
            matches: TrialMatch.ranked(matches),
            resourcesRead: taken.summary.read.values.reduce(0, +),
            resourcesIgnored: taken.summary.ignored,
            notes: taken.summary.notes
                + taken.record.notesOnLaterResults(than: asOf.date)
        )
    }
}
