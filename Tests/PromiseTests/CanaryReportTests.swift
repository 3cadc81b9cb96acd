import ClinicalQuality
import Foundation
import Reporting
import TestSupport
import Testing
import TrialOffice

/// Promises 3 and 7 for what a screening shows: whatever stands in an element of a document, and
/// whichever elements FHIR has, a report and its JSON have our own words only, and so has the file.
struct CanaryReportTests {
    private static let types = [
        "Patient", "Observation", "Condition", "Procedure", "MedicationAdministration",
        "MedicationStatement", "MedicationRequest", "Immunization", "Consent",
    ]

    /// Candidate 01, who is eligible, with an order, which no fixture of hers has.
    private func entries() throws -> [EveryElement.Object] {
        let fixture = try CandidateFixture.named("01")
        let object = try JSONSerialization.jsonObject(with: Data(fixture.document))
        let bundle = try #require(object as? EveryElement.Object)
        var entries = try #require(bundle["entry"] as? [EveryElement.Object])
        let resources = entries.compactMap { $0["resource"] as? EveryElement.Object }
        var order = try #require(
            resources.first { $0["resourceType"] as? String == "MedicationStatement" }
        )
        order = order.merging([
            "resourceType": "MedicationRequest", "id": "order", "status": "active",
            "intent": "order", "authoredOn": "2026-11-20",
        ]) { $1 }
        order["effectivePeriod"] = nil
        entries.append(["resource": order])
        return entries
    }

    private func given(_ entries: [EveryElement.Object]) throws -> GivenDocument {
        let bundle: EveryElement.Object = [
            "resourceType": "Bundle", "type": "collection", "entry": entries,
        ]
        let bytes = try JSONSerialization.data(withJSONObject: bundle)
        return GivenDocument(name: "document", bytes: [UInt8](bytes))
    }

    @Test(arguments: types)
    func `no text of a document is in a report, its JSON, an error or the files`(
        _ name: String
    ) throws {
        let type = try #require(DataModel.fhir401.classType(named: name))
        let trial = try SampleTrial(active: ["BCN"])
        let office = try TrialOffice.open(trial.url)
        let session = try SampleTrial.unlock(office, "jordi.bcn")
        let (asOf, now) = (try SampleTrial.day, try SampleTrial.moment(2))
        let entries = try entries()
        var (shown, refused) = (0, 0)
        for change in EveryElement.changes(of: type) {
            let changed = entries.map { entry -> EveryElement.Object in
                guard let resource = entry["resource"] as? EveryElement.Object,
                    resource["resourceType"] as? String == name
                else { return entry }
                return entry.merging(["resource": change.apply(resource)]) { $1 }
            }
            let text: String
            do {
                let document = try given(changed)
                let screening = try office.screen(document, by: session, asOf: asOf, now: now)
                text =
                    ScreeningText(screening, style: Style(isColored: false)).text
                    + (try JSONText.encode(screening))
                shown += 1
            } catch {
                text = "\(error)"
                refused += 1
            }
            let found = text.range(of: EveryElement.canary, options: .caseInsensitive)
            #expect(
                found == nil,
                "\(name).\(change.place): \(found.map { around($0, text) } ?? "")"
            )
        }
        #expect(shown > 0 && refused > 0, "\(shown) shown, \(refused) refused")
        for (path, bytes) in try FolderContents(trial.url).files {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.localizedCaseInsensitiveContains(EveryElement.canary), "\(path)")
        }
        try office.close()
    }

    private func around(_ range: Range<String.Index>, _ text: String) -> Substring {
        let start = text.index(range.lowerBound, offsetBy: -80, limitedBy: text.startIndex)
        let end = text.index(range.upperBound, offsetBy: 40, limitedBy: text.endIndex)
        return text[(start ?? text.startIndex)..<(end ?? text.endIndex)]
    }
}
