public import Foundation

/// A folder that is removed when nobody uses it any more.
public final class TemporaryFolder: Sendable {
    /// Where the folder lies.
    public let url: URL

    /// Makes an empty folder.
    public init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("milenari-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// A place in the folder.
    public func file(_ name: String) -> URL {
        url.appendingPathComponent(name)
    }
}
