import Foundation
import TestSupport
import Testing

/// Wrong usage is exit code 64 with a text that does not steer the terminal.
struct UsageTests {
    private static let escape = "\u{1B}[31mred\u{7}\r\u{9B}31m\u{202E}"

    @Test(arguments: [
        ["frob" + escape], ["screen", "--nosuch" + escape], ["screen", "x.json", "--as-of"],
        ["log", "verify", "x", "y" + escape], ["trial", "init", "t", "--scrypt-log2n", escape],
        ["--generate-completion-script", escape],
    ])
    func `a wrong argument is not echoed with its control characters`(
        _ arguments: [String]
    ) throws {
        let run = try CommandLineTool.run(arguments)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("Error: "))
        expectHarmless(run.errors)
    }

    @Test func `a name is not echoed with its control characters`() throws {
        let trial = try SampleTrial(active: [])
        let candidate = try CandidateFixture.named("01")
        for (arguments, status) in [
            (["log", "verify", "/nonexistent" + Self.escape], Int32(66)),
            (["screen", "/nonexistent" + Self.escape, "--protocol", "x"], 66),
            (["screen", candidate.file.path, "--protocol", "/x" + Self.escape], 66),
            (["allocate", Self.escape] + trial.options("marta.bcn"), 65),
            (["site", "activate", Self.escape] + trial.options("data.manager"), 66),
            (["site", "activate", "BCN", "--approval", Self.escape] + trial.options("x"), 65),
            (["log", "verify", trial.url.path, "--founder", Self.escape], 65),
            (["log", "verify", trial.url.path, "--against", "/x" + Self.escape], 66),
            (["log", "verify", trial.url.path, "--against", trial.passphraseFile("monitor")], 65),
            (["log", "verify", trial.url.path, "--against", trial.url.path], 66),
        ] {
            let run = try CommandLineTool.run(arguments)
            #expect(run.status == status, "\(arguments) \(run.errors)")
            #expect(run.errors.hasPrefix("milenari: "))
            expectHarmless(run.errors)
        }
    }

    private func expectHarmless(_ text: String) {
        let steering = text.unicodeScalars.filter { scalar in
            scalar != "\n"
                && [.control, .format].contains(scalar.properties.generalCategory)
        }
        #expect(steering.isEmpty, "\(text.debugDescription)")
    }

    @Test(arguments: [
        ["--help"], ["screen", "--help"], ["help", "log", "verify"], [], ["log"],
        ["--generate-completion-script", "bash"], ["--version"],
    ])
    func `help, version and completion go to standard output`(_ arguments: [String]) throws {
        let run = try CommandLineTool.run(arguments)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.hasSuffix("\n"))
        #expect(run.output.contains("milenari"))
    }

    @Test func `verifying follows a link, and takes proofs only with a table`() throws {
        let trial = try SampleTrial(active: [])
        let folder = try TemporaryFolder()
        let link = folder.file("link")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: trial.url)
        let verify = try CommandLineTool.run(["log", "verify", link.path])
        #expect(verify.status == 0, "\(verify.errors)")
        #expect(verify.output.hasPrefix("HOLDS  the trial folder"))
        for path in [link.path, trial.url.path] {
            let run = try CommandLineTool.run(["log", "verify", path, "--proofs", "x"])
            #expect(run.status == 64)
            #expect(run.errors.contains("--proofs"))
            #expect(run.output.isEmpty)
        }
        let same = ["log", "export", "--csv", "--output", link.path, "--proofs", link.path]
        #expect(try CommandLineTool.run(same + trial.options("monitor")).status == 64)
    }

    @Test func `what does not end is not read to its end`() throws {
        let run = try CommandLineTool.run(["log", "verify", "/dev/zero"])
        #expect(run.status == 65)
        #expect(run.errors.contains("larger than"))
    }

    @Test func `a bad document is refused before a passphrase is asked for`() throws {
        let trial = try SampleTrial(active: [])
        for fixture in try BadInputFixture.documents() {
            let run = try CommandLineTool.run([
                "screen", fixture.url.path, "--trial", trial.url.path, "--user", "jordi.bcn",
                "--as-of", "2026-11-21",
            ])
            #expect(run.status == fixture.exit, "\(fixture): \(run.errors)")
            #expect(!run.errors.contains("passphrase"), "\(fixture): \(run.errors)")
            for text in fixture.mentions {
                #expect(run.errors.contains(text), "\(fixture): \(run.errors)")
            }
            for text in fixture.never { #expect(!run.errors.contains(text)) }
        }
    }

    @Test(arguments: [["screen"], ["enroll", "S-BCN-0001-K7"]])
    func `a missing document is refused before a passphrase is asked for`(
        _ command: [String]
    ) throws {
        let trial = try SampleTrial(active: [])
        let run = try CommandLineTool.run(
            command + ["/nonexistent.json", "--trial", trial.url.path, "--user", "jordi.bcn"]
        )
        #expect(run.status == 66, "\(run.errors)")
        #expect(run.errors.contains("/nonexistent.json"))
    }
}
