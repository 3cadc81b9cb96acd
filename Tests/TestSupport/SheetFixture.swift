public import Foundation

/// A synthetic candidate as a table or worksheet, beside the bundle of the same candidate.
public struct SheetFixture: Sendable, CustomStringConvertible {
    /// The file's name.
    public let name: String
    /// Where it lies.
    public let file: URL
    /// The same candidate as a bundle.
    public let candidate: CandidateFixture
    /// The sheet.
    public let bytes: [UInt8]

    /// The file's name: how a failing test names the sheet.
    public var description: String { name }

    /// All sheets of `Fixtures/Sheets`, by name.
    public static func all() throws -> [SheetFixture] {
        let candidates = Dictionary(
            uniqueKeysWithValues: try CandidateFixture.all().map { ($0.name, $0) }
        )
        let folder = Repository.fixtures.appendingPathComponent("Sheets")
        let files = try FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: nil
        )
        return try files.sorted { $0.lastPathComponent < $1.lastPathComponent }.map { file in
            let stem = file.lastPathComponent.split(separator: ".")[0]
            guard let candidate = candidates[String(stem)] else {
                throw CocoaError(.fileNoSuchFile)
            }
            return SheetFixture(
                name: file.lastPathComponent,
                file: file,
                candidate: candidate,
                bytes: [UInt8](try Data(contentsOf: file))
            )
        }
    }

    /// The sheet whose name begins with `prefix` and ends in `ending`, for example `wide.csv`.
    public static func named(_ prefix: String, _ ending: String) throws -> SheetFixture {
        let found = try all().first { $0.name.hasPrefix(prefix) && $0.name.hasSuffix(ending) }
        guard let found else { throw CocoaError(.fileNoSuchFile) }
        return found
    }
}
