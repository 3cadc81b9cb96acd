import ClinicalRecord
import Foundation
import Intake
import Pseudonymization
import TestSupport
import Testing

/// Identity goes to `Identity`, and leaves no trace in the record.
struct CanaryTests {
    /// A name that stands in every place of a bundle where a name, number or address can stand.
    static let canary = "ZZCANARYZZ"

    static func bundle(_ canary: String) -> [UInt8] {
        Array(
            """
            {"resourceType": "Bundle", "type": "collection", "id": "\(canary)", "entry": [
              {"fullUrl": "urn:uuid:\(canary)-p", "resource": {"resourceType": "Patient",
                "id": "\(canary)-p", "text": {"status": "generated", "div": "<div>\(canary)</div>"},
                "identifier": [{"system": "urn:\(canary)", "value": "\(canary)"}],
                "name": [{"family": "\(canary)", "given": ["\(canary)"], "text": "\(canary)"}],
                "telecom": [{"system": "phone", "value": "\(canary)"}],
                "address": [{"line": ["\(canary)"], "city": "\(canary)"}],
                "photo": [{"contentType": "image/png", "title": "\(canary)"}],
                "contact": [{"name": {"family": "\(canary)"},
                  "telecom": [{"value": "\(canary)"}]}],
                "generalPractitioner": [{"display": "\(canary)"}],
                "extension": [{"url": "urn:\(canary)", "valueString": "\(canary)"}],
                "gender": "female", "birthDate": "2015-03-02"}},
              {"resource": {"resourceType": "RelatedPerson", "name": [{"text": "\(canary)"}],
                "patient": {"reference": "Patient/\(canary)-p"}}},
              {"fullUrl": "urn:\(canary)", "resource": {"resourceType": "Observation",
                "id": "\(canary)", "status": "final",
                "text": {"div": "\(canary)"}, "note": [{"text": "\(canary)"}],
                "identifier": [{"value": "\(canary)"}],
                "subject": {"reference": "urn:uuid:\(canary)-p", "display": "\(canary)"},
                "performer": [{"display": "\(canary)"}],
                "code": {"text": "\(canary)", "coding": [{"system": "http://loinc.org",
                  "code": "2160-0", "display": "\(canary)"}]},
                "effectiveDateTime": "2026-11-10",
                "valueQuantity": {"value": 0.5, "unit": "mg/dL",
                  "system": "http://unitsofmeasure.org", "code": "mg/dL"}}}
            ]}
            """.utf8
        )
    }

    @Test func `no byte of the record tells who the candidate is`() throws {
        let taken = try CandidateDocument(fhir: Self.bundle(Self.canary))
        let record = String(decoding: taken.record.fhirBundle(), as: UTF8.self)
        #expect(record.contains("2160-0"))
        #expect(!record.contains(Self.canary))
        #expect(!taken.summary.notes.joined().contains(Self.canary))
    }

    @Test func `every part of the identity arrives`() throws {
        let identity = try CandidateDocument(fhir: Self.bundle(Self.canary)).identity
        #expect(identity.names.first?.family == Self.canary)
        #expect(identity.recordNumbers.first?.value == Self.canary)
        #expect(identity.addresses.first?.city == Self.canary)
        #expect(identity.telecoms.first?.value == Self.canary)
        #expect(identity.photos.first?.title == Self.canary)
        #expect(identity.contacts.count == 2)
        #expect(identity.narratives == ["<div>\(Self.canary)</div>"])
        #expect(!"\(identity)".contains(Self.canary))
    }

    @Test func `what is not read is counted`() throws {
        let taken = try CandidateDocument(fhir: Self.bundle(Self.canary))
        #expect(taken.summary.read == ["Patient": 1, "Observation": 1])
        #expect(taken.summary.ignored == ["RelatedPerson": 1])
    }
}
