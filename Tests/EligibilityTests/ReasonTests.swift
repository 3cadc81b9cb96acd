import ClinicalQuality
import Eligibility
import TestSupport
import Testing

/// Every unknown says why, and what would decide it.
struct ReasonTests {
    struct Row: Sendable, CustomStringConvertible {
        let candidate: String
        let criterion: String
        let code: String
        let sentence: String
        let missing: String

        init(
            _ candidate: String,
            _ criterion: String,
            _ code: String,
            _ sentence: String,
            _ missing: String
        ) {
            self.candidate = candidate
            self.criterion = criterion
            self.code = code
            self.sentence = sentence
            self.missing = missing
        }

        var description: String { "\(candidate) \(criterion) \(code)" }
    }

    static let rows: [Row] = [
        Row(
            "75",
            "I08",
            "implausible",
            "Creatinine: the value is implausible in mg/dL and would be usual in umol/L: the unit "
                + "is probably wrong (2026-11-20)",
            "Creatinine: the right number and unit, from the source of the result"
        ),
        Row(
            "75",
            "I15",
            "implausible",
            "Body weight: the value is implausible (possible are 1 to 250 kg): the number or its "
                + "unit may be wrong (2026-11-19)",
            "Body weight: the right number and unit, from the source of the result"
        ),
        Row(
            "76",
            "I10",
            "implausible",
            "Total bilirubin: the value is implausible in umol/L and would be usual in mg/dL: the "
                + "unit is probably wrong (2026-11-18)",
            "Total bilirubin: the right number and unit, from the source of the result"
        ),
        Row(
            "77",
            "I09",
            "before-birth",
            "Alanine aminotransferase: dated 2006-11-20, before the candidate was born, so that its "
                + "day is not known",
            "Alanine aminotransferase: the right day of that result, or of the birth"
        ),
        Row(
            "16",
            "I09",
            "none",
            "Alanine aminotransferase: no result since 2026-11-07",
            "Alanine aminotransferase: a result within the window"
        ),
        Row(
            "03",
            "I05",
            "stale",
            "CD19 expression: the latest result is of 2026-08-20, older than 2026-08-21",
            "CD19 expression: a result within the window"
        ),
        Row(
            "09",
            "I08",
            "conflict",
            "Creatinine: results of the same day disagree (2026-11-18)",
            "Creatinine: a repetition, or the correction of what is wrong"
        ),
        Row(
            "10",
            "I10",
            "comparator",
            "Total bilirubin: the result is reported as \"<\", which does "
                + "not decide about 2.0 mg/dL (2026-11-18)",
            "Total bilirubin: an exact result"
        ),
        Row(
            "25",
            "I11",
            "no-value",
            "Left ventricular ejection fraction: the result of 2026-11-09 has no value",
            "Left ventricular ejection fraction: a result with a value"
        ),
        Row(
            "27",
            "I12",
            "room-air",
            "Oxygen saturation: not on record as measured on room air (21 "
                + "% oxygen, no flow) (2026-11-20)",
            "Oxygen saturation: a measurement on room air, with the oxygen fraction"
        ),
        Row(
            "27",
            "I14",
            "future",
            "Absolute lymphocyte count: dated 2026-11-23, after the screening day",
            "Absolute lymphocyte count: the right date, or a screening on "
                + "that day or later"
        ),
        Row(
            "28",
            "E07",
            "kind",
            "Hepatitis B core antibody: the value is not a code; free "
                + "text is not interpreted (2026-11-11)",
            "Hepatitis B core antibody: a result that says one of what "
                + "the criterion asks for"
        ),
        Row(
            "28",
            "E15",
            "open-order",
            "prednisone: ordered, and it is not on record whether it was "
                + "given (2026-11-12)",
            "prednisone: whether it was given, and when"
        ),
        Row(
            "06",
            "I02",
            "partial-date",
            "B-cell acute lymphoblastic leukemia: the days of birth and "
                + "diagnosis do not tell the age exactly (2026)",
            "B-cell acute lymphoblastic leukemia: the full date"
        ),
        Row(
            "35",
            "I02",
            "no-diagnosis-day",
            "B-cell acute lymphoblastic leukemia: no confirmed diagnosis "
                + "with a possible day is on record",
            "B-cell acute lymphoblastic leukemia: one confirmed diagnosis with its day"
        ),
        Row(
            "36",
            "I03",
            "unconfirmed",
            "B-cell acute lymphoblastic leukemia: not confirmed (2024-06-01)",
            "B-cell acute lymphoblastic leukemia: confirmation, or refutation"
        ),
        Row(
            "36",
            "I05",
            "not-final",
            "CD19 expression: the result of 2026-11-15 is not final (preliminary)",
            "CD19 expression: the final result"
        ),
        Row(
            "36",
            "E06",
            "not-reviewed",
            "Medical history reviewed: not reviewed within 14 days before "
                + "screening, so that silence is no answer",
            "Medical history reviewed; Medication history reviewed: a statement that it was "
                + "done, within 14 days before screening"
        ),
        Row(
            "36",
            "E16",
            "status",
            "daunorubicin: the status “unknown” leaves open whether it "
                + "took place (2026-10-08)",
            "daunorubicin: whether it took place"
        ),
        Row(
            "20",
            "E23",
            "unplanned",
            "Trial infusion: none is planned or done that has a day",
            "Trial infusion: one day, planned or done"
        ),
        Row(
            "12",
            "I17",
            "no-consent",
            "Consent (Father): no signed decision that is in force is on record",
            "Consent (Father); Consent (Guardian): a signed decision"
        ),
        Row(
            "12",
            "I17",
            "signature",
            "Consent (Mother, Father, Guardian): signatures needed: 2 of "
                + "mother and father, or the guardian",
            "Consent (Mother, Father, Guardian): the signatures that are needed"
        ),
        Row(
            "44",
            "E05",
            "unreadable",
            "MedicationStatement: not coded in ATC, so that it may be anything (entry 47) "
                + "(2026-11-01)",
            "MedicationStatement: a code of that system, from which it shows what it is"
        ),
        Row(
            "52",
            "I17",
            "unmarked",
            "Consent (Mother): a decision is on record that does not say to which study it belongs",
            "Consent (Mother); Consent (Father): the mark of the trial to which the decision "
                + "belongs"
        ),
        Row(
            "61",
            "I08",
            "not-final",
            "Creatinine: the result of 2026-11-21 is not final (preliminary)",
            "Creatinine: the final result"
        ),
        Row(
            "61",
            "I07",
            "score",
            "Lansky play-performance status: not a score of the scale (0, 10, 20 … 100) "
                + "(2026-11-19)",
            "Lansky play-performance status: a score of the scale"
        ),
        Row(
            "65",
            "E04",
            "donor",
            "Procedure (Hematopoietic stem cell transplant): a transplant is on record without "
                + "whether it was allogeneic (2026-08-10)",
            "Procedure (Hematopoietic stem cell transplant): whether it was allogeneic or "
                + "autologous"
        ),
        Row(
            "71",
            "E23",
            "planned",
            "CNS radiotherapy: planned for 2026-11-24, too near to the event",
            "CNS radiotherapy: another plan, or screening again once it is settled"
        ),
        Row(
            "41",
            "E20",
            "dose",
            "Cytarabine: the dose per body surface is not on record (2026-11-17)",
            "Cytarabine: the dose per body surface"
        ),
    ]

