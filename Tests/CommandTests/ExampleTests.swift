import Foundation
import TestSupport
import Testing

/// The program that the documentation shows to developers of hospitals.
struct ExampleTests {
    @Test(arguments: [("01-birthday-today.json", "true"), ("13-no-such-file.json", "")])
    func `the program of the tutorial evaluates one expression over one bundle`(
        candidate: String,
        answer: String
    ) throws {
        let process = Process()
        process.executableURL = CommandLineTool.executable.deletingLastPathComponent()
            .appendingPathComponent("one-expression")
        process.arguments = [
            Repository.root.appendingPathComponent("Fixtures/Candidates/\(candidate)").path
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        // Whoever debugs a crash wants a backtrace; this one is expected.
        process.environment = ["SWIFT_BACKTRACE": "enable=no"]
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(),
            as: UTF8.self
        )
        process.waitUntilExit()
        #expect(text.trimmingCharacters(in: .whitespacesAndNewlines) == answer)
        #expect((process.terminationStatus == 0) == !answer.isEmpty)
    }

    @Test func `the tutorial shows the program that is run`() throws {
        let program = try String(
            contentsOf: Repository.root.appendingPathComponent("Examples/OneExpression/main.swift"),
            encoding: .utf8
        )
        let tutorial = try String(
            contentsOf: Repository.root.appendingPathComponent(
                "Sources/ClinicalQuality/ClinicalQuality.docc/EvaluateOneExpression.md"
            ),
            encoding: .utf8
        )
        #expect(tutorial.contains("```swift\n\(program)```"))
    }
}
