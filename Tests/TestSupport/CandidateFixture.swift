public import Foundation
import Yams

/// A synthetic candidate with the answers that are expected.
public struct CandidateFixture: Sendable, CustomStringConvertible {
    /// The file's name without ending.
    public let name: String
    /// What the candidate is there for.
    public let trap: String
    /// The code of the site that screens.
    public let site: String
    /// The day for which the answers hold, ISO 8601.
    public let asOf: String
    /// The expected overall answer: `eligible`, `ineligible` or `undetermined`.
    public let verdict: String
    /// The expected answer, by criterion.
    public let answers: [String: String]
    /// The expected level, by stratification factor.
    public let factors: [String: String]
    /// The FHIR bundle.
    public let document: [UInt8]

    private struct Expected: Decodable {
        let trap: String
        let site: String
        let asOf: String
        let verdict: String
        let criteria: [String: String]
        let factors: [String: String]?

        enum CodingKeys: String, CodingKey {
            case trap, site, verdict, criteria, factors
            case asOf = "as-of"
        }
    }

    private init(_ file: URL) throws {
        name = file.deletingPathExtension().lastPathComponent
        document = [UInt8](try Data(contentsOf: file))
        let yaml = file.deletingPathExtension().appendingPathExtension("expected.yaml")
        let text = try String(contentsOf: yaml, encoding: .utf8)
        let expected = try YAMLDecoder().decode(Expected.self, from: text)
        trap = expected.trap
        site = expected.site
        asOf = expected.asOf
        verdict = expected.verdict
        answers = expected.criteria
        factors = expected.factors ?? [:]
    }

    /// The file's name: how a failing test names the candidate.
    public var description: String { name }

    /// All candidates of `Fixtures/Candidates`, by name.
    public static func all() throws -> [CandidateFixture] {
        try files().map(CandidateFixture.init)
    }

    private static func files() throws -> [URL] {
        let folder = Repository.fixtures.appendingPathComponent("Candidates")
        return try FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == "json" }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// The candidate whose file name begins with `prefix`.
    public static func named(_ prefix: String) throws -> CandidateFixture {
        guard let found = try files().first(where: { $0.lastPathComponent.hasPrefix(prefix) })
        else { throw CocoaError(.fileNoSuchFile) }
        return try CandidateFixture(found)
    }

    /// Where the document lies.
    public var file: URL {
        Repository.fixtures.appendingPathComponent("Candidates/\(name).json")
    }
}
