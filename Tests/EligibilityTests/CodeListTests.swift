import Eligibility
import TestSupport
import Testing

/// The code lists find each drug and vaccine that a criterion means, also under a former code.
struct CodeListTests {
    /// Taken since the beginning of the month, without an end: whether it is over in time is open.
    private static let taken: [String: [String]] = [
        "E15": ["H02AB01", "H02AB02", "H02AB08", "H02AB09", "H02AB10", "H02AB13"],
        "E16": ["L01DB03", "L01CB01"],
        "E18": ["L01EA06", "L01XE01", "L01XE06", "L01XE08", "L01XE14", "L01XE24", "L01XX05"],
        "E19": ["L04AX03", "L01BC01"],
        "E20": ["L01DB03", "L01DB04", "L01DB08", "L01XY01"],
        "E25": [
            "L01EJ01", "L01XE18", "L04AH02", "L04AA18", "L01EG02", "L01XE10", "L01EL01", "L01XE27",
        ],
    ]

    /// Once is enough.
    private static let ever: [String: [String]] = [
        "E05": ["L01FX07", "L01XX70", "L01XX71", "L04AG10", "L04AA47"],
        "E06": ["L01XL04", "L01XL05", "L01XL07", "L01XX71", "B06AX02", "M09AX09", "S01XA27"],
    ]

    private static func rows(_ table: [String: [String]]) -> [(String, String)] {
        table.sorted { $0.key < $1.key }.flatMap { row in row.value.map { (row.key, $0) } }
    }

    private func statement(_ atc: String, _ status: String, _ period: String) -> String {
        """
        {"resourceType": "MedicationStatement", "status": "\(status)", "effectivePeriod": {\(period)},
         "medicationCodeableConcept": {"coding": [{"system": "http://www.whocc.no/atc", "code": "\(atc)"}]}}
        """
    }

    @Test(arguments: rows(taken))
    func `a drug that is taken keeps its washout open`(_ criterion: String, _ code: String) throws {
        let drug = statement(code, "active", #""start": "2026-11-01""#)
        let answer = try ChangedCandidate.report("01", adding: [drug]).answer(criterion)
        #expect(answer.answer == .unknown)
        #expect(answer.reasons.map(\.code).contains("ongoing"), "\(answer.reasons)")
    }

    @Test(arguments: rows(ever))
    func `a therapy that may never have been given excludes`(
        _ criterion: String,
        _ code: String
    ) throws {
        let drug = statement(code, "completed", #""start": "2024-02-01", "end": "2024-02-02""#)
        let report = try ChangedCandidate.report("01", adding: [drug])
        #expect(try report.answer(criterion).answer == .met)
    }

    @Test func `a code of a whole group of drugs tells no drug`() throws {
        let group = statement("L01F", "completed", #""start": "2024-02-01", "end": "2024-02-02""#)
        let answer = try ChangedCandidate.report("01", adding: [group]).answer("E05")
        #expect(answer.answer == .unknown)
        #expect(answer.reasons.map(\.code) == ["unreadable"], "\(answer.reasons)")
    }

    private func vaccination(_ system: String, _ code: String) -> String {
        """
        {"resourceType": "Immunization", "status": "completed", "occurrenceDateTime": "2026-11-19",
         "vaccineCode": {"coding": [{"system": "\(system)", "code": "\(code)"}]}}
        """
    }

    @Test(arguments: [
        "02", "03", "04", "05", "06", "07", "19", "21", "25", "37", "38", "56", "74", "75", "94",
        "105",
        "111", "116", "119", "121", "122", "125", "143", "149", "151", "174", "178", "179", "182",
        "183", "184", "204", "206", "3",
    ])
    func `a live vaccine in CVX excludes within 6 weeks before infusion`(_ code: String) throws {
        let vaccine = vaccination("http://hl7.org/fhir/sid/cvx", code)
        let report = try ChangedCandidate.report("01", adding: [vaccine])
        #expect(try report.answer("E29").answer == .met)
    }

    @Test(arguments: [
        "J07AE02", "J07AN01", "J07AP01", "J07BB03", "J07BD01", "J07BD51", "J07BD52", "J07BD53",
        "J07BD54", "J07BE01", "J07BF01", "J07BF02", "J07BF04", "J07BH01", "J07BH02", "J07BJ01",
        "J07BJ51", "J07BK01", "J07BK02", "J07BL01", "J07BX01", "J07BX04",
    ])
    func `a live vaccine in ATC excludes as well`(_ code: String) throws {
        let vaccine = vaccination("http://www.whocc.no/atc", code)
        let report = try ChangedCandidate.report("01", adding: [vaccine])
        #expect(try report.answer("E29").answer == .met)
    }

    @Test(arguments: [
        ("http://hl7.org/fhir/sid/cvx", "10", Answer.notMet),
        ("http://www.whocc.no/atc", "J07BF03", .notMet),
        ("http://hl7.org/fhir/sid/cvx", "88", .unknown),
        ("http://hl7.org/fhir/sid/cvx", "89", .unknown),
        ("http://hl7.org/fhir/sid/cvx", "999", .unknown),
        ("http://www.whocc.no/atc", "J07BF", .unknown),
        ("http://snomed.info/sct", "61153008", .unknown),
    ])
    func `another vaccine does not exclude, and one of an unstated kind is open`(
        _ system: String,
        _ code: String,
        _ answer: Answer
    ) throws {
        let report = try ChangedCandidate.report("01", adding: [vaccination(system, code)])
        #expect(try report.answer("E29").answer == answer)
    }
}
