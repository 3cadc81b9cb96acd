import Intake
import Testing

/// A code is found whichever way its code system was written.
struct CodeSystemTests {
    @Test(arguments: [
        ("http://loinc.org", "http://loinc.org"), ("http://loinc.org/", "http://loinc.org"),
        ("https://loinc.org", "http://loinc.org"), ("HTTP://LOINC.org", "http://loinc.org"),
        (" http://loinc.org ", "http://loinc.org"),
        ("urn:oid:2.16.840.1.113883.6.1", "http://loinc.org"),
        ("http://www.loinc.org", "http://loinc.org"),
        ("https://snomed.info/sct/", "http://snomed.info/sct"),
        ("urn:oid:2.16.840.1.113883.6.96", "http://snomed.info/sct"),
        ("http://www.whocc.no/atc/", "http://www.whocc.no/atc"),
        ("https://www.whocc.no/ATC", "http://www.whocc.no/atc"),
        ("urn:oid:2.16.840.1.113883.6.73", "http://www.whocc.no/atc"),
        ("URN:OID:2.16.840.1.113883.6.73", "http://www.whocc.no/atc"),
        ("http://whocc.no/atc", "http://www.whocc.no/atc"),
        ("http://hl7.org/fhir/sid/cvx/", "http://hl7.org/fhir/sid/cvx"),
        ("https://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-10-cm"),
    ])
    func `a known code system gets FHIR's name, and it is told`(
        _ written: String,
        _ name: String
    ) throws {
        let entry = Bundles.observation(#""valueBoolean": true"#, code: "A1", system: written)
        let bytes = Bundles.bundle(entry)
        #expect(try Bundles.record(bytes).contains(#""system":"\#(name)""#))
        let notes = try CandidateDocument(fhir: bytes).summary.notes
        #expect(
            notes
                == (written == name
                    ? [] : ["a code system that was written in another way was read as \(name)"])
        )
    }

    @Test(arguments: [
        "http://loinc.org/vs", "urn:oid:2.16.840.1.113883.6.10", "http://hl7.org/fhir/sid/icd-10",
        "urn:milenari:screening", "",
    ])
    func `an unknown code system stays as it is`(_ system: String) throws {
        let entry = Bundles.observation(#""valueBoolean": true"#, code: "A1", system: system)
        #expect(try Bundles.record(Bundles.bundle(entry)).contains(#""system":"\#(system)""#))
    }

    @Test(arguments: [
        ("http://www.whocc.no/atc", "l01fx07", "L01FX07"),
        ("urn:oid:2.16.840.1.113883.6.73", "L01fx07", "L01FX07"),
        ("http://loinc.org", "la6576-8", "la6576-8"),
    ])
    func `ATC codes are in capitals, others stay`(
        _ system: String,
        _ written: String,
        _ code: String
    ) throws {
        let coding = #"{"coding": [{"system": "\#(system)", "code": "\#(written)"}]}"#
        let given = Bundles.entry(
            "MedicationAdministration",
            #""medicationCodeableConcept": \#(coding)"#
        )
        #expect(try Bundles.record(Bundles.bundle(given)).contains(#""code":"\#(code)""#))
        let medication = Bundles.entry(
            "Medication",
            #""id": "m", "code": \#(coding)"#,
            subject: ""
        )
        let referring = Bundles.entry(
            "MedicationAdministration",
            #""medicationReference": {"reference": "Medication/m"}"#
        )
        let record = try Bundles.record(Bundles.bundle(referring, medication))
        #expect(record.contains(#""code":"\#(code)""#))
    }

    @Test(arguments: [
        "http://unitsofmeasure.org", "https://unitsofmeasure.org/", "urn:oid:2.16.840.1.113883.6.8",
    ])
    func `the name of UCUM is known too`(_ system: String) throws {
        let value = #""valueQuantity": {"value": 20, "system": "\#(system)", "code": "kg"}"#
        let record = try Bundles.record(Bundles.bundle(Bundles.observation(value)))
        #expect(record.contains(#""system":"http://unitsofmeasure.org","code":"kg""#))
    }
}
