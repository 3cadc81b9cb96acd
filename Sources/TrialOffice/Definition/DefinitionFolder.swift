import Cryptography
public import Foundation
public import TrialDefinition
import TrialStore

/// Reads a protocol folder, and the shared library beside it, from the disk.
public enum DefinitionFolder: Sendable {
    /// What belongs to a definition; anything else in the folder is left alone.
    private static let suffixes = ["yaml", "cql"]
    /// A definition larger than this is an error, not a protocol.
    private static let largestFile = 10_000_000

    /// The files of the protocol folder `url`.
    public static func read(_ url: URL) throws(OfficeError) -> DefinitionFiles {
        let folder = url.standardizedFileURL
        let name = folder.lastPathComponent
        var texts: [String: String] = [:]
        try read(folder, as: name, into: &texts)
        guard texts["\(name)/protocol.yaml"] != nil else {
            throw OfficeError(
                .notFound,
                at: url.path,
                "there is no protocol.yaml",
                remedy: "name a protocol folder, for example Protocols/MILENARI-ALL-1"
            )
        }
        let shared = DefinitionFiles.sharedFolder
        // Beside the protocol; published trials lie together in a folder of their own beside it.
        var home = folder.deletingLastPathComponent()
        if home.lastPathComponent == DefinitionFiles.publishedFolder {
            home.deleteLastPathComponent()
        }
        let sharedFolder = home.appendingPathComponent(shared)
        if FileManager.default.fileExists(atPath: sharedFolder.path) {
            try read(sharedFolder, as: shared, into: &texts)
        }
        return DefinitionFiles(protocolFolder: name, texts: texts)
    }

    /// The files of every protocol folder in the folder `url` or in a folder of it, by name.
    ///
    /// A folder with files of a definition has to be a protocol folder, or the shared library: none
    /// is passed over in silence.
    public static func readAll(_ url: URL) throws(OfficeError) -> [DefinitionFiles] {
        let found = try collect(url.standardizedFileURL, levels: 2)
        guard found.isEmpty else { return found }
        throw OfficeError(
            .notFound,
            at: url.path,
            "there is no trial definition in this folder",
            remedy: "name a folder of protocol folders, for example Protocols/Published"
        )
    }

    private static func collect(
        _ folder: URL,
        levels: Int
    ) throws(OfficeError) -> [DefinitionFiles] {
        try requireReadable(folder, as: folder.path)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        if names.contains(where: isDefinition) { return [try read(folder)] }
        guard levels > 0 else { return [] }
        var found: [DefinitionFiles] = []
        for name in names.sorted() where name != DefinitionFiles.sharedFolder {
            found += try collect(folder.appendingPathComponent(name), levels: levels - 1)
        }
        return found
    }

    private static func isDefinition(_ path: String) -> Bool {
        guard let dot = path.lastIndex(of: ".") else { return false }
        return suffixes.contains(String(path[path.index(after: dot)...]))
    }

    private static func read(
        _ folder: URL,
        as name: String,
        into texts: inout [String: String]
    ) throws(OfficeError) {
        try requireReadable(folder, as: name)
        guard let paths = FileManager.default.subpaths(atPath: folder.path) else { return }
        for path in paths.sorted() where isDefinition(path) {
            let file = folder.appendingPathComponent(path)
            try requireReadable(file, as: "\(name)/\(path)")
            guard let data = FileManager.default.contents(atPath: file.path),
                data.count <= largestFile, let text = String(data: data, encoding: .utf8)
            else {
                throw OfficeError(
                    .badInput,
                    at: "\(name)/\(path)",
                    "this file cannot be read as UTF-8 text of at most 10 MB",
                    remedy: "save it as UTF-8"
                )
            }
            texts["\(name)/\(path)"] = text
        }
    }

    /// What is there, but may not be read, is no error of the definition.
    private static func requireReadable(_ url: URL, as name: String) throws(OfficeError) {
        let manager = FileManager.default
        let isThere = manager.fileExists(atPath: url.path)
        guard isThere, !manager.isReadableFile(atPath: url.path) else { return }
        throw OfficeError(
            .storage,
            at: name,
            "the system does not let you read this",
            remedy: "work as its owner, or let the owner give you the permission"
        )
    }

    /// Writes `files` below `folder`.
    static func write(_ files: DefinitionFiles, to folder: URL) throws {
        for path in files.paths {
            let file = folder.appendingPathComponent(path)
            try PrivateFile.makeFolder(file.deletingLastPathComponent())
            try PrivateFile.write(Array((files.texts[path] ?? "").utf8), to: file)
        }
    }
}

extension DefinitionFiles {
    /// `sha256 path` of each file, in the order of the paths: what the log's first event holds.
    var digests: [String] {
        paths.map { "\(SHA256.digest(of: Array((texts[$0] ?? "").utf8)).hex) \($0)" }
    }
}
