import Foundation
import Randomization
import Testing

/// The repository, and the re-implementation in another language.
enum OtherImplementation {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let python = [
        "/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3",
    ]
    .first(where: FileManager.default.isExecutableFile)

    /// Runs `Examples/replay_allocations.py` on a file.
    static func replay(_ file: URL) throws -> (output: String, status: Int32) {
        let process = Process()
        process.executableURL = URL(filePath: try #require(python))
        process.arguments = [
            "-B", root.appending(path: "Examples/replay_allocations.py").path, file.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: output, as: UTF8.self), process.terminationStatus)
    }
}

/// A log with the seed and scheme that made it, as the re-implementation reads it.
struct ReplayFixture: Codable {
    var seed: String
    var scheme: String
    var log: [[String]]
    /// What led to each allocation, one line each.
    var draws: [String]

    init(_ scheme: Scheme, seed: [UInt8], _ draws: [Draw]) {
        self.seed = seed.map { String(format: "%02x", $0) }.joined()
        self.scheme = scheme.canonicalText
        log = draws.map { [$0.stratum.text, $0.arm.code] }
        self.draws = draws.map(Self.line)
    }

    /// One line of one draw, as the re-implementation prints it.
    static func line(_ draw: Draw) -> String {
        let details = draw.unblinding
        let weights = details.large?.weights ?? details.weights.map(String.init)
        let value = details.large?.value ?? String(details.value)
        let block = details.block.map { "\($0.index)/\($0.size)/\($0.position)" } ?? "-"
        return "\(draw.arm.code) \(details.label) weights=\(weights.joined(separator: ":"))"
            + " value=\(value) words=\(details.words) block=\(block)"
    }

    /// The fixture as a file's text.
    func text() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }
}
