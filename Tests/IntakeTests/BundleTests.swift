import ClinicalQuality
import ClinicalRecord
import Foundation
import Intake
import TestSupport
import Testing

/// What a bundle may look like, and what is refused.
struct BundleTests {
    private static let patient = """
        {"fullUrl": "http://h.example/Patient/7", "resource": {"resourceType": "Patient", \
        "id": "7", "birthDate": "2015-03-02", "gender": "male"}}
        """

    private static func bundle(_ entries: String..., type: String = "collection") -> [UInt8] {
        let all = ([patient] + entries).joined(separator: ",")
        return Array(#"{"resourceType":"Bundle","type":"\#(type)","entry":[\#(all)]}"#.utf8)
    }

    private static func observation(_ value: String, more: String = "") -> String {
        """
        {"resource": {"resourceType": "Observation", "status": "final", "code": {"coding": \
        [{"system": "http://loinc.org", "code": "29463-7"}]}, "effectiveDateTime": "2026-11-10", \
        \(value)\(more)}}
        """
    }

    private func problems(_ bytes: [UInt8]) -> [IntakeProblem] {
        do throws(IntakeError) {
            _ = try CandidateDocument(fhir: bytes)
            return []
        } catch {
            return error.problems
        }
    }

    @Test(arguments: ["collection", "searchset", "transaction", "batch", "document"])
    func `these types of bundle are taken in`(_ type: String) throws {
        let taken = try CandidateDocument(fhir: Self.bundle(type: type))
        #expect(taken.summary.read == ["Patient": 1])
    }

    @Test func `entries may stand in any order`() throws {
        let observation = Self.observation(#""valueQuantity": {"value": 20, "code": "kg"}"#)
        let reversed = Array(
            #"{"resourceType":"Bundle","type":"collection","entry":[\#(observation),\#(Self.patient)]}"#
                .utf8
        )
        #expect(try CandidateDocument(fhir: reversed).record.resources.count == 1)
    }

    @Test(arguments: [
        (#""valueQuantity": {"value": 4000, "unit": "kg"}"#, "impossible"),
        (#""valueQuantity": {"value": 4000000, "unit": "g"}"#, "impossible"),
        (#""valueQuantity": {"value": -20, "unit": "kg"}"#, "impossible"),
        (#""valueQuantity": {"value": 20, "unit": "stones and a bit"}"#, "UCUM"),
        (#""valueQuantity": {"value": "20", "unit": "kg"}"#, "number"),
        (#""valueDateTime": "2026-02-30""#, "day"),
        (#""valueDateTime": "yesterday""#, "date"),
    ])
    func `an impossible value is refused with its place`(_ value: String, _ message: String) {
        let found = problems(Self.bundle(Self.observation(value)))
        #expect(found.count == 1)
        #expect(found.first?.place.hasPrefix("entry[1] Observation") == true, "\(found)")
        #expect(found.first?.message.contains(message) == true, "\(found)")
        #expect(found.first?.remedy.isEmpty == false)
    }

    @Test func `a number that cannot be represented is refused`() {
        let value = #""valueQuantity": {"value": 1e999, "unit": "kg"}"#
        let found = problems(Self.bundle(Self.observation(value)))
        #expect(found.first?.message.contains("too large") == true, "\(found)")
    }

    @Test(arguments: [
        ("Patient/7", true), ("http://h.example/Patient/7", true), ("Patient/8", false),
        ("http://other.example/Patient/9", false),
    ])
    func `a resource of another patient is refused`(_ subject: String, _ isOurs: Bool) {
        let value = #""valueQuantity": {"value": 20, "unit": "kg"}"#
        let more = #", "subject": {"reference": "\#(subject)"}"#
        let found = problems(Self.bundle(Self.observation(value, more: more)))
        #expect(found.isEmpty == isOurs, "\(found)")
    }

    @Test func `several problems are told in one run`() {
        let found = problems(
            Self.bundle(
                Self.observation(#""valueQuantity": {"value": 4000, "unit": "kg"}"#),
                Self.observation(#""valueDateTime": "2026-02-30""#)
            )
        )
        #expect(found.count == 2)
    }

    @Test func `a printed unit is read as UCUM, and it is told`() throws {
        let value = #""valueQuantity": {"value": 4.5, "unit": "K/uL"}"#
        let taken = try CandidateDocument(fhir: Self.bundle(Self.observation(value)))
        #expect(taken.summary.notes == ["the printed unit \"K/uL\" was read as UCUM 10*3/uL"])
    }

    @Test func `a decimal keeps every digit that was written`() throws {
        let value = #""valueQuantity": {"value": 19.950000000000001, "unit": "kg"}"#
        let taken = try CandidateDocument(fhir: Self.bundle(Self.observation(value)))
        let text = String(decoding: taken.record.fhirBundle(), as: UTF8.self)
        #expect(text.contains("19.950000000000001"))
    }

    @Test func `a medication by reference gets the code of what it refers to`() throws {
        let medication = """
            {"fullUrl": "urn:uuid:m", "resource": {"resourceType": "Medication", "id": "m", \
            "code": {"coding": [{"system": "http://www.whocc.no/atc", "code": "L01FX07"}]}}}
            """
        let given = """
            {"resource": {"resourceType": "MedicationAdministration", "status": "completed", \
            "medicationReference": {"reference": "urn:uuid:m"}, "effectiveDateTime": "2026-10-01"}}
            """
        let taken = try CandidateDocument(fhir: Self.bundle(given, medication))
        let text = String(decoding: taken.record.fhirBundle(), as: UTF8.self)
        #expect(text.contains("L01FX07"))
        #expect(problems(Self.bundle(given)).first?.place.hasSuffix("medicationReference") == true)
    }
}
