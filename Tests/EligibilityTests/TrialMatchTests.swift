import Eligibility
import TestSupport
import Testing

/// What is only to be asked neither fails nor stays open, and the best match comes first.
struct TrialMatchTests {
    /// The report on candidate 01, changed; as it is, the candidate is eligible.
    private func match(
        _ code: String? = nil,
        _ elements: [String: String] = [:]
    ) throws
        -> TrialMatch
    {
        TrialMatch(try ChangedCandidate.report("01", changing: code, setting: elements), title: "")
    }

    @Test func `eligible comes first, then the fewest open, then the fewest that fail`() throws {
        let open = try match("2160-0", ["status": #""preliminary""#])
        let moreOpen = try match("277571004", ["verificationStatus": "null"])
        let failed = try match("1742-6", ["valueQuantity": Self.units(900)])
        let moreFailed = try match(
            "Patient",
            ["birthDate": #""2024-01-01""#, "deceasedBoolean": "true"]
        )
        let expected = [try match(), open, moreOpen, failed, moreFailed]
        #expect(expected.map(\.open.count) == [0, 1, 2, 0, moreFailed.open.count])
        #expect(expected.map(\.verdict.rawValue).map(\.first) == ["e", "u", "u", "i", "i"])
        #expect(failed.failed.count < moreFailed.failed.count)
        #expect(TrialMatch.ranked(expected.reversed()) == expected)
    }

    private static func units(_ value: Int) -> String {
        #"{"value": \#(value), "unit": "U/L", "system": "http://unitsofmeasure.org", "code": "U/L"}"#
    }
}
