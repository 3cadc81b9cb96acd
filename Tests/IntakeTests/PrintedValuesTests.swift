import Intake
import Testing

/// No text that the intake gives holds a value of the document.
struct PrintedValuesTests {
    private static let canary = "ZZCANARYZZ"

    private static func patient(_ organization: String) -> String {
        """
        {"resource": {"resourceType": "Patient", "id": "7", "birthDate": "2015-03-02", \
        "managingOrganization": \(organization)}}
        """
    }

    private static func site(_ code: String) -> String {
        #"{"identifier": {"system": "urn:milenari:site", "value": "\#(code)"}}"#
    }

    @Test(arguments: [
        (Self.site("BCN"), "BCN"), (#"{"reference": "Organization/ROM"}"#, "ROM"),
        (Self.site(Self.canary), nil), (Self.site("bcn"), nil), (Self.site("BC"), nil),
        (Self.site("BCN "), nil), (Self.site("BÇN"), nil), (Self.site(""), nil),
        (#"{"reference": "Organization/\#(Self.canary)"}"#, nil),
        (#"{"reference": "Organization/bcn"}"#, nil), (#"{"display": "\#(Self.canary)"}"#, nil),
        (#"{"reference": "urn:uuid:BCN"}"#, nil),
    ])
    func `a site's code has three capital letters, or there is none and it is told`(
        _ organization: String,
        _ code: String?
    ) throws {
        let taken = try CandidateDocument(
            fhir: Bundles.bundle(patient: Self.patient(organization))
        )
        #expect(taken.siteCode == code)
        #expect(taken.summary.notes.count == (code == nil ? 1 : 0))
        #expect(!taken.summary.notes.joined().contains(Self.canary))
    }

    @Test func `a patient without an organization needs no note`() throws {
        #expect(try CandidateDocument(fhir: Bundles.bundle()).summary.notes.isEmpty)
    }

    @Test(arguments: [
        ("DiagnosticReport", "DiagnosticReport"), ("Organization", "Organization"),
        ("VisionPrescription", "VisionPrescription"), (Self.canary, "unknown type"),
        ("observation", "unknown type"), ("", "unknown type"), ("Citation", "unknown type"),
    ])
    func `only FHIR's names of resource types are told`(_ type: String, _ told: String) throws {
        let entry = Bundles.entry(type, #""status": "final""#)
        #expect(try CandidateDocument(fhir: Bundles.bundle(entry)).summary.ignored == [told: 1])
        let other = #""subject": {"reference": "Patient/8"}"#
        let found = Bundles.problems(
            Bundles.bundle(Bundles.entry(type, "\"a\": 1", subject: other))
        )
        #expect(found.map(\.place) == ["entry[1] \(told).subject"])
        let wrong = Bundles.entry(type, #""subject": 5"#, subject: "")
        #expect(
            Bundles.problems(Bundles.bundle(wrong)).map(\.place) == ["entry[1] \(told).subject"]
        )
    }

    @Test(arguments: [
        (#""unit": "K/uL""#, "the printed unit \"K/uL\" was read as UCUM 10*3/uL"),
        (#""unit": "10³/µL""#, "a printed unit was read with its characters replaced"),
        (
            #""unit": "{\#(Self.canary)}/ µL""#,
            "a printed unit was read with its characters replaced"
        ),
    ])
    func `a note prints a unit only from our own table`(_ unit: String, _ note: String) throws {
        let taken = try CandidateDocument(
            fhir: Bundles.bundle(
                Bundles.observation(#""valueQuantity": {"value": 4, \#(unit)}"#, code: "26464-8")
            )
        )
        #expect(taken.summary.notes.first?.hasPrefix(note) == true, "\(taken.summary.notes)")
        #expect(!taken.summary.notes.joined().contains(Self.canary))
    }

    @Test(arguments: [
        #""status": ["CANARY"]"#, #""valueQuantity": {"value": "CANARY"}"#,
        #""valueQuantity": {"value": 1, "unit": "CANARY"}"#, #""effectiveDateTime": "CANARY""#,
        #""effectivePeriod": {"start": "CANARY"}"#, #""valueTime": "CANARY""#,
        #""CANARY": 1, "CANARY": 2"#, #""code": "CANARY""#, #""meta": "CANARY""#,
        #""valueInteger": 1, "valueString": "CANARY""#, #""patient": {"reference": "CANARY"}"#,
        #""medicationReference": {"reference": "CANARY"}"#, #""focus": "CANARY""#,
        #""implicitRules": "CANARY""#, #""id": "CANARY", "valueBoolean": "CANARY""#, #""CANARY"#,
    ])
    func `no error prints a value`(_ elements: String) {
        let type = elements.contains("medication") ? "MedicationStatement" : "Observation"
        let found = Bundles.problems(Bundles.bundle(Bundles.entry(type, elements)))
        #expect(!found.isEmpty)
        for problem in found {
            #expect(!"\(problem.place)\(problem.message)\(problem.remedy)".contains("CANARY"))
        }
    }
}
