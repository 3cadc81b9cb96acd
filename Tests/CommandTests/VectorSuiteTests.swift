import Foundation
import TestSupport
import Testing

/// `Scripts/conformance wycheproof` on files of the form of the public suite.
struct VectorSuiteTests {
    private static let vectors = Repository.root.appendingPathComponent("Fixtures/Vectors")

    private func run(_ folder: URL) throws -> (status: Int32, lines: [String]) {
        let process = Process()
        process.executableURL = CommandLineTool.executable.deletingLastPathComponent()
            .appendingPathComponent("conformance")
        process.arguments = ["wycheproof", folder.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        return (process.terminationStatus, lines)
    }

    @Test func `the curves are run, and keys in other encodings skipped`() throws {
        let (status, lines) = try run(Self.vectors)
        #expect(status == 0)
        #expect(lines.last == "17 passed, 0 failed, 1 skipped")
    }

    @Test(arguments: [
        ("rfc7748_x25519.json", "c3da55", "c3da56", "4 passed, 1 failed, 0 skipped"),
        ("rfc8032_ed25519.json", "e55643", "e55644", "11 passed, 1 failed, 0 skipped"),
        ("rfc7748_x25519.json", "\"valid\"", "\"invalid\"", "1 passed, 4 failed, 0 skipped"),
    ])
    func `a vector that does not hold fails`(
        name: String,
        right: String,
        wrong: String,
        summary: String
    ) throws {
        let folder = try TemporaryFolder()
        let file = Self.vectors.appendingPathComponent(name)
        let text = try String(contentsOf: file, encoding: .utf8)
        let changed =
            right.hasPrefix("\"")
            ? text.replacing(right, with: wrong)
            : text.replacing(right, with: wrong, maxReplacements: 1)
        try Data(changed.utf8).write(to: folder.file(name))
        let (status, lines) = try run(folder.file("."))
        #expect(status == 1)
        #expect(lines.last == summary)
    }
}
