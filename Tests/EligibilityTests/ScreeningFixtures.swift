import ClinicalQuality
import Eligibility
import Foundation
import Intake
import TestSupport
import TrialDefinition

/// The reports on the synthetic candidates, and why an answer is expected to be unknown.
enum ScreeningFixtures {
    static let definition = Result {
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
        return try ProtocolVersions.load(
            DefinitionFiles(protocolFolder: "MILENARI-ALL-1", texts: texts)
        ).first
    }

    /// The reports on all candidates, each at its site: made once, because all tests read them.
    private static let reports = Result {
        Dictionary(
            uniqueKeysWithValues: try CandidateFixture.all().map {
                ($0.name, try screened($0, atSite: true))
            }
        )
    }

    static func report(
        _ fixture: CandidateFixture,
        atSite: Bool = true
    ) throws -> EligibilityReport {
        if atSite, let report = try reports.get()[fixture.name] { return report }
        return try screened(fixture, atSite: atSite)
    }

    private static func screened(
        _ fixture: CandidateFixture,
        atSite: Bool
    ) throws -> EligibilityReport {
        let taken = try CandidateDocument(fhir: fixture.document)
        return try screener(fixture, atSite: atSite)
            .report(on: taken.record, asOf: try CalendarDate(fhirDate: fixture.asOf))
    }

    static func screener(
        _ fixture: CandidateFixture,
        atSite: Bool = true
    ) throws -> Screener {
        let definition = try definition.get()
        return Screener(definition, site: atSite ? definition.site(fixture.site) : nil)
    }

    static func answer(_ prefix: String, _ criterion: String) throws -> CriterionAnswer {
        let report = try report(try CandidateFixture.named(prefix))
        guard let answer = report.criteria.first(where: { $0.id == criterion }) else {
            throw CocoaError(.keyValueValidation)
        }
        return answer
    }

    /// The fixture's word for why each unknown is unknown, by criterion.
    static func because(_ fixture: CandidateFixture) throws -> [String: String] {
        let file = fixture.file.deletingPathExtension().appendingPathExtension("expected.yaml")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        guard let start = lines.firstIndex(of: "because:") else { return [:] }
        var words: [String: String] = [:]
        for line in lines[(start + 1)...].prefix(while: { $0.hasPrefix("  ") }) {
            let parts = line.split(separator: ":", maxSplits: 1)
            words[parts[0].drop(while: { $0 == " " }).description] =
                parts[1].dropFirst().description
        }
        return words
    }
}
