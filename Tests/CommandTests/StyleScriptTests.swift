import Foundation
import TestSupport
import Testing

/// `Scripts/check-style` says where unsafe code stands without being listed, and the other way
/// round.
struct StyleScriptTests {
    /// A tree as small as the script needs it.
    private func tree(_ sources: [String: String], unsafe: [String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let manager = FileManager.default
        for name in ["Scripts", "Sources/A", "Tests", "Examples", "Benchmarks", "Fuzzing"] {
            try manager.createDirectory(
                at: folder.file(name),
                withIntermediateDirectories: true
            )
        }
        for name in ["Scripts/check-style", ".swift-format"] {
            let source = Repository.root.appendingPathComponent(name)
            try manager.copyItem(at: source, to: folder.file(name))
        }
        for (name, text) in sources.merging(["Package.swift": "let a = 1\n"], uniquingKeysWith: +) {
            try Data(text.utf8).write(to: folder.file(name))
        }
        let list = unsafe.map { $0 + "\n" }.joined()
        try Data(list.utf8).write(to: folder.file("Scripts/unsafe-files"))
        return folder
    }

    private func run(_ folder: TemporaryFolder) throws -> (status: Int32, errors: String) {
        let process = Process()
        process.executableURL = folder.file("Scripts/check-style")
        let pipe = Pipe()
        process.standardError = pipe
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let errors = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: errors, as: UTF8.self))
    }

    @Test(arguments: [
        (["Sources/A/b.swift": "unsafe let b = 1"], ["Sources/A/b.swift"], ""),
        (["Sources/A/b.swift": "let b = 1"], ["Sources/A/b.swift"], "< Sources/A/b.swift"),
        (["Sources/A/b.swift": "unsafe let b = 1"], ["Sources/A/c.swift"], "> Sources/A/b.swift"),
        (["Sources/A/b.swift": "let unsafely = 1"], ["Sources/A/b.swift"], "< Sources/A/b.swift"),
        (
            ["Sources/A/b.swift": "unsafe let b = 1", "Sources/A/c.swift": "unsafe let c = 1"],
            ["Sources/A/b.swift"], "> Sources/A/c.swift"
        ),
        (["Sources/A/b.swift": "let  b = 1"], [], "b.swift:1:4: error: [Spacing]"),
    ])
    func `unsafe code stands in the listed files, and only there`(
        _ sources: [String: String],
        _ listed: [String],
        _ complaint: String
    ) throws {
        let lines = sources.mapValues { $0.replacing("unsafe let", with: "// unsafe\nlet") + "\n" }
        let result = try run(try tree(lines, unsafe: listed))
        #expect((result.status == 0) == complaint.isEmpty, "\(result.errors)")
        #expect(complaint.isEmpty || result.errors.contains(complaint), "\(result.errors)")
    }
}
