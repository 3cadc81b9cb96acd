import ClinicalRecord
import Intake
import Testing

/// What is read has to be about the bundle's one patient, readably.
struct SubjectTests {
    private static let anonymous = """
        {"resource": {"resourceType": "Patient", "birthDate": "2015-03-02"}}
        """
    private static let withoutURL = """
        {"resource": {"resourceType": "Patient", "id": "7", "birthDate": "2015-03-02"}}
        """
    private static let uuid = """
        {"fullUrl": "urn:uuid:0A-7", "resource": {"resourceType": "Patient", "id": "7", \
        "birthDate": "2015-03-02"}}
        """

    private static func subject(_ reference: String) -> String {
        #""subject": {"reference": "\#(reference)"}"#
    }

    private func check(_ entry: String, _ patient: String, _ isTaken: Bool) {
        let found = Bundles.problems(Bundles.bundle(entry, patient: patient))
        #expect(found.isEmpty == isTaken, "\(found)")
        guard !isTaken else { return }
        #expect(found.count == 1)
        #expect(found.first?.place.hasSuffix(".subject") == true, "\(found)")
        #expect(found.first?.remedy.contains("fullUrl or id") == true)
    }

    @Test(arguments: [
        (Bundles.patient, "Patient/7", true),
        (Bundles.patient, "Patient/7/_history/2", true),
        (Bundles.patient, "http://h.example/Patient/7", true),
        (Bundles.patient, "http://h.example/Patient/7/_history/2", true),
        (Bundles.patient, "Patient/8", false),
        (Bundles.patient, "7", false),
        (Bundles.patient, "http://other.example/Patient/7", false),
        (Bundles.patient, "https://h.example/fhir/Patient/7", false),
        (Bundles.patient, "urn:uuid:7", false),
        (Bundles.patient, "Group/7", false),
        (Bundles.patient, "#7", false),
        (Bundles.patient, "Patient?identifier=7", false),
        (Bundles.patient, "", false),
        (Self.anonymous, "Patient/the-twin", false),
        (Self.anonymous, "Patient/", false),
        (Self.withoutURL, "Patient/7", true),
        (Self.withoutURL, "urn:uuid:7", true),
        (Self.withoutURL, "http://h.example/Patient/7", false),
        (Self.uuid, "urn:uuid:0A-7", true),
        (Self.uuid, "urn:uuid:0a-7", true),
        (Self.uuid, "Patient/7", true),
        (Self.uuid, "urn:uuid:7", false),
    ])
    func `only a reference to our patient is accepted`(
        _ patient: String,
        _ reference: String,
        _ isTaken: Bool
    ) {
        let entry = Bundles.observation(
            #""valueBoolean": true"#,
            subject: Self.subject(reference)
        )
        check(entry, patient, isTaken)
    }

    @Test(arguments: [
        ("http://h.example", true), ("http://other.example", false), ("urn:uuid", true),
    ])
    func `a relative reference stands under its own server`(_ base: String, _ isTaken: Bool) {
        let entry = Bundles.entry(
            "Observation",
            #""id": "5", "status": "final""#,
            around: #""fullUrl": "\#(base)\#(base == "urn:uuid" ? ":5" : "/Observation/5")""#
        )
        check(entry, Bundles.patient, isTaken)
    }

    @Test(arguments: [
        #""subject": {"identifier": {"system": "urn:h", "value": "TWIN-2"}, "display": "Twin"}"#,
        #""subject": {"display": "Twin"}"#,
        #""subject": null"#,
        #""subject": {"reference": "Patient/7"}, "patient": {"reference": "Patient/8"}"#,
        "",
    ])
    func `a subject without a readable reference is refused`(_ subject: String) {
        let entry = Bundles.observation(#""valueBoolean": true"#, subject: subject)
        check(entry, Bundles.patient, false)
    }

    @Test(arguments: [
        "Observation", "Condition", "Procedure", "MedicationAdministration", "MedicationStatement",
        "MedicationRequest", "Immunization", "Consent", "RelatedPerson",
    ])
    func `what is read has to name its patient`(_ type: String) {
        let key =
            ["Immunization", "Consent", "RelatedPerson"].contains(type) ? "patient" : "subject"
        let language = #""language": "es""#
        let reference = #""\#(key)": {"reference": "Patient/7"}"#
        check(Bundles.entry(type, language, subject: reference), Bundles.patient, true)
        check(Bundles.entry(type, language, subject: ""), Bundles.patient, false)
    }

    @Test(arguments: [
        ("Medication", "", true), ("Organization", "", true), ("Practitioner", "", true),
        ("Encounter", "", true), ("Encounter", Self.subject("Patient/8"), false),
        ("Account", #""subject": [{"reference": "Patient/7"}]"#, true),
        ("Account", #""subject": [{"reference": "Patient/7"}, {"reference": "Patient/8"}]"#, false),
    ])
    func `what is passed over may have no subject, but no other one`(
        _ type: String,
        _ subject: String,
        _ isTaken: Bool
    ) {
        check(
            Bundles.entry(type, #""status": "active""#, subject: subject),
            Bundles.patient,
            isTaken
        )
    }

    @Test func `an observation about somebody else is passed over, and it is told`() throws {
        let value = #""valueBoolean": true, "focus": [{"reference": "Patient/donor"}]"#
        let ours = #""valueBoolean": true, "focus": [{"reference": "Patient/7"}]"#
        let taken = try CandidateDocument(
            fhir: Bundles.bundle(Bundles.observation(value), Bundles.observation(ours))
        )
        #expect(taken.record.resources.count == 1)
        #expect(taken.summary.read == ["Patient": 1, "Observation": 1])
        #expect(taken.summary.ignored == ["Observation": 1])
        #expect(taken.summary.notes.count == 1)
        #expect(taken.summary.notes.first?.contains("entry[1] Observation") == true)
        #expect(!taken.summary.notes.joined().contains("donor"))
    }
}
