import Foundation
import TrialOffice

/// Many documents: the JSON files of a folder by name, or the lines of an NDJSON file.
///
/// One document is held in memory at a time.
struct DocumentSource {
    private let path: String
    private let isFolder: Bool

    init(_ path: String) throws {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
            throw OfficeError(
                .notFound,
                at: path,
                "there is no such folder or file",
                remedy: "name a folder of JSON files, or an NDJSON file with a bundle in each line"
            )
        }
        self.path = path
        isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
        // Taken line by line, one document would give an error for each of its lines.
        guard isFolder || !path.hasSuffix(".json") else {
            throw OfficeError(
                .badInput,
                at: path,
                "this is one document, no folder and no NDJSON file",
                remedy: "screen it with `milenari screen candidate FILE`, or name its folder"
            )
        }
    }

    /// Hands each document to `body`, or why it cannot be read.
    func forEach(_ body: (Result<GivenDocument, OfficeError>, String) throws -> Void) throws {
        if isFolder { try eachFile(body) } else { try eachLine(body) }
    }

    private func eachFile(
        _ body: (Result<GivenDocument, OfficeError>, String) throws -> Void
    ) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        for name in names.filter({ $0.hasSuffix(".json") }).sorted() {
            do {
                let file = URL(fileURLWithPath: path).appendingPathComponent(name).path
                try body(.success(try InputFile.document(file)), name)
            } catch let error as OfficeError {
                try body(.failure(error), name)
            }
        }
    }

    private func eachLine(
        _ body: (Result<GivenDocument, OfficeError>, String) throws -> Void
    ) throws {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw OfficeError(
                .notFound,
                at: path,
                "this file cannot be read",
                remedy: "check the name and the permission"
            )
        }
        let name = URL(fileURLWithPath: path).lastPathComponent
        var number = 0
        var line: [UInt8] = []
        func finish() throws {
            number += 1
            defer { line.removeAll(keepingCapacity: true) }
            guard line.contains(where: { $0 > 0x20 }) else { return }
            let place = "\(name):\(number)"
            try body(.success(GivenDocument(name: place, bytes: line)), place)
        }
        while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
            var rest = part[...]
            while let end = rest.firstIndex(of: 0x0A) {
                line.append(contentsOf: rest[..<end])
                try finish()
                rest = rest[rest.index(after: end)...]
            }
            line.append(contentsOf: rest)
            guard line.count <= InputFile.largest else {
                throw OfficeError(
                    .badInput,
                    at: "\(name):\(number + 1)",
                    "this line is longer than \(InputFile.largest / 1_000_000) MB",
                    remedy: "write each bundle in a line of its own"
                )
            }
        }
        if !line.isEmpty { try finish() }
    }
}
