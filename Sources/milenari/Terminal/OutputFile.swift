import Foundation
import TrialOffice

/// Writes what an option names: a file that only its owner may read, or through a pipe or link.
enum OutputFile {
    /// Writes `text` to `path`, which `option` named.
    ///
    /// A file is replaced whole or not at all. What is no plain file, a pipe or a link, is written
    /// through.
    static func write(_ text: String, to path: String, option: String) throws {
        let bytes = Array(text.utf8)
        let type =
            try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        do {
            switch type {
            case nil, .typeRegular: try ExportFile.write(bytes, to: URL(fileURLWithPath: path))
            default: try writeThrough(URL(fileURLWithPath: path), bytes)
            }
        } catch {
            throw OfficeError(
                .cannotCreate,
                at: path,
                "this file cannot be written",
                remedy: "choose another place with \(option)"
            )
        }
    }

    private static func writeThrough(_ url: URL, _ bytes: [UInt8]) throws {
        let handle = try FileHandle(forWritingTo: url)
        let target = url.resolvingSymlinksInPath().path
        let attributes = try FileManager.default.attributesOfItem(atPath: target)
        if attributes[.type] as? FileAttributeType == .typeRegular {
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
            try handle.truncate(atOffset: 0)
        }
        try handle.write(contentsOf: bytes)
        try handle.close()
    }
}
