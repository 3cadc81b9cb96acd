public import Foundation

/// Makes files and folders that only their owner can use, whatever the process leaves to others.
public enum PrivateFile: Sendable {
    /// Makes the folder `url`, and those above it that do not exist.
    public static func makeFolder(_ url: URL) throws {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: url.path) else { return }
        if url.deletingLastPathComponent().path != url.path {
            try makeFolder(url.deletingLastPathComponent())
        }
        try manager.createDirectory(at: url, withIntermediateDirectories: false)
        try manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: url.path)
    }

    /// Makes or replaces the file `file`: whole or not at all, also after a power loss.
    public static func write(_ bytes: [UInt8], to file: URL) throws {
        let fresh = file.deletingLastPathComponent()
            .appendingPathComponent(".milenari-\(UUID().uuidString)")
        do {
            try Data().write(to: fresh, options: .withoutOverwriting)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600],
                ofItemAtPath: fresh.path
            )
            let handle = try FileHandle(forWritingTo: fresh)
            try handle.write(contentsOf: bytes)
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
}
