import Foundation
import TestSupport
import Testing

/// One candidate against every trial of a folder: only answers, the best match first.
struct AgainstTests {
    private static let day = ["--as-of", "2026-11-21"]
    private static let published = Repository.publishedTrials.path

    /// The candidate of the published trials whose file's name ends in `name`.
    private func candidate(_ name: String) throws -> String {
        let folder = Repository.fixtures.appendingPathComponent("Published/Candidates")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let file = try #require(files.first { $0.hasSuffix("-\(name).json") })
        return folder.appendingPathComponent(file).path
    }

    private func screen(
        _ file: String,
        _ folder: String,
        _ more: [String] = []
    ) throws
        -> CommandLineTool.Run
    {
        try CommandLineTool.run(["screen", file, "--against", folder] + Self.day + more)
    }

    /// The trials in the order of the table, each with its verdict.
    private func rows(_ text: String) -> [(trial: String, verdict: String)] {
        text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ", omittingEmptySubsequences: true)
            guard parts.count == 6, ["✓", "?", "✗"].contains(parts[0]) else { return nil }
            return (String(parts[1]), String(parts[2]))
        }
    }

    @Test func `a candidate who fits is told so, and what is still to be asked`() throws {
        let run = try screen(try candidate("fits"), Self.published)
        #expect(run.status == 0, "\(run.errors)")
        let rows = rows(run.output)
        #expect(rows.count == 8, "\(run.output)")
        #expect(rows.allSatisfy { $0.verdict == "ELIGIBLE" }, "\(run.output)")
        #expect(run.output.contains("to ask: I14 Consent, I15 Assent"), "\(run.output)")
        #expect(run.output.contains("source not seen"))
        let longest = run.output.split(separator: "\n").map(\.count).max() ?? 0
        #expect(longest <= 100)
        #expect(try screen(try candidate("fits"), Self.published).output == run.output)
    }

    @Test func `the best match comes first, and what decides stands below each trial`() throws {
        let run = try screen(try CandidateFixture.named("39").file.path, Self.published)
        #expect(run.status == 2, "\(run.errors)")
        let verdicts = rows(run.output).map(\.verdict)
        let order = ["ELIGIBLE", "UNDETERMINED", "INELIGIBLE"]
        let ranks = verdicts.compactMap(order.firstIndex(of:))
        #expect(ranks == ranks.sorted(), "\(run.output)")
        #expect(Set(ranks).count == 2)
        #expect(run.output.contains("✗ I06 ALT: "), "\(run.output)")
        #expect(run.output.contains("? I99 Further criteria of the record [source not seen]: "))
    }

    @Test(arguments: [
        ("Protocols", 9), ("Protocols/Published", 8), ("Protocols/MILENARI-ALL-1", 1),
    ])
    func `folders of folders are looked through`(_ path: String, _ count: Int) throws {
        let folder = Repository.root.appendingPathComponent(path).path
        let run = try screen(try CandidateFixture.named("01").file.path, folder)
        #expect(rows(run.output).count == count, "\(run.errors)")
        let own = rows(run.output).first { $0.trial == "MILENARI-ALL-1" }
        #expect(own?.verdict == (count == 8 ? nil : "ELIGIBLE"))
    }

    @Test func `nobody fits anywhere`() throws {
        let folder = try TemporaryFolder()
        let label = try copied(["KYMRIAH-EU"], into: folder)
        let run = try screen(try candidate("birthday-26"), label.path)
        #expect(run.status == 1, "\(run.errors)")
        #expect(rows(run.output).map(\.verdict) == ["INELIGIBLE"])
    }

    @Test func `the answers for machines are in the same order`() throws {
        let file = try candidate("one-relapse")
        let table = rows(try screen(file, Self.published).output)
        let json = try screen(file, Self.published, ["--json"]).output
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8))
        let matches = try #require((object as? [String: Any])?["matches"] as? [[String: Any]])
        let ids = matches.compactMap { ($0["report"] as? [String: Any])?["protocolID"] as? String }
        #expect(ids == table.map(\.trial))
        let verdicts = matches.compactMap { ($0["verdict"] as? String)?.uppercased() }
        #expect(verdicts == table.map(\.verdict))
    }

    // MARK: Folders that do not serve

    /// A folder `Published` with some of the trials, beside a copy of the library.
    private func copied(_ trials: [String], into folder: TemporaryFolder) throws -> URL {
        let manager = FileManager.default
        let home = folder.file("Published")
        try manager.createDirectory(at: home, withIntermediateDirectories: true)
        try manager.copyItem(
            at: Repository.root.appendingPathComponent("Protocols/Library"),
            to: folder.file("Library")
        )
        for trial in trials {
            try manager.copyItem(
                at: Repository.publishedTrials.appendingPathComponent(trial),
                to: home.appendingPathComponent(trial)
            )
        }
        return home
    }

    @Test func `a folder without definitions is refused`() throws {
        let folder = try TemporaryFolder()
        for url in [folder.url, folder.file("missing")] {
            let run = try screen(try candidate("fits"), url.path)
            #expect(run.status == 66)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains("no trial definition"), "\(run.errors)")
            #expect(run.errors.contains(url.lastPathComponent))
        }
    }

    @Test func `one definition with an error is told with its place, and nobody is ranked`() throws
    {
        let folder = try TemporaryFolder()
        let home = try copied(["KYMRIAH-EU", "NCT06080191"], into: folder)
        let file = home.appendingPathComponent("NCT06080191/criteria.cql")
        let text = try String(contentsOf: file, encoding: .utf8)
        let wrong = text.replacing("define \"Screening day\":", with: "define \"Day\":")
        try Data(wrong.utf8).write(to: file)
        let run = try screen(try candidate("fits"), home.path)
        #expect(run.status == 65)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("NCT06080191/protocol.yaml:"), "\(run.errors)")
    }

    @Test func `a folder that has criteria and no protocol is not passed over`() throws {
        let folder = try TemporaryFolder()
        let home = try copied(["KYMRIAH-EU", "NCT06080191"], into: folder)
        let gone = home.appendingPathComponent("NCT06080191/protocol.yaml")
        try FileManager.default.removeItem(at: gone)
        let run = try screen(try candidate("fits"), home.path)
        #expect(run.status == 66)
        #expect(run.errors.contains("NCT06080191"), "\(run.errors)")
    }

    @Test func `a refusal is told as one, and nobody is sent to ask again`() throws {
        let file = try candidate("consent-refused")
        let trial = Repository.publishedTrials.appendingPathComponent("NCT05210907").path
        let run = try CommandLineTool.run(["screen", file, "--protocol", trial] + Self.day)
        #expect(run.status == 1)
        #expect(run.output.contains("✗ I04"), "\(run.output)")
        #expect(run.output.contains("respect the refusal"), "\(run.output)")
    }

    @Test func `a published trial cannot be founded`() throws {
        let folder = try TemporaryFolder()
        let run = try CommandLineTool.run([
            "trial", "init", folder.file("trial").path, "--protocol",
            Repository.publishedTrials.appendingPathComponent("NCT02435849").path, "--staff",
            Repository.fixtures.appendingPathComponent("staff.yaml").path,
        ])
        #expect(run.status == 65)
        #expect(run.errors.contains("published trial of others"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.file("trial").path))
    }

    @Test(arguments: [["--protocol", "X"], ["--site", "BCN"], ["--trial", "X", "--user", "u"]])
    func `other ways of screening do not go with it`(_ more: [String]) throws {
        #expect(try screen("x.json", Self.published, more).status == 64)
    }
}
