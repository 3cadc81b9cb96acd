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
        // A pipe or a device tells no size, so the reading itself has the limit.
        guard let file = FileHandle(forReadingAtPath: path),
            let data = try? file.read(upToCount: largest + 1) ?? Data()
        else {
            throw OfficeError(
                .notFound,
                at: path,
                "this file cannot be read",
                remedy: "check the name and the permission"
            )
        }
        if data.count > largest {
            throw OfficeError(
                .badInput,
                at: path,
                "this file is larger than \(largest / 1_000_000) MB",
                remedy: "export less at a time"
            )
        }
        return [UInt8](data)
    }
}
