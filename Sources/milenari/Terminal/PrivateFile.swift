import Foundation
import TrialOffice

/// Writes files that only their owner may read.
enum PrivateFile {
    /// Writes `text` to `path`, which `option` named.
    ///
    /// A file is replaced whole or not at all. What is no plain file, a pipe or a link, is written
    /// through.
    static func write(_ text: String, to path: String, option: String) throws {
        let bytes = Data(text.utf8)
        let type =
            try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        do {
            switch type {
            case nil, .typeRegular: try replace(URL(fileURLWithPath: path), bytes)
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

    private static func replace(_ file: URL, _ bytes: Data) throws {
        let fresh = file.deletingLastPathComponent()
            .appendingPathComponent(".milenari-\(UUID().uuidString)")
        do {
            try bytes.write(to: fresh, options: .withoutOverwriting)
            try close(toOthers: fresh.path)
            let handle = try FileHandle(forUpdating: fresh)
            try handle.synchronize()
            try handle.close()
            // rename(2): "If newpath already exists, it will be atomically replaced".
            guard unsafe rename(fresh.path, file.path) == 0 else {
                throw CocoaError(.fileWriteUnknown)
            }
        } catch {
            try? FileManager.default.removeItem(at: fresh)
            throw error
        }
    }

    private static func writeThrough(_ url: URL, _ bytes: Data) throws {
        let handle = try FileHandle(forWritingTo: url)
        let target = url.resolvingSymlinksInPath().path
        let attributes = try FileManager.default.attributesOfItem(atPath: target)
        if attributes[.type] as? FileAttributeType == .typeRegular {
            try close(toOthers: target)
            try handle.truncate(atOffset: 0)
        }
        try handle.write(contentsOf: bytes)
        try handle.close()
    }

    private static func close(toOthers path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
