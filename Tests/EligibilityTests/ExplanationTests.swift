import ClinicalQuality
import Eligibility
import Foundation
import Intake
import TestSupport
import Testing
import TrialDefinition

/// What decided an answer is told with value, unit, day and limit.
struct ExplanationTests {
    @Test(arguments: [
        ("34", "I01", "Age at screening 25 ≥ 3: yes"),
        (
            "34", "I08",
            "Creatinine 2.40 mg/dL on 2026-11-18 (reported as 212 umol/L) ≤ 1.7 mg/dL "
                + "(Creatinine limit: Age at screening 25, gender male): no"
        ),
        (
            "34", "I09",
            "Alanine aminotransferase 201 U/L on 2026-11-18 ≤ 200.0 U/L "
                + "(upper limit of normal 40 U/L × 5): no"
        ),
        ("34", "I13", "Dyspnea grade 2 on 2026-11-19 ≤ 1: no"),
        (
            "34", "I14",
            "Absolute lymphocyte count 0.3 10^9/L on 2026-11-18 (300 /uL) > 300 /uL: no"
        ),
        ("34", "I02", "age 23 at onset 2024-03 ≤ 21: no"),
        ("34", "I07", "Karnofsky performance status 40 on 2026-11-19 ≥ 50: no"),
        ("34", "I16", "Life expectancy over 12 weeks stated on 2026-11-19: no"),
        ("34", "I17", "Consent (Oneself) on 2026-11-17, rejected"),
        ("58", "I16", "Day of death 2026-11-20"),
        ("01", "I16", "no Day of death on record"),
        ("54", "I17", "Consent (Mother) on 2026-11-17 has status “active”: no"),
        ("15", "I06", "Marrow lymphoblasts 1 % on 2026-11-15 ≥ 5 %: no"),
        ("15", "I06", "Minimal residual disease < 0.01 % on 2026-11-15, at least 0.01 %: no"),
        ("07", "E05", "blinatumomab on 2024-10-02 has status “completed”: yes"),
        ("32", "E01", "CNS status on 2026-11-15 is “CNS-3”: yes"),
        (
            "32", "E12",
            "Bone marrow failure syndrome (Fanconi anemia) on 2012 has verification status "
                + "“Confirmed”: yes"
        ),
        (
            "23", "E19",
            "vincristine 2026-11-20 not before 2026-11-20 (Infusion day 2026-11-27 − 1 week): yes"
        ),
        ("01", "E06", "no Gene therapy on record"),
        ("01", "E06", "Medical history reviewed stated on 2026-11-19: yes"),
        (
            "09", "I08",
            "filtration rate 36.53 mL/min/1.73 m2 (Body height 115 cm on 2026-11-19, "
                + "Creatinine 1.3 mg/dL on 2026-11-18) > 60 mL/min/1.73 m2: no"
        ),
        ("10", "I10", "Total bilirubin < 3 mg/dL on 2026-11-18, below 2.0 mg/dL: unknown"),
    ])
    func `what decided is told in one style`(
        _ candidate: String,
        _ criterion: String,
        _ line: String
    ) throws {
        let answer = try ScreeningFixtures.answer(candidate, criterion)
        #expect(answer.explanation.map(\.text).contains(line), "\(answer.explanation)")
    }

    @Test(arguments: try CandidateFixture.all())
    func `no line holds an internal name or says nothing`(_ fixture: CandidateFixture) throws {
        let silent = ["true", "false", "not", "all of", "at least one of", "yes", "no"]
        for criterion in try ScreeningFixtures.report(fixture).criteria {
            let reasons = criterion.reasons.flatMap { [$0.text, $0.subject].compactMap(\.self) }
            for line in (criterion.explanation + reasons + criterion.missing).map(\.text) {
                for name in ["Terminology.", "AllTrue", "AnyTrue", "entry-", "Tuple", "FHIR."] {
                    #expect(!line.contains(name), "\(criterion.id): \(line)")
                }
                #expect(!silent.contains(line), "\(criterion.id): \(line)")
            }
        }
    }

    @Test func `what an explanation is about comes first in the evidence`() throws {
        let answer = try ScreeningFixtures.answer("09", "I08")
        #expect(
            answer.evidence.prefix(3).map(\.what) == ["Creatinine", "Creatinine", "Body height"]
        )
        #expect(answer.evidence.map(\.decides) == [true, true, true, false, false])
    }

    // MARK: Reasons that no fixture has

    private static let changes: [(String, String, String, [String: String])] = [
        ("I01", "birth-date", "Patient", ["birthDate": #""2023""#]),
        ("E11", "sex", "Patient", ["gender": #""other""#]),
        ("I09", "range", "1742-6", ["referenceRange": "null"]),
        ("I08", "partial-date", "2160-0", ["effectiveDateTime": #""2026-11""#]),
        ("I15", "kind", "29463-7", ["valueQuantity": "null", "valueString": #""heavy""#]),
        ("E10", "kind", "uncontrolled-infection", ["valueBoolean": "null", "valueInteger": "1"]),
    ]

    @Test(arguments: changes.indices)
    func `a change of one resource gives its reason`(_ index: Int) throws {
        let (criterion, code, wanted, elements) = Self.changes[index]
        let answer = try ChangedCandidate.report("01", changing: wanted, setting: elements)
            .answer(criterion)
        #expect(answer.answer == .unknown)
        #expect(answer.reasons.map(\.code).contains(code), "\(answer.reasons)")
        #expect(!answer.missing.isEmpty)
    }
}
