import ClinicalQuality
import ClinicalRecord
import Eligibility
import Foundation
import Intake
import TestSupport
import Testing
import TrialDefinition

/// Every synthetic candidate gets the expected answer to every criterion.
struct FixtureVerdictTests {
    @Test(arguments: try CandidateFixture.all())
    func `each criterion is answered as expected`(_ fixture: CandidateFixture) throws {
        let report = try ScreeningFixtures.report(fixture)
        #expect(Set(report.criteria.map(\.id)) == Set(fixture.answers.keys))
        for criterion in report.criteria {
            #expect(
                criterion.answer.rawValue == fixture.answers[criterion.id],
                "\(criterion.id) \(criterion.title): \(criterion.explanation.map(\.text).joined(separator: "; "))"
            )
        }
        #expect(report.verdict.rawValue == fixture.verdict)
        for factor in report.factors {
            #expect(factor.level ?? "unknown" == fixture.factors[factor.factor])
        }
    }

    @Test(arguments: try CandidateFixture.all())
    func `an unknown says what is missing or why`(_ fixture: CandidateFixture) throws {
        for criterion in try ScreeningFixtures.report(fixture).criteria
        where criterion.answer == .unknown {
            #expect(!(criterion.missing + criterion.explanation).isEmpty, "\(criterion.id)")
        }
    }

    @Test(arguments: try CandidateFixture.all())
    func `a stored record gives the same report`(_ fixture: CandidateFixture) throws {
        let definition = try ScreeningFixtures.definition.get()
        let site = try #require(definition.site(fixture.site))
        let taken = try CandidateDocument(fhir: fixture.document)
        let stored = try ClinicalRecord(storedBundle: taken.record.fhirBundle())
        let day = try CalendarDate(fhirDate: fixture.asOf)
        #expect(
            try Screener(definition, site: site).report(on: stored, asOf: day)
                == ScreeningFixtures.report(fixture)
        )
        #expect(stored.fhirBundle() == taken.record.fhirBundle())
    }
}
