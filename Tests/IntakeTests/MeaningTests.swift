import Intake
import Pseudonymization
import Testing

/// What FHIR lets nobody read without doubt is refused.
struct MeaningTests {
    private func places(_ entry: String, patient: String = Bundles.patient) -> [String] {
        Bundles.problems(Bundles.bundle(entry, patient: patient)).map(\.place)
    }

    @Test(arguments: [
        ("Observation", #""valueInteger": 1, "valueString": "grade 3""#, "valueInteger"),
        ("Observation", #""valueQuantity": {"value": 1}, "valueInteger": 2"#, "valueInteger"),
        ("Observation", #""valueInteger": 1, "valueSampledData": {}"#, "valueSampledData"),
        (
            "Observation", #""effectiveDateTime": "2026", "effectivePeriod": {"start": "2026"}"#,
            "effectivePeriod"
        ),
        (
            "Observation", #""effectiveDateTime": "2026", "effectiveInstant": "2026""#,
            "effectiveInstant"
        ),
        (
            "Observation", #""component": [{"valueInteger": 1, "valueBoolean": true}]"#,
            "component[0].valueInteger"
        ),
        (
            "Procedure", #""performedDateTime": "2026", "performedPeriod": {"start": "2026"}"#,
            "performedPeriod"
        ),
        (
            "Procedure", #""performedDateTime": "2026", "performedString": "in spring""#,
            "performedString"
        ),
        ("Condition", #""onsetDateTime": "2026", "onsetAge": {"value": 3}"#, "onsetAge"),
        ("Condition", #""onsetDateTime": "2026", "onsetString": "early""#, "onsetString"),
        (
            "MedicationStatement",
            #""medicationCodeableConcept": {"coding": [{"code": "a"}]}, "medicationReference": {}"#,
            "medicationReference"
        ),
    ])
    func `two alternatives of one element are refused`(
        _ type: String,
        _ elements: String,
        _ place: String
    ) {
        #expect(places(Bundles.entry(type, elements)).first == "entry[1] \(type).\(place)")
    }

    @Test(arguments: [
        #""valueInteger": 1, "valueString": null"#, #""valueInteger": 1, "valueSampledData": null"#,
        #""valueSampledData": {}"#, #""effectiveInstant": "2026-11-10T08:00:00Z""#,
    ])
    func `one alternative is enough`(_ elements: String) {
        #expect(places(Bundles.entry("Observation", elements)).isEmpty)
    }

    @Test func `a deceased patient is so in one way`() {
        let patient = """
            {"resource": {"resourceType": "Patient", "id": "7", "birthDate": "2015-03-02", \
            "deceasedBoolean": false, "deceasedDateTime": "2026-11-10"}}
            """
        #expect(places(Bundles.weight, patient: patient) == ["entry[0] Patient.deceasedDateTime"])
    }

    @Test(arguments: [
        ("2026-11-10", "2026-11-09", false), ("2026-11-10", "2026-11-10", true),
        ("2026-11-10", "2026-11", true), ("2026-11-10", "2026-10", false),
        ("2026-11", "2026-11-01", true), ("2026", "2025", false),
        ("2026-11-10T10:00:00Z", "2026-11-10T09:59:59Z", false),
        ("2026-11-10T10:00:00Z", "2026-11-10", true),
        ("2026-11-10T00:30:00+03:00", "2026-11-09T22:00:00Z", true),
        ("2026-11-10T00:30:00+03:00", "2026-11-09T21:00:00Z", false),
        ("2026-11-10T00:30:00+03:00", "2026-11-10", true),
        ("2026-11-09T23:30:00-05:00", "2026-11-09", true),
    ])
    func `a period that ends before it starts is refused`(
        _ start: String,
        _ end: String,
        _ isTaken: Bool
    ) {
        let period = #"{"start": "\#(start)", "end": "\#(end)"}"#
        let found = places(Bundles.entry("Procedure", #""performedPeriod": \#(period)"#))
        #expect(found == (isTaken ? [] : ["entry[1] Procedure.performedPeriod"]))
        let consent = Bundles.entry(
            "Consent",
            #""provision": {"period": \#(period)}"#,
            subject: #""patient": {"reference": "Patient/7"}"#
        )
        #expect(places(consent) == (isTaken ? [] : ["entry[1] Consent.provision.period"]))
    }

    private static let modifier = """
        "modifierExtension": [{"url": "http://x/negated", "valueBoolean": true}]
        """
    private static let rules = #""implicitRules": "http://x/rules""#

    @Test(arguments: [
        ("Observation", Self.modifier, "modifierExtension"),
        ("Observation", Self.rules, "implicitRules"),
        ("Observation", #""component": [{\#(Self.modifier)}]"#, "component[0].modifierExtension"),
        (
            "Observation", #""referenceRange": [{\#(Self.modifier)}]"#,
            "referenceRange[0].modifierExtension"
        ),
        ("MedicationRequest", Self.modifier, "modifierExtension"),
        (
            "MedicationRequest", #""dosageInstruction": [{\#(Self.modifier)}]"#,
            "dosageInstruction[0].modifierExtension"
        ),
        ("Medication", Self.modifier, "modifierExtension"),
        ("Medication", Self.rules + #", "code": {}"#, "implicitRules"),
    ])
    func `what can turn the meaning around is refused`(
        _ type: String,
        _ elements: String,
        _ place: String
    ) {
        #expect(places(Bundles.entry(type, elements)) == ["entry[1] \(type).\(place)"])
    }

    @Test func `a modified bundle, entry or patient is refused`() {
        let bytes = Bundles.bundle(head: Self.rules)
        #expect(Bundles.problems(bytes).map(\.place) == ["implicitRules"])
        let entry = Bundles.entry("Observation", #""status": "final""#, around: Self.modifier)
        #expect(places(entry) == ["entry[1].modifierExtension"])
        let patient = """
            {"resource": {"resourceType": "Patient", "id": "7", "birthDate": "2015-03-02", \
            \(Self.modifier)}}
            """
        #expect(places(Bundles.weight, patient: patient) == ["entry[0] Patient.modifierExtension"])
    }

    @Test func `what is passed over may be modified`() {
        #expect(places(Bundles.entry("Encounter", Self.modifier)).isEmpty)
    }

    @Test(arguments: [
        ("2015-03-02", true), ("2015-03", true), ("2015", true), ("2015-02-30", false),
        ("2015-3-2", false), ("02.03.2015", false), ("", false), ("2015-03-02T10:00:00Z", false),
        ("1799-12-31", false), ("0015-03-02", false), ("2200", false), ("9999-01-01", false),
        (" 2015-03-02", false), ("2015-03-02 ", false),
    ])
    func `a malformed birth date is always a problem`(_ text: String, _ isTaken: Bool) throws {
        let bytes = Bundles.bundle(
            patient: """
                {"resource": {"resourceType": "Patient", "id": "7", "birthDate": "\(text)"}}
                """
        )
        let found = Bundles.problems(bytes)
        #expect(found.isEmpty == isTaken, "\(found)")
        #expect(found.allSatisfy { $0.place == "entry[0] Patient.birthDate" }, "\(found)")
        guard isTaken else { return }
        #expect(try CandidateDocument(fhir: bytes).identity.birthDate?.text == text)
    }
}
