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
    private static let definition = Result {
        var texts: [String: String] = [:]
        let root = Repository.root.appendingPathComponent("Protocols")
        for folder in ["MILENARI-ALL-1", DefinitionFiles.sharedFolder] {
            let url = root.appendingPathComponent(folder)
            for path in FileManager.default.subpaths(atPath: url.path) ?? []
            where path.hasSuffix(".yaml") || path.hasSuffix(".cql") {
                let file = url.appendingPathComponent(path)
                texts["\(folder)/\(path)"] = try String(contentsOf: file, encoding: .utf8)
            }
        }
        return try TrialProtocol.load(
            DefinitionFiles(protocolFolder: "MILENARI-ALL-1", texts: texts)
        )
    }

    private func report(_ fixture: CandidateFixture) throws -> EligibilityReport {
        let definition = try Self.definition.get()
        let site = try #require(definition.site(fixture.site))
        let taken = try CandidateDocument(fhir: fixture.document)
        return try Screener(definition, site: site)
            .report(on: taken.record, asOf: try CalendarDate(fhirDate: fixture.asOf))
    }

    @Test(arguments: try CandidateFixture.all())
    func `each criterion is answered as expected`(_ fixture: CandidateFixture) throws {
        let report = try report(fixture)
        #expect(Set(report.criteria.map(\.id)) == Set(fixture.answers.keys))
        for criterion in report.criteria {
            #expect(
                criterion.answer.rawValue == fixture.answers[criterion.id],
                "\(criterion.id) \(criterion.title): \(criterion.explanation.joined(separator: "; "))"
            )
        }
        #expect(report.verdict.rawValue == fixture.verdict)
        for factor in report.factors {
            #expect(factor.level ?? "unknown" == fixture.factors[factor.factor])
        }
    }

    @Test(arguments: try CandidateFixture.all())
    func `an unknown says what is missing or why`(_ fixture: CandidateFixture) throws {
        for criterion in try report(fixture).criteria where criterion.answer == .unknown {
            #expect(!(criterion.missing + criterion.explanation).isEmpty, "\(criterion.id)")
        }
    }

    @Test(arguments: try CandidateFixture.all())
    func `a stored record gives the same report`(_ fixture: CandidateFixture) throws {
        let definition = try Self.definition.get()
        let site = try #require(definition.site(fixture.site))
        let taken = try CandidateDocument(fhir: fixture.document)
        let stored = try ClinicalRecord(storedBundle: taken.record.fhirBundle())
        let screener = Screener(definition, site: site)
        let day = try CalendarDate(fhirDate: fixture.asOf)
        #expect(
            try screener.report(on: stored, asOf: day)
                == screener.report(on: taken.record, asOf: day)
        )
        #expect(stored.fhirBundle() == taken.record.fhirBundle())
    }
}
