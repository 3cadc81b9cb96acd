import ClinicalRecord
import Eligibility
import Foundation
import Intake

/// What is sealed of a screening or an enrollment: record and report, no identity.
struct ScreeningPayload: Codable {
    /// SHA-256 of the document's bytes, hexadecimal.
    let document: String
    /// The record as a FHIR bundle.
    let record: String
    let report: EligibilityReport
    let intake: IntakeSummary
    /// Whether the site was suspended: such a screening leads to no enrollment.
    let isPreScreening: Bool
    /// The number of the screening of the same candidate before this one.
    var again: String?
    /// Why a possible duplicate was decided to be another child.
    ///
    /// Sealed, because free text can hold a name; the log only tells that somebody decided.
    var differentChild: String?

    func encoded() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    static func decode(_ bytes: [UInt8]) throws -> ScreeningPayload {
        try JSONDecoder().decode(ScreeningPayload.self, from: Data(bytes))
    }

    func clinicalRecord() throws -> ClinicalRecord {
        try ClinicalRecord(storedBundle: Array(record.utf8))
    }
}
