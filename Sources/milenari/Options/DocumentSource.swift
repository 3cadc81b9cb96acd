import Foundation
import TrialDefinition
import TrialOffice

/// Many documents: the files of a folder by name, the lines of an NDJSON file, or the candidates of
/// a table.
///
/// One document is held in memory at a time.
struct DocumentSource {
    private let path: String
    private let isFolder: Bool
    private let definition: TrialProtocol

    init(_ path: String, _ definition: TrialProtocol) throws {
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
            throw OfficeError(
                .notFound,
                at: path,
                "there is no such folder or file",
                remedy: "name a folder of documents, an NDJSON file with a bundle in each line, or"
                    + " a CSV table"
            )
        }
        self.path = path
        self.definition = definition
        isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
        // Taken line by line, one document would give an error for each of its lines.
        guard isFolder || Self.format(path) == .csv || !Self.isOneDocument(path) else {
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
        if isFolder {
            try eachFile(body)
        } else if Self.format(path) == .csv {
            try eachCandidate(of: path, body)
        } else {
            try eachLine(body)
        }
    }

    private static func format(_ path: String) -> GivenDocument.Format {
        GivenDocument.Format(fileName: path)
    }

    private static func isOneDocument(_ path: String) -> Bool {
        path.hasSuffix(".json") || format(path) == .worksheet
    }

    private func eachFile(
        _ body: (Result<GivenDocument, OfficeError>, String) throws -> Void
    ) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        for name in names.sorted() {
            do {
                let file = URL(fileURLWithPath: path).appendingPathComponent(name).path
                switch Self.format(name) {
                case .csv: try eachCandidate(of: file, body)
                case .worksheet:
                    let document = try InputFile.document(file)
                    // Other YAML files are no documents of candidates.
                    if document.isWorksheet { try body(.success(document), name) }
                case .fhir:
                    guard name.hasSuffix(".json") else { continue }
                    try body(.success(try InputFile.document(file)), name)
                }
            } catch let error as OfficeError {
                try body(.failure(error), name)
            }
        }
    }

    /// Reads the table twice, in parts.
    private func eachCandidate(
        of path: String,
        _ body: (Result<GivenDocument, OfficeError>, String) throws -> Void
    ) throws {
        let name = URL(fileURLWithPath: path).lastPathComponent
        var table = try CandidateTable(name: name, definition: definition)
        let first = try Self.open(path)
        try table.check { try [UInt8](first.read(upToCount: 1 << 18) ?? Data()) }
        let second = try Self.open(path)
        try table.forEach({ try [UInt8](second.read(upToCount: 1 << 18) ?? Data()) }, body)
    }

    private static func open(_ path: String) throws -> FileHandle {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw OfficeError(
                .notFound,
                at: path,
                "this file cannot be read",
                remedy: "check the name and the permission"
            )
        }
        return file
    }

    private func eachLine(
        _ body: (Result<GivenDocument, OfficeError>, String) throws -> Void
    ) throws {
        let file = try Self.open(path)
        let name = URL(fileURLWithPath: path).lastPathComponent
        var number = 0
        var line: [UInt8] = []
        func finish() throws {
            number += 1
            defer { line.removeAll(keepingCapacity: true) }
            guard line.contains(where: { $0 > 0x20 }) else { return }
            let place = "\(name):\(number)"
            try body(.success(GivenDocument(name: place, bytes: line, format: .fhir)), place)
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
