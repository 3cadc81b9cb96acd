import Foundation
import TestSupport
import Testing

/// Texts that tell people what to do name only commands and options that exist.
struct RemedyTests {
    /// The source lines that are no comments, with file and number.
    private static func lines() throws -> [(place: String, text: String)] {
        let sources = Repository.root.appendingPathComponent("Sources")
        var found: [(String, String)] = []
        for module in try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted() {
            let folder = sources.appendingPathComponent(module).resolvingSymlinksInPath()
            for path in FileManager.default.subpaths(atPath: folder.path) ?? []
            where path.hasSuffix(".swift") {
                let file = folder.appendingPathComponent(path)
                let text = try String(contentsOf: file, encoding: .utf8)
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                for (index, line) in lines.enumerated() where !line.contains(/^\s*\/\//) {
                    found.append(("\(module)/\(path):\(index + 1)", String(line)))
                }
            }
        }
        return found
    }

    @Test func `every command that a text names exists`() throws {
        var count = 0
        for line in try Self.lines() {
            for match in line.text.matches(of: /`milenari((?: [a-z]+)+)([^`]*)`/) {
                let words = match.1.split(separator: " ").map(String.init)
                let help = try CommandLineTool.run(words + ["--help"]).output
                let exists = help.contains("USAGE: milenari \(words.joined(separator: " ")) ")
                #expect(exists, "\(line.place): \(match.0)")
                for option in match.2.matches(of: /--[a-z-]+/) {
                    let exists = help.contains("  \(option.0) ")
                    #expect(exists, "\(line.place): \(match.0)")
                }
                count += 1
            }
        }
        #expect(count > 10)
    }

    @Test func `every option that a text names exists`() throws {
        let commands = [
            [], ["trial", "init"], ["protocol", "check"], ["protocol", "diff"],
            ["protocol", "amend"],
            ["site", "readiness"], ["site", "approve"], ["site", "activate"], ["site", "amend"],
            ["site", "suspend"], ["site", "resume"], ["screen", "candidate"], ["screen", "review"],
            ["screen", "batch"], ["screen", "log"], ["screen", "flow"], ["screen", "close"],
            ["subject", "list"], ["subject", "show"], ["subject", "transfer"],
            ["subject", "accept"],
            ["enroll"], ["allocate"], ["log", "export"], ["log", "verify"],
        ]
        var known: Set<String> = []
        for command in commands {
            let help = try CommandLineTool.run(command + ["--help"]).output
            for option in help.matches(of: /\s(--[a-z-]+)\s/) { known.insert(String(option.1)) }
        }
        var count = 0
        for line in try Self.lines() {
            for option in line.text.matches(of: /--[a-z][a-z-]+/) {
                #expect(known.contains(String(option.0)), "\(line.place): \(option.0)")
                count += 1
            }
        }
        #expect(count > 10)
    }
}
