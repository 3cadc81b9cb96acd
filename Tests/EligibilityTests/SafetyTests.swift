import ClinicalQuality
import Eligibility
import TestSupport
import Testing
import TrialDefinition

/// What must not pass for evidence, beyond the traps of the fixtures; and what must still pass.
struct SafetyTests {
    private static let limit = #""high": {"value": 40, "unit": "U/L"}"#
    private static let meaning = "http://terminology.hl7.org/CodeSystem/referencerange-meaning"

    private static func type(_ code: String) -> String {
        #""type": {"coding": [{"system": "\#(meaning)", "code": "\#(code)"}]}"#
    }

    @Test(arguments: [
        ("normal for everybody", "[{\(limit)}]", Answer.met),
        ("marked as normal", "[{\(limit), \(type("normal"))}]", .met),
        ("beside one for a treatment", "[{\(limit)}, {\(limit), \(type("treatment"))}]", .met),
        ("for a treatment", "[{\(limit), \(type("treatment"))}]", .unknown),
        ("for a sex", "[{\(limit), \"appliesTo\": [{\"text\": \"male\"}]}]", .unknown),
        (
            "for an age", "[{\(limit), \"age\": {\"low\": {\"value\": 1, \"unit\": \"a\"}}}]",
            .unknown
        ),
        ("only printed", "[{\"text\": \"0 - 40\"}]", .unknown),
        ("two for everybody", "[{\(limit)}, {\(limit)}]", .unknown),
    ])
    func `only one range that is normal for everybody gives the upper limit of normal`(
        _ name: String,
        _ ranges: String,
        _ answer: Answer
    ) throws {
        let report = try ChangedCandidate.report(
            "01",
            changing: "1742-6",
            setting: ["referenceRange": ranges]
        )
        #expect(try report.answer("I09").answer == answer)
    }

    @Test func `an enzyme in IU per liter is compared with a range in U per liter`() throws {
        let report = try ChangedCandidate.report(
            "01",
            changing: "1742-6",
            setting: [
                "valueQuantity": #"{"value": 201, "unit": "IU/L"}"#,
                "referenceRange": "[{\(Self.limit)}]",
            ]
        )
        #expect(try report.answer("I09").answer == .notMet)
    }

    @Test(arguments: [
        ("50", Answer.met), ("40", .notMet), ("8", .unknown), ("55", .unknown), ("0", .notMet),
        ("100", .met),
    ])
    func `a performance score lies on its scale`(_ score: String, _ answer: Answer) throws {
        let report = try ChangedCandidate.report(
            "01",
            changing: "89244-8",
            setting: ["valueInteger": score]
        )
        #expect(try report.answer("I07").answer == answer)
    }

