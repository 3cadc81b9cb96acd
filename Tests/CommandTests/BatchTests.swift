import Foundation
import TestSupport
import Testing

/// `milenari screen batch`: many documents in one run.
struct BatchTests {
    private static let options = [
        "--protocol", Repository.trialProtocol.path, "--as-of", "2026-11-21", "--json",
    ]

    private struct Line: Decodable {
        let document: String
        let summary: Summary?
        let refusal: String?

        struct Summary: Decodable {
            let verdict: String
            let deciding: [Deciding]
        }

        struct Deciding: Decodable {
            let id: String
        }
    }

    private func lines(_ output: String) throws -> [Line] {
        try output.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
    }

    private func oneLine(_ document: [UInt8]) throws -> String {
        let object = try JSONSerialization.jsonObject(with: Data(document))
        return String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
    }

    @Test func `a folder is answered by name, and each answer is the one of a screening`() throws {
        let folder = Repository.fixtures.appendingPathComponent("Candidates").path
        let run = try CommandLineTool.run(["screen", "batch", folder] + Self.options)
        #expect(run.status == 0)
        let fixtures = try CandidateFixture.all()
        let answers = try lines(run.output)
        #expect(answers.map(\.document) == fixtures.map { $0.name + ".json" })
        for (fixture, answer) in zip(fixtures, answers) {
            #expect(answer.summary?.verdict == fixture.verdict, "\(fixture)")
            let deciding = fixture.answers.filter { id, answer in
                answer == "unknown" || (answer == "met") == id.hasPrefix("E")
            }
            #expect(
                Set(answer.summary?.deciding.map(\.id) ?? []) == Set(deciding.keys),
                "\(fixture)"
            )
        }
    }

    @Test func `what cannot be read is told, and the others are answered`() throws {
        let folder = try TemporaryFolder()
        let document = try oneLine(try CandidateFixture.named("01").document)
        let other = try oneLine(try CandidateFixture.named("02").document)
        // The long one does not fit into one reading of the file.
        let long = document.dropLast() + String(repeating: " ", count: 1_500_000) + "}"
        let file = folder.file("many.ndjson")
        let text = [document, "", "{\"x", long + "\r", "[]", other].joined(separator: "\n")
        try Data(text.utf8).write(to: file)
        let run = try CommandLineTool.run(["screen", "batch", file.path] + Self.options)
        #expect(run.status == 65)
        let answers = try lines(run.output)
        #expect(
            answers.map(\.document) == [1, 3, 4, 5, 6].map { "many.ndjson:\($0)" }
        )
        #expect(
            answers.map { $0.summary?.verdict } == ["eligible", nil, "eligible", nil, "ineligible"]
        )
        #expect(answers[1].refusal?.contains("not valid JSON") == true)
        #expect(run.errors.contains("5 documents, 2 of them could not be read"))
    }

    @Test func `nothing to read is no error, and a name that leads nowhere is one`() throws {
        let folder = try TemporaryFolder()
        let empty = try CommandLineTool.run(["screen", "batch", folder.url.path] + Self.options)
        #expect(empty.status == 0 && empty.output.isEmpty)
        let one = try CandidateFixture.named("01").file.path
        #expect(try CommandLineTool.run(["screen", "batch", one] + Self.options).status == 65)
        let nowhere = folder.file("nowhere").path
        #expect(try CommandLineTool.run(["screen", "batch", nowhere] + Self.options).status == 66)
    }
}
