import Foundation
import TrialOffice

/// Reads files that are named on the command line.
enum InputFile {
    /// A document may be this large; a larger one is refused instead of filling the memory.
    static let largest = 200_000_000

    /// The document in `path`.
    static func document(_ path: String) throws -> GivenDocument {
        GivenDocument(name: URL(fileURLWithPath: path).lastPathComponent, bytes: try bytes(path))
    }

    /// The bytes of the file `path`.
    static func bytes(_ path: String) throws -> [UInt8] {
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        if let size, size > largest {
            throw OfficeError(
                .badInput,
                at: path,
                "this file is larger than \(largest / 1_000_000) MB",
                remedy: "export less at a time"
            )
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw OfficeError(
                .notFound,
                at: path,
                "this file cannot be read",
                remedy: "check the name and the permission"
            )
        }
        return [UInt8](data)
    }
}
