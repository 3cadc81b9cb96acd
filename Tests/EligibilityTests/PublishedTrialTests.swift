import ClinicalQuality
import Eligibility
import Foundation
import Intake
import TestSupport
import Testing
import TrialDefinition

/// Trials of others, encoded with the means of this project, answer as their texts say.
struct PublishedTrialTests {
    private static let definitions = Result {
        let folders = try FileManager.default
            .contentsOfDirectory(atPath: Repository.publishedTrials.path).sorted()
        let home = Repository.publishedTrials.deletingLastPathComponent()
        let shared = DefinitionFiles.sharedFolder
        let library = try texts(home.appendingPathComponent(shared), as: shared)
        return try Dictionary(
            uniqueKeysWithValues: folders.map { name in
                let own = try texts(
                    Repository.publishedTrials.appendingPathComponent(name),
                    as: name
                )
                let texts = own.merging(library) { own, _ in own }
                let files = DefinitionFiles(protocolFolder: name, texts: texts)
                return (name, try ProtocolVersions.load(files).first)
            }
        )
    }

    private static func texts(_ folder: URL, as name: String) throws -> [String: String] {
        var texts: [String: String] = [:]
        // The words of other languages lie in a folder of their own.
        for path in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where path.contains(".") {
            let file = folder.appendingPathComponent(path)
            texts["\(name)/\(path)"] = try String(contentsOf: file, encoding: .utf8)
        }
        return texts
    }

    @Test(arguments: try PublishedFixture.all())
    func `each criterion of each trial is answered as expected`(
        _ candidate: URL,
        _ pairs: [PublishedFixture]
    ) throws {
        let taken = try CandidateDocument(fhir: [UInt8](try Data(contentsOf: candidate)))
        for pair in pairs {
            let definition = try #require(try Self.definitions.get()[pair.trial])
            let report = try Screener(definition, site: nil)
                .report(on: taken.record, asOf: try CalendarDate(fhirDate: pair.asOf))
            #expect(report.criteria.map(\.id).sorted() == pair.answers.keys.sorted(), "\(pair)")
            for answer in report.criteria {
                let told =
                    "\(pair) \(answer.id): \(answer.explanation.map(\.text).joined(separator: "; "))"
                #expect(answer.answer.rawValue == pair.answers[answer.id], "\(told)")
                guard answer.answer == .unknown, let code = pair.because[answer.id] else {
                    continue
                }
                #expect(answer.reasons.map(\.code).contains(code), "\(told) \(answer.reasons)")
            }
            let match = TrialMatch(report, title: definition.title)
            #expect(match.verdict.rawValue == pair.verdict, "\(pair)")
            #expect(Set(match.open + match.toAsk) == Set(pair.because.keys), "\(pair)")
            #expect(asked(match).isSubset(of: ["Consent", "Assent", "Contraception"]), "\(pair)")
        }
    }

    private func asked(_ match: TrialMatch) -> Set<String> {
        Set(match.report.criteria.filter { match.toAsk.contains($0.id) }.map(\.title.text))
    }

    @Test func `every published trial has expected answers, and no arms`() throws {
        let definitions = try Self.definitions.get()
        let pairs = try PublishedFixture.all().flatMap(\.pairs)
        #expect(Set(pairs.map(\.trial)) == Set(definitions.keys))
        for (folder, definition) in definitions {
            #expect(definition.id == folder)
            #expect(definition.status == TrialProtocol.published)
            #expect(definition.allocation == nil)
            #expect(definition.sites.isEmpty)
        }
    }

    /// A number from memory must not pass for one that was read.
    @Test func `a criterion is marked as not seen exactly where its source says so`() throws {
        for definition in try Self.definitions.get().values {
            for criterion in definition.criteria {
                let source = criterion.source
                let isFromMemory =
                    source.contains("[memory]") || source.contains("read in part only")
                    || source.contains("not read")
                #expect(criterion.isSeen == !isFromMemory, "\(definition.id) \(criterion.id)")
            }
        }
    }
}
