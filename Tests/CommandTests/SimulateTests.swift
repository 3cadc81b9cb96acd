import Foundation
import TestSupport
import Testing

/// `milenari simulate`, run as a person runs it.
struct SimulateTests {
    private static let two = ["big-stick tolerance=3", "permuted-blocks sizes=4"]

    private func simulate(
        _ arguments: [String],
        shell: String? = nil
    ) throws -> CommandLineTool.Run {
        try CommandLineTool.run(["simulate"] + arguments, shell: shell)
    }

    @Test func `exact values stand beside simulated ones, and reasons beside names`() throws {
        let run = try simulate(Self.two + ["--participants", "100", "--trials", "200"])
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(
            run.output.contains("\nmean maximal imbalance        2.999999             1.999960\n")
        )
        #expect(run.output.contains("right guesses, convergence    0.581111             0.708333"))
        #expect(run.output.contains("Least mean maximal imbalance: S2 with 1.999960."))
        #expect(run.output.contains(" ± "))
    }

    @Test func `a seed gives the same bytes on one core and on all`() throws {
        let arguments = [
            "pocock-simon measure=range probability=0.8 balance=site,burden",
            "permuted-blocks sizes=2,4", "--factor", "site=BCN:3,ROM:2,BEY,AMM", "--factor",
            "burden=high,low", "--participants", "50", "--trials", "1500", "--csv",
        ]
        let all = try simulate(arguments)
        #expect(all.status == 0)
        #expect(all.output.split(separator: "\r\n").count == 1 + 2 * 16)
        let again = try simulate(arguments + ["--seed", "1"])
        #expect(again.output == all.output)
        let other = try simulate(arguments + ["--seed", "2"])
        #expect(other.output != all.output)
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/taskset") else { return }
        let one = try simulate(arguments, shell: "exec /usr/bin/taskset -c 0 \"$@\"")
        #expect(one.status == 0)
        #expect(one.output == all.output)
    }

    @Test func `the scheme of a protocol comes first`() throws {
        let path = Repository.root.appendingPathComponent("Protocols/MILENARI-ALL-1").path
        let run = try simulate([
            "--protocol", path, "complete", "--participants", "20", "--trials", "100", "--as-of",
            "2026-11-21",
        ])
        #expect(run.status == 0)
        #expect(run.output.contains("arms POC:1,HUB:1\n"))
        #expect(run.output.contains("S1  permuted-blocks sizes=2,4,6\nS2  complete\n"))
    }

    @Test func `the picture has a mark for each scheme`() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("schemes.svg")
        let arguments =
            Self.two + ["--participants", "20", "--trials", "100", "--svg", file.path]
        #expect(try simulate(arguments).status == 0)
        let picture = try String(contentsOf: file, encoding: .utf8)
        #expect(picture.contains("S1  big-stick tolerance=3</text>"))
        #expect(picture.contains("<title>S2: "))
    }

    @Test(arguments: [
        (["big-stick tolerance=0", "--participants", "10"], 65, "tolerance"),
        (["big-stick", "--participants", "10"], 65, "tolerance"),
        (["none", "--participants", "10"], 65, "no such method"),
        (["random-allocation-rule count=10", "--participants", "11"], 65, "has made all"),
        (["complete", "--participants", "10", "--arms", "A:1"], 65, "two arms"),
        (["complete", "--participants", "10", "--factor", "site"], 65, "--factor"),
        (["complete", "--participants", "10", "--factor", "site=A:0,B:0"], 65, "weights"),
        (["complete", "--participants", "0"], 64, "--participants"),
        (["complete"], 64, "--participants"), (["--participants", "10"], 64, "--protocol"),
        (["complete", "--participants", "10", "--trend", "nan"], 64, "--trend"),
    ])
    func `what cannot be is refused with place and remedy`(
        _ arguments: [String],
        _ status: Int32,
        _ part: String
    ) throws {
        let run = try simulate(arguments)
        #expect(run.status == status)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(part), "\(run.errors)")
    }
}
