import ClinicalRecord
import Foundation
import Intake
import Testing

/// Where FHIR R4 lists the only codes of an element, no other text comes in.
struct RequiredBindingTests {
    private static let canary = "Zzcanaryzz"

    private static let clinical = "http://terminology.hl7.org/CodeSystem/condition-clinical"
    private static let verification = "http://terminology.hl7.org/CodeSystem/condition-ver-status"

    private static func concept(_ name: String, _ system: String, _ code: String) -> String {
        #""\#(name)": {"coding": [{"system": "\#(system)", "code": "\#(code)"}]}"#
    }

    private static func comparator(_ code: String) -> String {
        #""valueQuantity": {"value": 1, "code": "kg", "comparator": "\#(code)"}"#
    }

    private static func provision(_ code: String) -> String {
        #""provision": {"type": "\#(code)"}"#
    }

    /// The resource's type, the place of the code in it, how it is written, FHIR's codes.
    private static let bindings: [(String, String, @Sendable (String) -> String, String)] = {
        @Sendable func status(_ code: String) -> String { #""status": "\#(code)""# }
        @Sendable func intent(_ code: String) -> String { #""intent": "\#(code)""# }
        return [
            (
                "Observation", "status", status,
                "registered preliminary final amended corrected cancelled entered-in-error unknown"
            ),
            (
                "Condition", "clinicalStatus", { concept("clinicalStatus", clinical, $0) },
                "active recurrence relapse inactive remission resolved"
            ),
            (
                "Condition", "verificationStatus",
                { concept("verificationStatus", verification, $0) },
                "unconfirmed provisional differential confirmed refuted entered-in-error"
            ),
            (
                "Procedure", "status", status,
                """
                preparation in-progress not-done on-hold stopped completed entered-in-error unknown
                """
            ),
            (
                "MedicationAdministration", "status", status,
                "in-progress not-done on-hold completed entered-in-error stopped unknown"
            ),
            (
                "MedicationStatement", "status", status,
                "active completed entered-in-error intended stopped on-hold unknown not-taken"
            ),
            (
                "MedicationRequest", "status", status,
                "active on-hold cancelled completed entered-in-error stopped draft unknown"
            ),
            (
                "MedicationRequest", "intent", intent,
                """
                proposal plan order original-order reflex-order filler-order instance-order option
                """
            ),
            ("Immunization", "status", status, "completed entered-in-error not-done"),
            (
                "Consent", "status", status,
                "draft proposed active rejected inactive entered-in-error"
            ),
            ("Consent", "provision.type", provision, "deny permit"),
            ("Observation", "valueQuantity.comparator", comparator, "< <= >= >"),
            (
                "Observation", "component[0].valueQuantity.comparator",
                { #""component": [{\#(comparator($0))}]"# }, "< <= >= >"
            ),
            (
                "Condition", "onsetAge.comparator",
                { #""onsetAge": {"value": 3, "code": "a", "comparator": "\#($0)"}"# }, "< <= >= >"
            ),
            (
                "Observation", "referenceRange[0].low.comparator",
                { #""referenceRange": [{"low": {"value": 3, "comparator": "\#($0)"}}]"# },
                "< <= >= >"
            ),
        ]
    }()

    private func problems(_ type: String, _ element: String) -> [IntakeProblem] {
        Bundles.problems(Bundles.bundle(Bundles.entry(type, element)))
    }

    @Test(arguments: bindings.indices)
    func `FHIR's codes are taken in, others are refused with place and remedy`(_ index: Int) {
        let (type, place, written, list) = Self.bindings[index]
        let codes = list.split(separator: " ").map(String.init)
        for code in codes { #expect(problems(type, written(code)).isEmpty, "\(place) \(code)") }
        let others = [Self.canary, "", codes[0] + " ", codes[0].uppercased() + "X"]
        for other in others {
            let found = problems(type, written(other))
            #expect(found.map(\.place) == ["entry[1] \(type).\(place)"])
            #expect(found[0].message.hasSuffix(": " + codes.joined(separator: ", ")))
            #expect(found[0].remedy.hasPrefix("correct the code"))
            #expect(!"\(found)".contains(Self.canary))
        }
    }

    @Test(arguments: [
        ("male", true), ("female", true), ("other", true), ("unknown", true), ("Male", false),
        ("M", false), ("", false),
    ])
    func `the administrative gender is one of four`(_ code: String, _ isTaken: Bool) {
        let patient = Bundles.patient.replacing(#""male""#, with: #""\#(code)""#)
        let found = Bundles.problems(Bundles.bundle(patient: patient))
        #expect(found.map(\.place) == (isTaken ? [] : ["entry[0] Patient.gender"]))
    }

    @Test(arguments: [
        (#"{"text": "CANARY"}"#, true),
        (#"{"coding": [{"system": "urn:hospital", "code": "CANARY"}]}"#, true),
        (#"{"coding": [{"system": "SYSTEM"}]}"#, false),
        (#"{"coding": [{"system": "SYSTEM", "code": "active"}, {"code": "CANARY"}]}"#, true),
        (
            #"""
            {"coding": [{"system": "SYSTEM", "code": "active"},
                        {"system": "SYSTEM", "code": "CANARY"}]}
            """#,
            false
        ),
    ])
    func `of a concept the codings of HL7's system are checked`(
        _ concept: String,
        _ isTaken: Bool
    ) {
        let written = concept.replacing("SYSTEM", with: Self.clinical)
            .replacing("CANARY", with: Self.canary)
        #expect(problems("Condition", #""clinicalStatus": \#(written)"#).isEmpty == isTaken)
    }
}
