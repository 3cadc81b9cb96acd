import Foundation
import TestSupport
import Testing
import TrialOffice

/// What may only be read is verified all the same; what may not be read is no finding.
@Suite(.enabled(if: CommandLineTool.unprivileged != nil))
struct ReadOnlyFolderTests {
    /// A trial with data, copied while its last event stands in the write-ahead log only.
    private static let sample = Result {
        let trial = try SampleTrial(active: ["BCN"])
        try trial.allocate(candidates: ["01"])
        let open = try trial.whileUnclosed(screening: "05") { try trial.copy() }
        let events = try TrialOffice.verify(trial: trial.url).events
        return (open: open, closed: try trial.copy(), events: events)
    }

    private func copy(
        _ url: URL,
        folders: Int = 0o500,
        files: Int = 0o400
    ) throws -> (
        TemporaryFolder, URL
    ) {
        let folder = try TemporaryFolder()
        let copy = folder.file("trial")
        try FileManager.default.copyItem(at: url, to: copy)
        try CommandLineTool.give(copy, folders: folders, files: files)
        return (folder, copy)
    }

    private func open(_ copy: URL) throws {
        try CommandLineTool.give(copy, folders: 0o700, files: 0o600)
    }

    private func run(
        _ arguments: [String],
        environment: [String: String] = [:]
    ) throws -> CommandLineTool.Run {
        try CommandLineTool.run(
            arguments,
            environment: environment,
            shell: CommandLineTool.unprivileged
        )
    }

    @Test func `a folder that may only be read holds, with what only its write-ahead log has`()
        throws
    {
        let (crashed, closed, expected) = try Self.sample.get()
        let wal = crashed.trial.appendingPathComponent("trial.sqlite-wal")
        #expect(try Data(contentsOf: wal).count > 0)
        for source in [crashed.trial, closed.trial] {
            let (folder, copy) = try copy(source)
            let before = try FolderContents(copy)
            let verify = try run(["log", "verify", copy.path, "--json"])
            #expect(verify.status == 0, "\(verify.output) \(verify.errors)")
            #expect(verify.output.contains("\"events\" : \(expected),"), "\(verify.output)")
            try open(copy)
            #expect(try FolderContents(copy) == before)
            withExtendedLifetime(folder) {}
        }
    }

    @Test func `a changed folder that may only be read does not hold`() throws {
        let (folder, copy) = try copy(try Self.sample.get().closed.trial)
        try open(copy)
        let note = copy.appendingPathComponent("head.note")
        let text = try String(contentsOf: note, encoding: .utf8)
        try Data(text.replacing("screenings 2", with: "screenings 1").utf8).write(to: note)
        try CommandLineTool.give(copy, folders: 0o500, files: 0o400)
        let verify = try run(["log", "verify", copy.path])
        #expect(verify.status == 1, "\(verify.errors)")
        #expect(verify.output.contains("head.note: "))
        try open(copy)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: [
        "trial.sqlite", "head.note", "vaults/BCN.sqlite", "keys/BCN.sqlite", "vaults",
        "protocol/MILENARI-ALL-1/protocol.yaml", "protocol/MILENARI-ALL-1", ".",
    ])
    func `what may not be read is named, and is no finding`(_ path: String) throws {
        for folders in [0o500, 0o700] {
            let (folder, copy) = try copy(try Self.sample.get().closed.trial, folders: folders)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0],
                ofItemAtPath: copy.appendingPathComponent(path).path
            )
            let verify = try run(["log", "verify", copy.path])
            #expect(verify.status == 74, "\(verify.output) \(verify.errors)")
            #expect(verify.output.isEmpty)
            let name = path == "." ? "trial.sqlite" : path
            #expect(verify.errors.contains("— \(name)"), "\(verify.errors)")
            #expect(verify.errors.contains("permission"), "\(verify.errors)")
            try open(copy)
            withExtendedLifetime(folder) {}
        }
    }

    @Test func `without room for a private copy nothing is said about the trial`() throws {
        let (folder, copy) = try copy(try Self.sample.get().closed.trial)
        let verify = try run(
            ["log", "verify", copy.path],
            environment: ["TMPDIR": copy.path + "/none"]
        )
        #expect(verify.status == 74, "\(verify.output) \(verify.errors)")
        #expect(verify.errors.contains("copy of trial.sqlite"), "\(verify.errors)")
        try open(copy)
        withExtendedLifetime(folder) {}
    }

    @Test func `a command that writes is refused, and changes nothing`() throws {
        let (folder, copy) = try copy(try Self.sample.get().closed.trial)
        let before = try FolderContents(copy)
        let keys = folder.file("passphrase")
        try Data("jordi.bcn\n".utf8).write(to: keys)
        let screen = try run([
            "screen", try CandidateFixture.named("04").file.path, "--as-of", "2026-11-21",
            "--trial", copy.path, "--user", "jordi.bcn", "--passphrase-file", keys.path,
        ])
        #expect(screen.status == 74, "\(screen.output) \(screen.errors)")
        #expect(screen.output.isEmpty)
        #expect(screen.errors.contains("cannot be changed — trial.sqlite"), "\(screen.errors)")
        try open(copy)
        #expect(try FolderContents(copy) == before)
        withExtendedLifetime(folder) {}
    }
}
