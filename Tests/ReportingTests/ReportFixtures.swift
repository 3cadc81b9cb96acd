import Foundation
import Reporting
import TestSupport
import TrialDefinition
import TrialOffice

/// The screenings of the synthetic candidates, and the words of the planned trial.
enum ReportFixtures {
    static let versions = Result { try ProtocolVersions.load(try files()) }

    static func files() throws -> DefinitionFiles {
        try DefinitionFolder.read(Repository.trialProtocol)
    }

    static func wording(_ language: Language) throws -> Wording {
        let versions = try versions.get()
        return Wording(
            language,
            versions.vocabulary(language.rawValue, of: versions.first, in: try files())
        )
    }

    static let screenings = Result {
        try CandidateFixture.all().map { ($0, try screened($0)) }
    }

    static func screened(
        _ fixture: CandidateFixture,
        horizon: Int? = nil
    ) throws -> Screening {
        try TrialOffice.answer(
            GivenDocument(name: fixture.name, bytes: fixture.document),
            definition: try versions.get().first,
            siteCode: fixture.site,
            asOf: try Day(fixture.asOf, at: fixture.name),
            horizon: horizon
        )
    }

    static func screening(_ prefix: String) throws -> Screening {
        guard let found = try screenings.get().first(where: { $0.0.name.hasPrefix(prefix) }) else {
            throw CocoaError(.fileNoSuchFile)
        }
        return found.1
    }

    /// The report in one of the forms, as a command writes it to a file.
    static func text(_ screening: Screening, _ form: String, _ wording: Wording) throws -> String {
        switch form {
        case "json": try JSONText.encode(screening, in: wording)
        case "markdown": ScreeningMarkdown(screening, in: wording).text
        case "html": ScreeningPage(screening, in: wording).text
        default: ScreeningText(screening, style: Style(isColored: false), in: wording).text
        }
    }
}
