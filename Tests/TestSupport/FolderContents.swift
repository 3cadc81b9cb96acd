public import Foundation

/// The bytes of every file below a folder: two are equal when nothing was changed.
public struct FolderContents: Equatable, Sendable {
    /// By path.
    public let files: [String: Data]

    /// Reads everything below `url`.
    public init(_ url: URL) throws {
        var files: [String: Data] = [:]
        for path in FileManager.default.subpaths(atPath: url.path) ?? [] {
            let file = url.appendingPathComponent(path)
            if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[path] = try Data(contentsOf: file)
            }
        }
        self.files = files
    }
}
