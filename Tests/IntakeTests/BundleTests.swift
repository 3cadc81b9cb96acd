import ClinicalRecord
import Intake
import Testing

/// What a bundle may look like, and what is refused.
struct BundleTests {
    @Test(arguments: ["collection", "searchset", "transaction", "batch", "document"])
    func `these types of bundle are taken in`(_ type: String) throws {
        let taken = try CandidateDocument(fhir: Bundles.bundle(type: type))
        #expect(taken.summary.read == ["Patient": 1])
    }

    @Test func `entries may stand in any order`() throws {
        let observation = Bundles.observation(#""valueQuantity": {"value": 20, "code": "kg"}"#)
        let reversed = Array(
            #"{"resourceType":"Bundle","type":"collection","entry":[\#(observation),\#(Bundles.patient)]}"#
                .utf8
        )
        #expect(try CandidateDocument(fhir: reversed).record.resources.count == 1)
    }

    @Test(arguments: [
        (#""valueQuantity": {"value": 20, "unit": "stones and a bit"}"#, "UCUM"),
        (#""valueQuantity": {"value": "20", "unit": "kg"}"#, "number"),
        (#""valueDateTime": "2026-02-30""#, "day"),
        (#""valueDateTime": "yesterday""#, "date"),
    ])
    func `a value that cannot be read is refused with its place`(_ value: String, _ message: String)
    {
        let found = Bundles.problems(Bundles.bundle(Bundles.observation(value)))
        #expect(found.count == 1)
        #expect(found.first?.place.hasPrefix("entry[1] Observation") == true, "\(found)")
        #expect(found.first?.message.contains(message) == true, "\(found)")
        #expect(found.first?.remedy.isEmpty == false)
    }

    @Test func `a number that cannot be represented is refused`() {
        let value = #""valueQuantity": {"value": 1e999, "unit": "kg"}"#
        let found = Bundles.problems(Bundles.bundle(Bundles.observation(value)))
        #expect(found.first?.message.contains("too large") == true, "\(found)")
    }

    @Test func `several problems are told in one run`() {
        let found = Bundles.problems(
            Bundles.bundle(
                Bundles.observation(#""valueQuantity": {"value": 4000, "unit": "kgs?"}"#),
                Bundles.observation(#""valueDateTime": "2026-02-30""#)
            )
        )
        #expect(found.count == 2)
    }

    @Test func `a printed unit is read as UCUM, and it is told`() throws {
        let value = #""valueQuantity": {"value": 4.5, "unit": "K/uL"}"#
        let taken = try CandidateDocument(fhir: Bundles.bundle(Bundles.observation(value)))
        #expect(taken.summary.notes == ["the printed unit \"K/uL\" was read as UCUM 10*3/uL"])
    }

    @Test func `a decimal keeps every digit that was written`() throws {
        let value = #""valueQuantity": {"value": 19.950000000000001, "unit": "kg"}"#
        let taken = try CandidateDocument(fhir: Bundles.bundle(Bundles.observation(value)))
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
            "subject": {"reference": "Patient/7"}, \
            "medicationReference": {"reference": "urn:uuid:m"}, "effectiveDateTime": "2026-10-01"}}
            """
        let taken = try CandidateDocument(fhir: Bundles.bundle(given, medication))
        let text = String(decoding: taken.record.fhirBundle(), as: UTF8.self)
        #expect(text.contains("L01FX07"))
        #expect(
            Bundles.problems(Bundles.bundle(given)).first?.place.hasSuffix("medicationReference")
                == true
        )
    }
}
