import Eligibility
import Foundation
import TestSupport
import Testing
import TrialDefinition
import TrialOffice

/// Promise 1: no silent answer.
///
/// Take any one observation away, and no answer that rested on it turns into a better one.
struct SilentAnswerTests {
    private static let eligible = Result { try CandidateFixture.named("01") }

    private func answer(_ bundle: [String: Any]) throws -> Screening {
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: bundle))
        return try TrialOffice.answer(
            GivenDocument(name: "d", bytes: bytes),
            definition: try Self.definition.get(),
            siteCode: nil,
            asOf: try SampleTrial.day
        )
    }

    private static let definition = Result {
        try TrialOffice.load(try DefinitionFolder.read(Repository.trialProtocol)).first
    }

    @Test func `an empty record decides nothing in the candidate's favor`() throws {
        let fixture = try Self.eligible.get()
        let object = try JSONSerialization.jsonObject(with: Data(fixture.document))
        var bundle = try #require(object as? [String: Any])
        let entries = try #require(bundle["entry"] as? [[String: Any]])
        bundle["entry"] = entries.filter { entry in
            (entry["resource"] as? [String: Any])?["resourceType"] as? String == "Patient"
        }
        let screening = try answer(bundle)
        let favorable = screening.report.criteria.filter { $0.effect == .allows }.map(\.id)
        // These follow from birth date and sex alone: old enough to be screened, too young to be
        // asked for assent, a boy.
        #expect(favorable == ["I01", "I18", "E11"])
        #expect(!screening.isEligible)
    }

    @Test func `taking any one resource away never makes a candidate look better`() throws {
        let fixture = try Self.eligible.get()
        let object = try JSONSerialization.jsonObject(with: Data(fixture.document))
        let bundle = try #require(object as? [String: Any])
        let entries = try #require(bundle["entry"] as? [[String: Any]])
        let whole = try answer(bundle)
        #expect(whole.isEligible)
        var decisive = 0
        for index in entries.indices {
            let resource = entries[index]["resource"] as? [String: Any]
            guard resource?["resourceType"] as? String != "Patient" else { continue }
            var smaller = bundle
            smaller["entry"] = entries.enumerated().filter { $0.offset != index }.map(\.element)
            guard let screening = try? answer(smaller) else { continue }
            if !screening.isEligible { decisive += 1 }
            for criterion in screening.report.criteria where criterion.effect == .open {
                let told = criterion.missing + criterion.explanation
                #expect(!told.isEmpty, "\(criterion.id) is open and says nothing")
            }
        }
        #expect(decisive >= 15, "most results are needed; only \(decisive) were")
    }
}
