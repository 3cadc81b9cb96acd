import ClinicalQuality
import Eligibility
import Foundation
import Intake
import TestSupport
import Testing
import TrialDefinition

/// A synthetic candidate with some of the document changed, screened.
enum ChangedCandidate {
    /// The report on the candidate whose name begins with `prefix`.
    ///
    /// The resources whose first code (or, without one, whose type) is `code` get `elements`, as
    /// JSON; `null` takes an element away. `adding` are more resources, without their subject.
    static func report(
        _ prefix: String,
        changing code: String? = nil,
        setting elements: [String: String] = [:],
        adding resources: [String] = [],
        asOf: String? = nil
    ) throws -> EligibilityReport {
        let fixture = try CandidateFixture.named(prefix)
        let object = try JSONSerialization.jsonObject(with: Data(fixture.document))
        var bundle = try #require(object as? [String: Any])
        var entries = try #require(bundle["entry"] as? [[String: Any]])
        var patient = ""
        for index in entries.indices {
            guard var resource = entries[index]["resource"] as? [String: Any] else { continue }
            if resource["resourceType"] as? String == "Patient" {
                patient = try #require(entries[index]["fullUrl"] as? String)
            }
            guard name(resource) == code else { continue }
            for (element, text) in elements {
                let value = try json(text)
                resource[element] = value is NSNull ? nil : value
            }
            entries[index]["resource"] = resource
        }
        for text in resources {
            var resource = try #require(try json(text) as? [String: Any])
            let isOfPatient = ["Consent", "Immunization"].contains(
                resource["resourceType"] as? String
            )
            resource[isOfPatient ? "patient" : "subject"] = ["reference": patient]
            entries.append(["resource": resource])
        }
        bundle["entry"] = entries
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: bundle))
        let definition = try ScreeningFixtures.definition.get()
        return try Screener(definition, site: definition.site(fixture.site)).report(
            on: CandidateDocument(fhir: bytes).record,
            asOf: CalendarDate(fhirDate: asOf ?? fixture.asOf)
        )
    }

    private static func json(_ text: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    private static func name(_ resource: [String: Any]) -> String? {
        let concept = resource["code"] as? [String: Any]
        let codings = concept?["coding"] as? [[String: Any]] ?? []
        return codings.first?["code"] as? String ?? resource["resourceType"] as? String
    }
}

extension EligibilityReport {
    /// The answer to the criterion `id`.
    func answer(_ id: String) throws -> CriterionAnswer {
        try #require(criteria.first { $0.id == id })
    }
}
