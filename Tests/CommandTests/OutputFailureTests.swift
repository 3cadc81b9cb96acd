import Foundation
import TestSupport
import Testing
import TrialOffice

/// A result that cannot be written is exit code 74, never a trap; what was done is told.
struct OutputFailureTests {
    private static let asOf = ["--as-of", "2026-11-21"]

    private static let lost = [
        #"exec "$@" >/dev/full"#, #"exec "$@" >&-"#, #"exec "$@" >&- 2>&-"#,
        #"exec "$@" >/dev/full 2>/dev/full"#, #"exec "$@" <&- >&- 2>&-"#,
    ]

    @Test(arguments: lost)
    func `a lost answer is exit code 74`(_ shell: String) throws {
        let candidate = try CandidateFixture.named("01")
        let screen = ["screen", candidate.file.path, "--protocol", Repository.trialProtocol.path]
        let trial = try SampleTrial(active: [])
        for arguments in [
            screen + Self.asOf, screen + Self.asOf + ["--json"], ["log", "verify", trial.url.path],
            ["--help"], ["--version"], [], ["help", "screen"], ["--generate-completion-script=zsh"],
        ] {
            let run = try CommandLineTool.run(arguments, shell: shell)
            #expect(run.status == 74, "\(arguments)")
            let isTold = !shell.contains("2>")
            #expect(run.errors.hasPrefix("milenari: the result could not be written") == isTold)
            #expect(run.errors.split(separator: "\n").count == (isTold ? 1 : 0))
        }
    }

    @Test(arguments: [#"exec "$@" 2>&-"#, #"exec "$@" 2>/dev/full"#])
    func `a message that cannot be written leaves the exit code`(_ shell: String) throws {
        let missing = try TemporaryFolder().file("missing.json").path
        let protocolFolder = Repository.trialProtocol.path
        let refused = ["screen", missing, "--protocol", protocolFolder]
        #expect(try CommandLineTool.run(refused, shell: shell).status == 66)
        #expect(try CommandLineTool.run(["frobnicate"], shell: shell).status == 64)
    }

    @Test func `a reader that goes away ends the command quietly`() throws {
        let candidate = try CandidateFixture.named("01")
        let arguments = [
            "screen", candidate.file.path, "--protocol", Repository.trialProtocol.path,
        ]
        let run = try Self.runWithoutReader(arguments + Self.asOf)
        #expect(run.status == 74)
        #expect(run.errors.isEmpty, "\(run.errors)")
    }

    /// Runs the command into a pipe from which nobody reads.
    private static func runWithoutReader(
        _ arguments: [String]
    ) throws -> (status: Int32, errors: String) {
        let folder = try TemporaryFolder()
        let file = folder.file("err")
        try Data().write(to: file)
        let errors = try FileHandle(forWritingTo: file)
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let process = try CommandLineTool.start(
            arguments,
            output: pipe.fileHandleForWriting,
            errors: errors
        )
        process.waitUntilExit()
        try errors.close()
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(process.terminationReason == .exit)
        return (process.terminationStatus, text)
    }

    @Test func `a trial that was made is told although the output is lost`() throws {
        let trial = try SampleTrial(active: [])
        let folder = try TemporaryFolder()
        let made = folder.file("made").path
        let run = try CommandLineTool.run(
            [
                "trial", "init", made, "--protocol", Repository.trialProtocol.path, "--staff",
                Repository.fixtures.appendingPathComponent("staff.yaml").path, "--passphrases",
                trial.passphrases.path, "--scrypt-log2n", "14",
            ],
            shell: #"exec "$@" >/dev/full"#
        )
        #expect(run.status == 74)
        #expect(run.errors.contains("`milenari log verify \(made)`"), "\(run.errors)")
        #expect(try CommandLineTool.run(["log", "verify", made]).status == 0)
    }

    @Test func `what was recorded is told, with the way to read it again`() throws {
        let trial = try SampleTrial(active: [])
        let candidate = try CandidateFixture.named("01")
        let full = #"exec "$@" >/dev/full"#
        let approvals = try trial.withSession("data.manager") { office, _ in
            try office.approvalsNeeded(site: "BCN")
        }.flatMap { ["--approval", "\($0)=2026-09-01"] }
        let activate = try CommandLineTool.run(
            ["site", "activate", "BCN"] + approvals + Self.asOf + trial.options("data.manager"),
            shell: full
        )
        #expect(activate.status == 74)
        #expect(activate.errors.contains("BCN is active"), "\(activate.errors)")

        let screen = try CommandLineTool.run(
            ["screen", candidate.file.path] + Self.asOf + trial.options("jordi.bcn"),
            shell: full
        )
        #expect(screen.status == 74)
        let number = try #require(screen.errors.firstMatch(of: /recorded as (S-BCN-[^;]+)/)?.1)

        let enroll =
            ["enroll", String(number), candidate.file.path] + Self.asOf + trial.options("marta.bcn")
        let enrolled = try CommandLineTool.run(enroll, shell: full)
        #expect(enrolled.status == 74)
        let found = try #require(enrolled.errors.firstMatch(of: /enrolled as (BCN-[^;]+)/)?.1)
        let subject = String(found)
        let again = try CommandLineTool.run(enroll)
        #expect(again.status == 1)
        #expect(again.errors.contains(subject), "\(again.errors)")

        let allocated = try Self.runWithoutReader(
            ["allocate", subject] + trial.options("marta.bcn")
                + [
                    "--office", "office", "--office-passphrase-file",
                    trial.passphraseFile("office"),
                ]
        )
        #expect(allocated.status == 74)
        let remedy = "`milenari allocate \(subject) --show`"
        #expect(allocated.errors.contains(remedy), "\(allocated.errors)")
        let show = try CommandLineTool.run(
            ["allocate", subject, "--show"] + trial.options("marta.bcn")
        )
        #expect(show.status == 0)
        #expect(show.output.hasPrefix("A-0001 \(subject) "))
        let export = try CommandLineTool.run(
            ["log", "export"] + trial.options("monitor"),
            shell: full
        )
        #expect(export.status == 74)
        #expect(export.errors.contains("--output"), "\(export.errors)")
        #expect(try CommandLineTool.run(["log", "verify", trial.url.path]).status == 0)
    }
}