    @Test(arguments: [
        (#"{"value": 70, "unit": "kg"}"#, Answer.unknown), (#"{"value": 70}"#, .met),
        (#"{"value": 0.7, "unit": "1"}"#, .unknown),
    ])
    func `a performance score has no unit`(_ quantity: String, _ answer: Answer) throws {
        let report = try ChangedCandidate.report(
            "01",
            changing: "89244-8",
            setting: ["valueInteger": "null", "valueQuantity": quantity]
        )
        #expect(try report.answer("I07").answer == answer)
    }

    private static func component(_ code: String, _ quantity: String) -> String {
        """
        {"code": {"coding": [{"system": "http://loinc.org", "code": "\(code)"}]},
         "valueQuantity": \(quantity)}
        """
    }

    private static let air = component("3150-6", #"{"value": 21, "unit": "%"}"#)

    @Test(arguments: [
        ("21 %", [air], Answer.met),
        ("20.9 %", [component("3150-6", #"{"value": 20.9, "unit": "%"}"#)], .met),
        ("0.21", [component("3150-6", #"{"value": 0.21, "unit": "1"}"#)], .met),
        ("21 without a unit", [component("3150-6", #"{"value": 21}"#)], .unknown),
        ("a flow of none", [air, component("3151-8", #"{"value": 0, "unit": "L/min"}"#)], .met),
        ("a flow", [air, component("3151-8", #"{"value": 0.5, "unit": "L/min"}"#)], .unknown),
        ("28 % as well", [air, component("3150-6", #"{"value": 28, "unit": "%"}"#)], .unknown),
    ])
    func `a saturation counts on room air without a flow of oxygen`(
        _ name: String,
        _ components: [String],
        _ answer: Answer
    ) throws {
        let report = try ChangedCandidate.report(
            "01",
            changing: "59408-5",
            setting: ["component": "[\(components.joined(separator: ", "))]"]
        )
        #expect(try report.answer("I12").answer == answer)
    }

    @Test(arguments: [
        ("2023-02-27", Answer.notMet), ("2023-02-28", .met), ("2023-03-01", .met),
        ("2024-02-28", .met),
    ])
    func `who is born on 29 February has a birthday on the 28th where there is no 29th`(
        _ day: String,
        _ answer: Answer
    ) throws {
        let report = try ChangedCandidate.report(
            "01",
            changing: "Patient",
            setting: ["birthDate": #""2020-02-29""#],
            asOf: day
        )
        #expect(try report.answer("I01").answer == answer)
    }

    @Test func `nothing that is open is to be waited for, or beyond help`() throws {
        for fixture in try CandidateFixture.all() {
            for answer in try ScreeningFixtures.report(fixture).criteria
            where answer.effect == .open {
                #expect(answer.remedy != .wait && answer.remedy != .none, "\(answer.id)")
            }
        }
    }

    @Test func `what no criterion reads is listed with its code and its places`() throws {
        func unread(_ prefix: String) throws -> [UnreadRecord] {
            try ScreeningFixtures.report(CandidateFixture.named(prefix)).unread
        }
        let plain: Set = ["Observation LOINC 777-3", "Observation LOINC 718-7"]
        #expect(Set(try unread("01").map { "\($0.kind) \($0.code)" }) == plain)
        let unreadable = try unread("46").map { "\($0.kind) \($0.code)" }
        #expect(
            Set(unreadable)
                == plain.union([
                    "Condition ICD-10 D61.0", "Procedure another code system",
                    "Immunization SNOMED CT 61153008",
                ])
        )
        #expect(try unread("44").contains { $0.code == "text only" && $0.sources == ["entry-47"] })
    }

    @Test(arguments: [
        ("MedicationRequest", "E05", "cancelled", Answer.notMet),
        ("MedicationRequest", "E05", "draft", .notMet),
        ("MedicationRequest", "E05", "entered-in-error", .notMet),
        ("MedicationRequest", "E05", "stopped", .unknown),
        ("MedicationRequest", "E05", "active", .unknown),
    ])
    func `an order leaves open whether the drug was given, until it is withdrawn`(
        _ type: String,
        _ criterion: String,
        _ status: String,
        _ answer: Answer
    ) throws {
        let order = """
            {"resourceType": "\(type)", "status": "\(status)", "intent": "order",
             "authoredOn": "2025-03-01", "medicationCodeableConcept":
             {"coding": [{"system": "http://www.whocc.no/atc", "code": "L01FX07"}]}}
            """
        let report = try ChangedCandidate.report("01", adding: [order])
        #expect(try report.answer(criterion).answer == answer)
    }

    @Test(arguments: [
        ("signed before birth", ["dateTime": #""2010-01-01""#]),
        ("signed tomorrow", ["dateTime": #""2026-11-22""#]),
        ("signed on a day that is not known", ["dateTime": #""2026-11""#]),
        ("a draft", ["status": #""proposed""#]),
        ("not to research", ["scope": #"{"coding": [{"code": "treatment"}]}"#]),
        ("from next year on", ["provision": #"{"period": {"start": "2027-01-01"}}"#]),
    ])
    func `a consent that is not in force today leaves consent open`(
        _ name: String,
        _ elements: [String: String]
    ) throws {
        let report = try ChangedCandidate.report("01", changing: "Consent", setting: elements)
        let answer = try report.answer("I17")
        #expect(answer.answer == .unknown)
        #expect(answer.reasons.contains { $0.code == "no-consent" }, "\(answer.reasons)")
    }

    @Test(arguments: [
        ("marrow-lymphoblasts", "I06"), ("cd19-on-lymphoblasts", "I05"), ("59408-5", "I12"),
        ("10230-1", "I11"),
    ])
    func `a share without a unit is no answer, also when it could be a fraction`(
        _ code: String,
        _ criterion: String
    ) throws {
        let answer = try ChangedCandidate.report(
            "15",
            changing: code,
            setting: ["valueQuantity": #"{"value": 0.95}"#]
        ).answer(criterion)
        #expect(answer.answer == .unknown)
        #expect(answer.reasons.map(\.code).contains("unit"), "\(answer.reasons)")
    }

    @Test func `a relapse after a transplant that nobody recorded is a contradiction`() throws {
        let stated = """
            {"resourceType": "Observation", "status": "final", "effectiveDateTime": "2026-11-16",
             "valueBoolean": true, "code":
             {"coding": [{"system": "urn:milenari:screening", "code": "relapse-after-transplant"}]}}
            """
        let answer = try ChangedCandidate.report(
            "01",
            changing: "marrow-relapses",
            setting: ["valueInteger": "1"],
            adding: [stated]
        ).answer("I04")
        #expect(answer.answer == .unknown)
        #expect(answer.reasons.map(\.code) == ["conflict"], "\(answer.reasons)")
    }
}

/// Procedures of which the record does not say that they are over.
extension SafetyTests {
    @Test(arguments: [
        ("completed", "2026-08-01", "2026-08-20", Answer.notMet),
        ("completed", "2026-08-01", "2026-11-10", .met),
        ("stopped", "2026-08-01", "2026-11-10", .met),
        ("in-progress", "2026-08-01", "2026-08-20", .unknown),
        ("on-hold", "2026-08-01", "2026-08-20", .unknown),
        ("preparation", "2026-08-01", "2026-08-20", .notMet),
        ("preparation", "2026-11-01", "2026-11-10", .unknown),
        ("preparation", "2026-12-01", "2026-12-05", .unknown),
        ("preparation", "2027-01-10", "2027-01-15", .notMet),
        ("not-done", "2026-11-01", "2026-11-10", .notMet),
        ("unknown", "2026-11-01", "2026-11-10", .unknown),
    ])
    func `radiotherapy counts when it reaches into the 8 weeks before infusion`(
        _ status: String,
        _ start: String,
        _ end: String,
        _ answer: Answer
    ) throws {
        let radiotherapy = """
            {"resourceType": "Procedure", "status": "\(status)",
             "performedPeriod": {"start": "\(start)", "end": "\(end)"},
             "code": {"coding": [{"system": "urn:milenari:procedure", "code": "cns-radiotherapy"}]}}
            """
        let report = try ChangedCandidate.report("01", adding: [radiotherapy])
        #expect(try report.answer("E23").answer == answer)
    }
}