    @Test(arguments: rows)
    func `each kind of reason is told with what it is about`(_ row: Row) throws {
        let answer = try ScreeningFixtures.answer(row.candidate, row.criterion)
        #expect(answer.answer == .unknown)
        let told = answer.reasons.map { reason in
            "\(reason.code)|" + (reason.subject.map { "\($0): " } ?? "") + reason.text.text
        }
        #expect(told.contains("\(row.code)|\(row.sentence)"), "\(told)")
        #expect(answer.missing.map(\.text).contains(row.missing), "\(answer.missing)")
    }

    /// What the fixtures call the reason, and the codes that may stand for it.
    private static let words: [String: Set<String>] = [
        "missing": ["none", "no-diagnosis-day"],
        "stale": ["stale", "not-reviewed"],
        "conflicting": ["conflict"],
        "comparator": ["comparator"],
        "future date": ["future"],
        "incomplete date": ["partial-date"],
        "implausible": ["implausible"],
        "before birth": ["before-birth"],
        "not on room air": ["room-air"],
        "nothing counts": [
            "not-final", "not-reviewed", "unconfirmed", "status", "no-consent", "unplanned",
            "no-diagnosis-day",
        ],
        "open order": ["open-order"],
        "signature": ["signature"],
        "unplanned": ["unplanned"],
        "unreadable": ["kind", "unreadable"],
        "unit": ["unit"],
        "no consent": ["no-consent"],
        "unmarked": ["unmarked"],
        "not final": ["not-final"],
        "score": ["score"],
        "range": ["range"],
        "donor": ["donor"],
        "no diagnosis": ["no-diagnosis"],
        "planned": ["planned"],
        "ongoing": ["ongoing"],
        "status": ["status"],
        "wrong scale": ["none"],
        "dose": ["dose"],
    ]

    @Test(arguments: try CandidateFixture.all())
    func `every unknown gives the reason that is expected`(_ fixture: CandidateFixture) throws {
        let because = try ScreeningFixtures.because(fixture)
        for criterion in try ScreeningFixtures.report(fixture).criteria {
            guard criterion.answer == .unknown else {
                #expect(criterion.reasons.isEmpty, "\(criterion.id)")
                #expect(criterion.missing.isEmpty, "\(criterion.id)")
                #expect(!criterion.explanation.isEmpty, "\(criterion.id)")
                continue
            }
            let word = because[criterion.id] ?? ""
            let expected = try #require(Self.words[word], "\(word)")
            let codes = Set(criterion.reasons.map(\.code))
            #expect(!codes.isDisjoint(with: expected), "\(criterion.id): \(codes)")
            #expect(!criterion.missing.isEmpty, "\(criterion.id)")
            #expect(criterion.missing.allSatisfy { !$0.text.isEmpty })
        }
    }

    @Test func `without a site the country's rule is what is missing`() throws {
        let report = try ScreeningFixtures.report(try CandidateFixture.named("01"), atSite: false)
        for id in ["I17", "I18"] {
            let answer = try #require(report.criteria.first { $0.id == id })
            #expect(answer.reasons.contains { $0.code == "no-rule" }, "\(answer.reasons)")
            #expect(answer.missing == ["Consent: the site at which the candidate is screened"])
        }
    }

    @Test func `at least twelve kinds of reasons are in the table`() {
        #expect(Set(Self.rows.map(\.code)).count >= 12)
    }
}
