public import Foundation
import Yams

/// A document or protocol with one defect, and what its refusal has to say.
public struct BadInputFixture: Sendable, CustomStringConvertible {
    /// The name of the document without ending, or of the protocol's folder.
    public let name: String
    /// Where the defective document lies, or the folder of the defective protocol's files.
    public let url: URL
    /// The exit code with which the command refuses.
    public let exit: Int32
    /// Texts that the message has to contain.
    public let mentions: [String]
    /// Texts that it must not contain.
    public let never: [String]
    /// For a protocol: the defective file.
    public let file: String?
    /// For a protocol: the line where the file is fixed, from 1.
    public let line: Int?

    /// The name: how a failing test names the input.
    public var description: String { name }

    private struct Expected: Decodable {
        let exit: Int32
        let mentions: [String]?
        let never: [String]?
        let file: String?
        let line: Int?
    }

    private init(name: String, url: URL, expected: URL) throws {
        let text = try String(contentsOf: expected, encoding: .utf8)
        let read = try YAMLDecoder().decode(Expected.self, from: text)
        self.name = name
        self.url = url
        exit = read.exit
        mentions = read.mentions ?? []
        never = read.never ?? []
        file = read.file
        line = read.line
    }

    private static func contents(_ folder: String) throws -> [URL] {
        let url = Repository.fixtures.appendingPathComponent("Bad/\(folder)")
        return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// The bad documents.
    public static func documents() throws -> [BadInputFixture] {
        try contents("Documents").filter { $0.pathExtension == "json" }.map { url in
            let stem = url.deletingPathExtension()
            return try BadInputFixture(
                name: stem.lastPathComponent,
                url: url,
                expected: stem.appendingPathExtension("expected.yaml")
            )
        }
    }

    /// The bad tables and worksheets.
    public static func sheets() throws -> [BadInputFixture] {
        try contents("Sheets").filter { !$0.path.hasSuffix(".expected.yaml") }.map { url in
            try BadInputFixture(
                name: url.lastPathComponent,
                url: url,
                expected: url.deletingPathExtension().appendingPathExtension("expected.yaml")
            )
        }
    }

    /// The bad protocols.
    public static func protocols() throws -> [BadInputFixture] {
        try contents("Protocols").filter { $0.lastPathComponent != "base" }.map { url in
            try BadInputFixture(
                name: url.lastPathComponent,
                url: url,
                expected: url.appendingPathComponent("expected.yaml")
            )
        }
    }

    /// Makes the defective protocol folder in `folder`: the real one, `base` and the case, laid
    /// over each other.
    public func makeProtocol(in folder: URL) throws -> URL {
        let made = folder.appendingPathComponent("BAD")
        let library = folder.appendingPathComponent("Library")
        let manager = FileManager.default
        try manager.copyItem(at: Repository.trialProtocol, to: made)
        // The base has criteria of its own, which no amendment of the trial changes.
        try manager.removeItem(at: made.appendingPathComponent("amendments"))
        try manager.copyItem(
            at: Repository.root.appendingPathComponent("Protocols/Library"),
            to: library
        )
        let base = Repository.fixtures.appendingPathComponent("Bad/Protocols/base")
        for layer in [base, url] {
            for file in try manager.contentsOfDirectory(at: layer, includingPropertiesForKeys: nil)
            where file.lastPathComponent != "expected.yaml" {
                let place = made.appendingPathComponent(file.lastPathComponent)
                try? manager.removeItem(at: place)
                try manager.copyItem(at: file, to: place)
            }
        }
        return made
    }
}
