import Foundation
import TestSupport
import Testing
import TrialOffice

/// `milenari protocol check`, run as a person runs it.
struct ProtocolCheckTests {
    private static let base = Repository.fixtures.appendingPathComponent("Checks/BASE")

    /// A copy of the base with one text replaced.
    private func changed(
        _ folder: TemporaryFolder,
        _ file: String,
        _ old: String,
        _ new: String
    ) throws -> String {
        let made = folder.file("BASE")
        try FileManager.default.copyItem(at: Self.base, to: made)
        let place = made.appendingPathComponent(file)
        let text = try String(contentsOf: place, encoding: .utf8)
        #expect(text.contains(old))
        try Data(text.replacing(old, with: new).utf8).write(to: place)
        return made.path
    }

    private func check(_ arguments: String...) throws -> CommandLineTool.Run {
        try CommandLineTool.run(["protocol", "check"] + arguments)
    }

    @Test func `a clean definition is exit code 0, also when it is strict`() throws {
        let run = try check(Self.base.path, "--strict")
        #expect(run.status == 0)
        #expect(run.output == "BASE: no errors, no warnings\n")
        #expect(run.errors.isEmpty)
    }

    @Test func `no protocol of this repository has an error`() throws {
        let published = try FileManager.default.contentsOfDirectory(
            at: Repository.publishedTrials,
            includingPropertiesForKeys: nil
        ).map(\.path).filter { FileManager.default.fileExists(atPath: $0 + "/protocol.yaml") }
        #expect(published.count >= 7)
        let all = [Repository.trialProtocol.path] + published.sorted()
        let run = try CommandLineTool.run(["protocol", "check"] + all)
        #expect(run.status == 0, "\(run.output)")
    }

    @Test func `an error is told with its line, a caret and what to do, as exit code 1`() throws {
        let folder = try TemporaryFolder()
        let path = try changed(
            folder,
            "criteria.cql",
            "\"Age\" >= 3\n",
            "\"Age\" >= 18 and \"Age\" < 3\n"
        )
        let run = try check(path)
        #expect(run.status == 1)
        #expect(run.errors.isEmpty)
        let expected = """
            BASE/criteria.cql:39:8: error: I01 can never be true, whatever a record says \
            [constant-criterion]
              define "Age is at least 3 years":
                     ^~~~~~~~~~~~~~~~~~~~~~~~~
              → correct the limits or the logic, so that both answers are possible

            """
        #expect(run.output.hasPrefix(expected), "\(run.output)")
        #expect(run.output.hasSuffix("\nBASE: 1 error, 1 warning\n"), "\(run.output)")
    }

    @Test func `a warning is exit code 0, and 1 when it is strict`() throws {
        let folder = try TemporaryFolder()
        let path = try changed(folder, "frameworks/ES.yaml", "[es]", "[es, ca]")
        let run = try check(path)
        #expect(run.status == 0)
        #expect(run.output.contains("BASE/frameworks/ES.yaml:17:3: warning: ES asks for ca"))
        let strict = try check(path, "--strict")
        #expect(strict.status == 1)
        #expect(strict.output == run.output)
    }

    @Test func `what cannot be loaded is exit code 65, with every reason at its place`() throws {
        let folder = try TemporaryFolder()
        let path = try changed(folder, "criteria.cql", "\"Age\" >= 3\n", "\"Aeg\" >= \"Nothing\"\n")
        let run = try check(path)
        #expect(run.status == 65)
        #expect(run.output.contains("BASE/criteria.cql:40:3: error:"))
        #expect(run.output.contains("BASE/criteria.cql:40:12: error:"))
        #expect(run.output.hasSuffix("BASE cannot be loaded\n"))
    }

    @Test func `JSON holds the same, for every folder`() throws {
        let folder = try TemporaryFolder()
        let path = try changed(
            folder,
            "protocol.yaml",
            "at least 3 years old",
            "at least 4 years old"
        )
        let run = try check(path, Self.base.path, "--json")
        #expect(run.status == 1)
        let checks = try JSONDecoder().decode([ProtocolCheck].self, from: Data(run.output.utf8))
        #expect(checks.map(\.folder) == ["BASE", "BASE"])
        #expect(checks[1].findings.isEmpty)
        let finding = try #require(checks[0].findings.first { $0.rule == "text-number" })
        #expect(finding.file == "BASE/protocol.yaml")
        #expect((finding.line, finding.column) == (30, 5))
        #expect(finding.severity == .error)
        #expect(finding.excerpt.hasSuffix("\n    ^~~~"))
    }

    @Test func `the planned trial has no error`() throws {
        let run = try check(Repository.trialProtocol.path)
        #expect(run.status == 0, "\(run.output)")
    }

    @Test func `the rules can be looked up, and are those of the documentation`() throws {
        let run = try check("--rules")
        #expect(run.status == 0)
        let page = Repository.root.appendingPathComponent("Documentation/ProtocolChecks.md")
        let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("| `") }
        #expect(rows.count == ProtocolCheck.rules.count)
        for (row, rule) in zip(rows, ProtocolCheck.rules) {
            let expected =
                "| `\(rule.name)` | \(rule.severity.rawValue) | \(rule.summary) | \(rule.remedy) |"
            #expect(row == expected)
            #expect(run.output.contains(rule.summary))
        }
    }

    @Test(arguments: [[], ["--rules", "x"]])
    func `folders or --rules, one of them`(_ arguments: [String]) throws {
        let run = try CommandLineTool.run(["protocol", "check"] + arguments)
        #expect(run.status == 64)
    }

    @Test func `a folder without a protocol is exit code 66`() throws {
        let folder = try TemporaryFolder()
        #expect(try check(folder.url.path).status == 66)
    }
}
