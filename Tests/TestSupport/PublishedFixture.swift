public import Foundation
import Yams

/// What is expected when one candidate is screened against one published trial.
public struct PublishedFixture: Sendable, CustomStringConvertible {
    /// The folder of the trial in `Protocols/Published`.
    public let trial: String
    /// The candidate's bundle.
    public let candidate: URL
    /// The day for which the answers hold, ISO 8601.
    public let asOf: String
    /// The expected overall answer, with what is only to be asked left aside.
    public let verdict: String
    /// The expected answer, by criterion.
    public let answers: [String: String]
    /// The code of the reason of each unknown, by criterion.
    public let because: [String: String]

    private struct Expected: Decodable {
        let candidate: String
        let asOf: String
        let verdict: String
        let criteria: [String: String]
        let because: [String: String]?

        enum CodingKeys: String, CodingKey {
            case candidate, verdict, criteria, because
            case asOf = "as-of"
        }
    }

    private init(_ file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        let expected = try YAMLDecoder().decode(Expected.self, from: text)
        trial = file.deletingLastPathComponent().lastPathComponent
        candidate = Repository.fixtures.appendingPathComponent(expected.candidate)
        asOf = expected.asOf
        verdict = expected.verdict
        answers = expected.criteria
        because = expected.because ?? [:]
    }

    /// How a failing test names the pair.
    public var description: String { "\(candidate.lastPathComponent) \(trial)" }

    /// All pairs by candidate, in the order of the files.
    public static func all() throws -> [(candidate: URL, pairs: [PublishedFixture])] {
        let folder = Repository.fixtures.appendingPathComponent("Published")
        let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
        let pairs = try paths.filter { $0.hasSuffix(".expected.yaml") }.sorted()
            .map { try PublishedFixture(folder.appendingPathComponent($0)) }
        return Dictionary(grouping: pairs, by: \.candidate.path).sorted { $0.key < $1.key }
            .map { (URL(fileURLWithPath: $0.key), $0.value) }
    }
}
