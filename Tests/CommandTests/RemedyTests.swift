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

    /// The help of a command, and of all that it has below it.
    private static func helpTexts(of command: [String]) throws -> [String] {
        let help = try CommandLineTool.run(command + ["--help"]).output
        let parts = help.split(separator: "SUBCOMMANDS:\n", maxSplits: 1)
        let names = parts.dropFirst().flatMap { list in
            list.matches(of: /(?m)^  ([a-z-]+)(?: |$)/).map { String($0.1) }
        }
        return try [help] + names.flatMap { try helpTexts(of: command + [$0]) }
    }

    @Test func `every option that a text names exists`() throws {
        var known: Set<String> = []
        for help in try Self.helpTexts(of: []) {
            for option in help.matches(of: /\s(--[a-z-]+)\s/) { known.insert(String(option.1)) }
        }
        var count = 0
        for line in try Self.lines() {
            for option in line.text.matches(of: /--[a-z][a-z-]+/) {
                #expect(known.contains(String(option.0)), "\(line.place): \(option.0)")
                count += 1
            }
        }
        #expect(count > 10 && known.count > 20)
    }
}
