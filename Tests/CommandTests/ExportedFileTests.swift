import Foundation
import TestSupport
import Testing

/// Exported files are for their owner only, and whole or not there.
struct ExportedFileTests {
    private static func mode(_ file: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    }

    private static func export(_ trial: SampleTrial, _ csv: URL, _ proofs: URL) -> [String] {
        ["log", "export", "--csv", "--output", csv.path, "--proofs", proofs.path]
            + trial.options("monitor")
    }

    @Test func `a new file and a replaced file have mode 0600`() throws {
        let trial = try SampleTrial(active: [])
        let folder = try TemporaryFolder()
        let (csv, proofs) = (folder.file("log.csv"), folder.file("log.json"))
        let arguments = Self.export(trial, csv, proofs)
        #expect(try CommandLineTool.run(arguments).status == 0)
        for file in [csv, proofs] { #expect(try Self.mode(file) == 0o600) }
        for file in [csv, proofs] {
            try Data("older".utf8).write(to: file)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o666],
                ofItemAtPath: file.path
            )
        }
        let reader = try FileHandle(forReadingFrom: csv)
        #expect(try CommandLineTool.run(arguments, shell: #"umask 0; exec "$@""#).status == 0)
        for file in [csv, proofs] { #expect(try Self.mode(file) == 0o600) }
        // Whoever had the open older file open reads the older file.
        #expect(try reader.readToEnd() == Data("older".utf8))
        let verify = ["log", "verify", csv.path, "--proofs", proofs.path]
        #expect(try CommandLineTool.run(verify).status == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(files.sorted() == ["log.csv", "log.json"])
    }

    @Test func `a link is written through, and what it names has mode 0600`() throws {
        let trial = try SampleTrial(active: [])
        let folder = try TemporaryFolder()
        let (link, target) = (folder.file("link"), folder.file("target"))
        try Data(String(repeating: "older", count: 100_000).utf8).write(to: target)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: target.path)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
        let run = try CommandLineTool.run(
            ["log", "export", "--output", link.path] + trial.options("monitor")
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(try Self.mode(target) == 0o600)
        #expect(try CommandLineTool.run(["log", "verify", target.path]).status == 0)
        let type = try FileManager.default.attributesOfItem(atPath: link.path)[.type]
        #expect(type as? FileAttributeType == .typeSymbolicLink)
    }

    @Test func `a place that cannot be written is refused under the option that named it`() throws {
        let trial = try SampleTrial(active: [])
        let folder = try TemporaryFolder()
        let csv = folder.file("log.csv")
        for bad in [folder.file("missing/log.json"), folder.url, URL(fileURLWithPath: "/dev/full")]
        {
            let run = try CommandLineTool.run(Self.export(trial, csv, bad))
            #expect(run.status == 73, "\(run.errors)")
            #expect(run.errors.contains("another place with --proofs"), "\(run.errors)")
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(files == ["log.csv"])
    }

    @Test func `a trial that is made under no umask is for its owner only`() throws {
        let folder = try TemporaryFolder()
        let sample = try SampleTrial(active: [])
        let made = folder.file("a/trial")
        let arguments = [
            "trial", "init", made.path, "--protocol", Repository.trialProtocol.path, "--staff",
            Repository.fixtures.appendingPathComponent("staff.yaml").path, "--passphrases",
            sample.passphrases.path, "--scrypt-log2n", "14",
        ]
        let run = try CommandLineTool.run(arguments, shell: #"umask 0; exec "$@""#)
        #expect(run.status == 0, "\(run.errors)")
        let paths = FileManager.default.subpaths(atPath: made.path) ?? []
        #expect(paths.contains("keys/BCN.sqlite"))
        for path in paths + [""] {
            let mode = try Self.mode(made.appendingPathComponent(path))
            #expect(mode == 0o600 || mode == 0o700, "\(path): \(mode ?? 0)")
        }
        let fingerprint = try #require(run.output.firstMatch(of: /fingerprint +([0-9a-f]{64})/)?.1)
        let verify = ["log", "verify", made.path, "--founder"]
        #expect(try CommandLineTool.run(verify + [String(fingerprint)]).status == 0)
        let other = String(repeating: "0", count: 64)
        let refused = try CommandLineTool.run(verify + [other])
        #expect(refused.status == 1)
        #expect(refused.output.contains("expected \(other)"))
        #expect(try CommandLineTool.run(verify + ["x"]).status == 65)
    }
}
