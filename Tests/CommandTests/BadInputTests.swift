import Foundation
import TestSupport
import Testing

/// Bad input gives one clear message with place and remedy, the documented exit code, nothing on
/// standard output, and no value of the patient.
struct BadInputTests {
    @Test(arguments: try BadInputFixture.documents() + BadInputFixture.sheets())
    func `a bad document is refused`(_ fixture: BadInputFixture) throws {
        let run = try CommandLineTool.run([
            "screen", fixture.url.path, "--protocol", Repository.trialProtocol.path, "--as-of",
            "2026-11-21",
        ])
        #expect(run.status == fixture.exit, "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("milenari: "))
        for text in fixture.mentions { #expect(run.errors.contains(text), "\(run.errors)") }
        for text in fixture.never { #expect(!run.errors.contains(text)) }
    }

    @Test(arguments: try BadInputFixture.protocols())
    func `a bad protocol is refused`(_ fixture: BadInputFixture) throws {
        let folder = try TemporaryFolder()
        let made = try fixture.makeProtocol(in: folder.url)
        let candidate = try CandidateFixture.named("01")
        let run = try CommandLineTool.run([
            "screen", candidate.file.path, "--protocol", made.path, "--as-of", "2026-11-21",
        ])
        #expect(run.status == fixture.exit)
        #expect(run.output.isEmpty)
        let place = "\(try #require(fixture.file)):" + (fixture.line.map { "\($0):" } ?? "")
        #expect(run.errors.contains(place), "\(run.errors)")
        for text in fixture.mentions { #expect(run.errors.contains(text), "\(run.errors)") }
    }

    @Test(arguments: [
        ([], 66, "no trial in this folder"),
        (["--user", "nobody"], 67, "no such user"),
        (["--passphrase-file", "WRONG"], 77, "passphrase is wrong"),
        (["--user", "monitor", "--passphrase-file", "OF monitor"], 77, "may not do this"),
        (["--as-of", "2026-02-30"], 65, "full date"),
    ])
    func `a wrong user, passphrase, folder or day is refused`(
        _ change: [String],
        _ status: Int32,
        _ message: String
    ) throws {
        let trial = try SampleTrial(active: ["BCN"])
        let folder = try TemporaryFolder()
        let wrong = folder.file("wrong")
        try Data("not the passphrase\n".utf8).write(to: wrong)
        var options = [
            "--trial": change.isEmpty ? folder.url.path : trial.url.path,
            "--user": "jordi.bcn",
            "--passphrase-file": trial.passphraseFile("jordi.bcn"),
            "--as-of": "2026-11-21",
        ]
        for index in stride(from: 0, to: change.count, by: 2) {
            let value = change[index + 1]
            options[change[index]] =
                value == "WRONG"
                ? wrong.path
                : value.hasPrefix("OF ") ? trial.passphraseFile(String(value.dropFirst(3))) : value
        }
        let before = try FolderContents(trial.url)
        let candidate = try CandidateFixture.named("01")
        let run = try CommandLineTool.run(
            ["screen", candidate.file.path] + options.flatMap { [$0.key, $0.value] }
        )
        #expect(run.status == status, "\(run.errors)")
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.output.isEmpty)
        #expect(try FolderContents(trial.url) == before)
    }

    @Test(arguments: ["garbage", "a folder of something else", "newer"])
    func `a file that is not ours, or of a newer format, is refused`(_ kind: String) throws {
        let trial = try SampleTrial(active: ["BCN"])
        let (folder, copy) = try trial.copy()
        let database = copy.appendingPathComponent("trial.sqlite")
        var bytes = try Data(contentsOf: database)
        switch kind {
        case "garbage": bytes = Data("not a database at all".utf8)
        case "newer": bytes[63] = 99  // user_version, the last of four bytes
        default: bytes[71] ^= 1  // application_id
        }
        try bytes.write(to: database)
        let candidate = try CandidateFixture.named("01")
        let run = try CommandLineTool.run([
            "screen", candidate.file.path, "--trial", copy.path, "--user", "jordi.bcn",
            "--passphrase-file", trial.passphraseFile("jordi.bcn"),
        ])
        #expect(run.status == 65, "\(run.errors)")
        #expect(run.errors.contains(kind == "newer" ? "newer" : "not a file of milenari"))
        withExtendedLifetime(folder) {}
    }

    @Test func `a passphrase is asked for on a terminal only`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let candidate = try CandidateFixture.named("01")
        let run = try CommandLineTool.run([
            "screen", candidate.file.path, "--trial", trial.url.path, "--user", "jordi.bcn",
        ])
        #expect(run.status == 65)
        #expect(run.errors.contains("--passphrase-file"))
    }

    @Test func `a document is not screened by the rules of another site than its own`() throws {
        let candidate = try CandidateFixture.named("01")
        let run = try CommandLineTool.run([
            "screen", candidate.file.path, "--protocol", Repository.trialProtocol.path, "--as-of",
            "2026-11-21", "--site", "AMM",
        ])
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("not to AMM"))
    }

    @Test(arguments: [["screen"], ["allocate", "--trial"], ["frobnicate"], ["screen", "x.json"]])
    func `wrong usage is exit code 64`(_ arguments: [String]) throws {
        #expect(try CommandLineTool.run(arguments).status == 64)
    }
}
