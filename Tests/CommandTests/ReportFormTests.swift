import Foundation
import TestSupport
import Testing

/// `milenari screen --format … --language … --output …`.
struct ReportFormTests {
    private func arguments(_ more: [String]) throws -> [String] {
        let candidate = try CandidateFixture.named("06")
        return ["screen", candidate.file.path, "--protocol", Repository.trialProtocol.path]
            + ["--as-of", "2026-11-21"] + more
    }

    @Test(arguments: [
        ("text", "en", "txt"), ("json", "en", "json"), ("markdown", "it", "md"),
        ("html", "ar", "html"), ("text", "fr", "txt"),
    ])
    func `every form comes out as the library writes it`(
        _ form: String,
        _ language: String,
        _ ending: String
    ) throws {
        let golden = Repository.fixtures
            .appendingPathComponent("Reports/06/\(language).\(ending)")
        let expected = try String(contentsOf: golden, encoding: .utf8)
        let options = ["--format", form, "--language", language]
        let printed = try CommandLineTool.run(try arguments(options))
        #expect(printed.status == 2)
        // The site is the document's.
        #expect(printed.output == expected)
        let folder = try TemporaryFolder()
        let file = folder.file("report")
        let kept = try CommandLineTool.run(try arguments(options + ["--output", file.path]))
        #expect(kept.status == 2)
        #expect(kept.output.isEmpty)
        #expect(try String(contentsOf: file, encoding: .utf8) == expected)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func `json is short for its format, and nothing else`() throws {
        let short = try CommandLineTool.run(try arguments(["--json"]))
        let long = try CommandLineTool.run(try arguments(["--format", "json"]))
        #expect(short.output == long.output)
        #expect(
            try CommandLineTool.run(try arguments(["--json", "--format", "html"])).status == 64
        )
        #expect(try CommandLineTool.run(try arguments(["--language", "xx"])).status == 64)
        let against = ["--against", Repository.publishedTrials.path, "--language", "es"]
        let candidate = try CandidateFixture.named("06").file.path
        #expect(try CommandLineTool.run(["screen", candidate] + against).status == 64)
    }

    @Test func `a report that cannot be kept is told`() throws {
        let run = try CommandLineTool.run(try arguments(["--output", "/nonexistent/x.html"]))
        #expect(run.status == 73)
        #expect(run.errors.contains("--output"))
    }

    @Test func `many documents are answered in the language too`() throws {
        let folder = try TemporaryFolder()
        try Data(try CandidateFixture.named("09").document).write(to: folder.file("09.json"))
        let run = try CommandLineTool.run([
            "screen", "batch", folder.url.path, "--protocol", Repository.trialProtocol.path,
            "--as-of", "2026-11-21", "--language", "es",
        ])
        #expect(run.status == 0)
        #expect(run.output.contains("los resultados del mismo día no concuerdan (2026-11-18)"))
        #expect(!run.output.contains("[en]"))
    }
}
