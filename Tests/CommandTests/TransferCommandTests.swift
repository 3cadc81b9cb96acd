import Foundation
import TestSupport
import Testing

/// A site is suspended, and its subjects go on elsewhere: on the command line.
struct TransferCommandTests {
    private func run(
        _ arguments: [String],
        expecting status: Int32 = 0
    ) throws -> CommandLineTool.Run {
        let run = try CommandLineTool.run(arguments)
        #expect(run.status == status, "\(arguments): \(run.output)\(run.errors)")
        return run
    }

    @Test func `suspend, list, transfer, accept, allocate, verify`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let folder = ["--trial", trial.url.path]
        let subject = try trial.enroll(candidate: "04")
        let suspended = try run(
            ["site", "suspend", "BCN", "--reason", "war"] + trial.options("marta.bcn")
        ).output
        #expect(suspended.contains("\(subject)  BCN  enrolled;  next: the site is suspended"))
        let transfer = ["subject", "transfer", subject, "--to", "ROM", "--reason"]
        _ = try run(transfer + ["earthquake"] + trial.options("marta.bcn"), expecting: 64)
        let offer = try run(transfer + ["war"] + trial.options("marta.bcn")).output
        #expect(offer.contains("`milenari subject accept \(subject)`"))
        #expect(offer.contains("BCN keeps what it has now"))
        let waiting = try run(["subject", "list"] + folder).output
        #expect(waiting.contains("next: a coordinator of ROM accepts the transfer"))
        let accept = ["subject", "accept", subject]
        _ = try run(accept + trial.options("paolo.rom"), expecting: 77)
        let accepted = try run(accept + trial.options("elena.rom")).output
        #expect(accepted.contains("consent and assent") && accepted.contains("verified by nobody"))
        _ = try run(accept + trial.options("elena.rom"), expecting: 1)
        #expect(try run(["subject", "list", "--site", "BCN"] + folder).output.isEmpty)
        let show = ["subject", "show", subject]
        let shown = try run(show + trial.options("paolo.rom")).output
        #expect(shown.contains("(BCN → ROM)") && shown.contains("I01"))
        _ = try run(show + trial.options("jordi.bcn"), expecting: 77)
        let office = ["--office", "office", "--office-passphrase-file"]
        let allocated = try run(
            ["allocate", subject] + office + [trial.passphraseFile("office")]
                + trial.options("elena.rom")
        ).output
        #expect(allocated.hasPrefix("A-0001 \(subject) "))
        _ = try run(["allocate", subject, "--show"] + trial.options("marta.bcn"), expecting: 77)
        #expect(try run(["log", "verify", trial.url.path]).output.hasPrefix("HOLDS"))
    }

    @Test func `screen again, close, log and flow`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let home = try TemporaryFolder()
        let asOf = ["--as-of", "2026-11-21"] + trial.options("jordi.bcn")
        func screen(_ prefix: String, _ more: [String] = []) throws -> CommandLineTool.Run {
            let file = try CandidateFixture.named(prefix).file.path
            return try CommandLineTool.run(["screen", file] + more + asOf)
        }
        let first = try screen("07").output
        let number = try #require(first.firstMatch(of: /Screening (S-BCN-\S+)/)?.1)
        #expect(first.contains(/Document SHA-256 [0-9a-f]{64}\n/))
        let second = try screen("04", ["--again", String(number)]).output
        #expect(second.contains("the same candidate as \(number)"))
        let newest = try #require(second.firstMatch(of: /Screening (S-BCN-[^ ,]+)/)?.1)
        let close = ["screen", "close", String(newest), "--reason"]
        _ = try run(close + ["too-ill"] + trial.options("jordi.bcn"), expecting: 64)
        _ = try run(close + ["capacity"] + trial.options("jordi.bcn"))
        let log = ["screen", "log"] + trial.options("monitor")
        let text = try run(log).output
        #expect(text.contains("eligible, not enrolled: capacity"))
        #expect(text.contains("screened until eligible: \(number) ineligible"))
        #expect(try run(log).output == text)
        let csv = home.file("log.csv").path
        _ = try run(log + ["--format", "csv", "--output", csv])
        #expect(try String(contentsOfFile: csv, encoding: .utf8).hasPrefix("site,candidate,"))
        let svg = home.file("flow.svg").path
        let flow = try run(["screen", "flow", "--svg", svg] + trial.options("monitor")).output
        #expect(flow.contains("Assessed for eligibility (n = 1)"))
        #expect(try String(contentsOfFile: svg, encoding: .utf8).contains("(n = 1)"))
        _ = try run(["screen", "log"] + trial.options("data.manager"), expecting: 77)
        _ = try run(log + ["--from", "2026-13-01"], expecting: 65)
    }
}
