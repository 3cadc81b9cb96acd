import ClinicalQuality
import Eligibility
import Foundation
import Intake
import TestSupport
import Testing

/// The bounds of `Plausibility.cql`: a value on a bound counts, one beside it is unknown, and says so.
struct PlausibilityTests {
    struct Row: Sendable, CustomStringConvertible {
        /// The key of the base candidate's resource, as code and element.
        let code: String
        let criterion: String
        let unit: String
        let low: String
        let belowLow: String
        let high: String
        let aboveHigh: String

        init(
            _ code: String,
            _ criterion: String,
            _ unit: String,
            _ low: (String, String),
            _ high: (String, String)
        ) {
            (self.code, self.criterion, self.unit) = (code, criterion, unit)
            (self.low, belowLow) = low
            (self.high, aboveHigh) = high
        }

        var description: String { "\(code) \(unit)" }
    }

    static let rows: [Row] = [
        Row("2160-0", "I08", "mg/dL", ("0.05", "0.049"), ("20", "20.01")),
        Row("14682-9", "I08", "umol/L", ("4.42", "4.41"), ("1768", "1768.1")),
        Row("1975-2", "I10", "mg/dL", ("0.05", "0.049"), ("80", "80.1")),
        Row("14631-6", "I10", "umol/L", ("0.86", "0.85"), ("1368", "1368.1")),
        Row("1742-6", "I09", "U/L", ("1", "0.9"), ("50000", "50001")),
        Row("29463-7", "I15", "kg", ("1", "0.99"), ("250", "250.1")),
        Row("59408-5", "I12", "%", ("30", "29.9"), ("100", "100.1")),
        Row("10230-1", "I11", "%", ("5", "4.9"), ("100", "100.1")),
        Row("731-0", "I14", "10*9/L", ("0", "-0.1"), ("1000", "1000.1")),
    ]

    /// Candidate 03 of Barcelona with one result in place of hers.
    private func answer(
        _ row: Row,
        _ value: String,
        _ comparator: String = ""
    ) throws
        -> CriterionAnswer
    {
        let fixture = try CandidateFixture.named("01")
        let object = try JSONSerialization.jsonObject(with: Data(fixture.document))
        var bundle = try #require(object as? [String: Any])
        var entries = try #require(bundle["entry"] as? [[String: Any]])
        let group: [String: [String]] = [
            "14682-9": ["2160-0"], "14631-6": ["1975-2"],
        ]
        let codes = group[row.code] ?? [row.code]
        var found = 0
        for index in entries.indices {
            guard var resource = entries[index]["resource"] as? [String: Any],
                let code = resource["code"] as? [String: Any],
                let coding = (code["coding"] as? [[String: Any]])?.first,
                codes.contains(coding["code"] as? String ?? ""),
                var quantity = resource["valueQuantity"] as? [String: Any]
            else { continue }
            quantity["value"] = NSDecimalNumber(string: value)
            quantity["unit"] = row.unit
            quantity["code"] = row.unit
            quantity["system"] = "http://unitsofmeasure.org"
            quantity["comparator"] = comparator.isEmpty ? nil : comparator
            resource["valueQuantity"] = quantity
            resource["code"] = ["coding": [["system": "http://loinc.org", "code": row.code]]]
            entries[index]["resource"] = resource
            found += 1
        }
        #expect(found > 0)
        bundle["entry"] = entries
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: bundle))
        let report = try ScreeningFixtures.screener(fixture).report(
            on: try CandidateDocument(fhir: bytes).record,
            asOf: try CalendarDate(fhirDate: fixture.asOf)
        )
        return try #require(report.criteria.first { $0.id == row.criterion })
    }

    private func isDoubted(_ answer: CriterionAnswer) -> Bool {
        answer.answer == .unknown && answer.reasons.contains { $0.code == "implausible" }
    }

    @Test(arguments: rows)
    func `a value on a bound is taken as it is, one beside it is unknown`(_ row: Row) throws {
        for value in [row.low, row.high] {
            #expect(try !isDoubted(answer(row, value)), "\(value)")
        }
        for value in [row.belowLow, row.aboveHigh] {
            #expect(try isDoubted(answer(row, value)), "\(value)")
        }
    }

    @Test(arguments: rows)
    func `below a comparator anything may be`(_ row: Row) throws {
        guard !row.belowLow.hasPrefix("-") else { return }
        #expect(try !isDoubted(answer(row, row.belowLow, "<")))
        #expect(try isDoubted(answer(row, row.aboveHigh, ">")))
    }

    @Test(arguments: [
        ("2160-0", "mg/dL", "90", "umol/L"), ("14682-9", "umol/L", "0.4", "mg/dL"),
        ("1975-2", "mg/dL", "600", "umol/L"), ("14631-6", "umol/L", "0.6", "mg/dL"),
    ])
    func `where another unit would fit, it is named`(
        _ code: String,
        _ unit: String,
        _ value: String,
        _ other: String
    ) throws {
        let row = try #require(Self.rows.first { $0.code == code })
        let reasons = try answer(row, value).reasons.map(\.text.text)
        #expect(reasons.contains { $0.contains("usual in \(other)") }, "\(reasons)")
    }
}
