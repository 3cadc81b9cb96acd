import Foundation
import TestSupport
import Testing
import TrialOffice

/// The main job on the command line, as the three people do it.
struct MainJobTests {
    private static func options(_ trial: SampleTrial, _ user: String) -> [String] {
        [
            "--trial", trial.url.path, "--user", user, "--passphrase-file",
            trial.passphraseFile(user),
        ]
    }

    @Test func `screen, enroll, allocate, export, verify`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let folder = try TemporaryFolder()
        let candidate = try CandidateFixture.named("01")
        let asOf = ["--as-of", "2026-11-21"]
        let screen = try CommandLineTool.run(
            ["screen", candidate.file.path] + asOf + Self.options(trial, "jordi.bcn")
        )
        #expect(screen.status == 0, "\(screen.errors)")
        let number = try #require(screen.output.firstMatch(of: /Screening (S-BCN-\S+)/)?.1)
        let enroll = try CommandLineTool.run(
            ["enroll", String(number), candidate.file.path] + asOf
                + Self.options(trial, "marta.bcn")
        )
        #expect(enroll.status == 0, "\(enroll.errors)")
        let subject = enroll.output.trimmingCharacters(in: .newlines)
        let allocate =
            ["allocate", subject] + Self.options(trial, "marta.bcn")
            + ["--office", "office", "--office-passphrase-file", trial.passphraseFile("office")]
        let first = try CommandLineTool.run(allocate)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.hasPrefix("A-0001 \(subject) "))
        let second = try CommandLineTool.run(allocate)
        #expect(second.status == 1)
        #expect(second.errors.contains("A-0001"))
        #expect(second.output.isEmpty)
        let show = try CommandLineTool.run(
            ["allocate", subject, "--show"] + Self.options(trial, "jordi.bcn")
        )
        #expect(show.output == first.output)
        try exportAndVerify(trial, folder)
    }

    private func exportAndVerify(_ trial: SampleTrial, _ folder: TemporaryFolder) throws {
        let json = folder.file("log.json").path
        let csv = folder.file("log.csv").path
        let proofs = folder.file("log.proofs.json").path
        let export = ["log", "export"] + Self.options(trial, "monitor")
        #expect(try CommandLineTool.run(export + ["--output", json]).status == 0)
        let table = ["--csv", "--output", csv, "--proofs", proofs]
        #expect(try CommandLineTool.run(export + table).status == 0)
        for arguments in [[json], [csv, "--proofs", proofs], [trial.url.path]] {
            let run = try CommandLineTool.run(["log", "verify"] + arguments)
            #expect(run.status == 0, "\(run.output)\(run.errors)")
            #expect(run.output.hasPrefix("HOLDS"))
        }
        for file in [csv, json] {
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.contains("POC") != text.contains("HUB"))
            let swapped =
                text.contains("POC")
                ? text.replacing("POC", with: "HUB") : text.replacing("HUB", with: "POC")
            try Data(swapped.utf8).write(to: URL(fileURLWithPath: file))
            let rest = file == csv ? ["--proofs", proofs] : []
            let run = try CommandLineTool.run(["log", "verify", file] + rest)
            #expect(run.status == 1, "\(run.output)")
            #expect(run.output.hasPrefix("DOES NOT HOLD"))
        }
    }

    @Test func `asking and answering apart gives the site its arm`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let candidate = try CandidateFixture.named("01")
        let number = try trial.screen(candidate).number
        let subject = try trial.enroll(number, candidate.document, site: "BCN").subject
        let ask = try CommandLineTool.run(["allocate", subject] + Self.options(trial, "marta.bcn"))
        #expect(ask.status == 0)
        #expect(ask.output.isEmpty)
        let early = try CommandLineTool.run(
            ["allocate", subject, "--show"] + Self.options(trial, "marta.bcn")
        )
        #expect(early.status == 1)
        let answer = try CommandLineTool.run(
            ["allocate", "--answer"] + Self.options(trial, "office")
        )
        #expect(answer.status == 0)
        let show = try CommandLineTool.run(
            ["allocate", subject, "--show"] + Self.options(trial, "marta.bcn")
        )
        #expect(show.output == answer.output)
        let site = try CommandLineTool.run(
            ["allocate", "--answer"] + Self.options(trial, "marta.bcn")
        )
        #expect(site.status == 77)
    }

    @Test(arguments: [("01", Int32(0)), ("03", 1), ("06", 2)])
    func `the exit code is the verdict`(_ prefix: String, _ status: Int32) throws {
        let candidate = try CandidateFixture.named(prefix)
        let run = try CommandLineTool.run([
            "screen", candidate.file.path, "--protocol", Repository.trialProtocol.path, "--as-of",
            candidate.asOf,
        ])
        let expected: [String: Int32] = ["eligible": 0, "ineligible": 1, "undetermined": 2]
        #expect(run.status == expected[candidate.verdict])
        #expect(run.errors.isEmpty)
        #expect(run.output.contains(candidate.verdict.uppercased()))
    }

    @Test func `machines get JSON, and no colors`() throws {
        let candidate = try CandidateFixture.named("01")
        let arguments = [
            "screen", candidate.file.path, "--protocol", Repository.trialProtocol.path, "--as-of",
            candidate.asOf, "--json",
        ]
        let first = try CommandLineTool.run(arguments)
        #expect(!first.output.contains("\u{1B}"))
        let object = try JSONSerialization.jsonObject(with: Data(first.output.utf8))
        #expect(object is [String: Any])
        #expect(try CommandLineTool.run(arguments).output == first.output)
    }

    @Test func `a site is not activated while an approval is missing`() throws {
        let trial = try SampleTrial(active: [])
        let all = try trial.withSession("data.manager") { office, _ in
            try office.approvalsNeeded(site: "ROM")
        }
        for missing in all {
            let given = all.filter { $0 != missing }.flatMap { ["--approval", "\($0)=2026-09-01"] }
            let run = try CommandLineTool.run(
                ["site", "activate", "ROM", "--as-of", "2026-11-21"] + given
                    + Self.options(trial, "data.manager")
            )
            #expect(run.status == 1)
            #expect(run.errors.contains(missing), "\(run.errors)")
        }
        let late = all.flatMap { ["--approval", "\($0)=2026-12-01"] }
        let run = try CommandLineTool.run(
            ["site", "activate", "ROM", "--as-of", "2026-11-21"] + late
                + Self.options(trial, "data.manager")
        )
        #expect(run.status == 1)
    }
}
