import Foundation
import TestSupport
import Yams

/// `Fixtures/EquivalentMutants.yaml`: changes that nobody can notice, each with the reason.
public struct EquivalentMutants: Sendable {
    private let known: Set<Change>

    private struct Change: Hashable, CustomStringConvertible {
        let file: String
        /// The line of the file as it stands, without the blanks around it: it does not move when
        /// lines are added above.
        let line: String
        /// `before → after`.
        let change: String

        var description: String { "\(file): \(line): \(change)" }
    }

    private struct Entry: Decodable {
        let file: String
        let line: String
        let changes: [String]
        let why: String
    }

    /// Reads the file of the repository.
    public init() throws {
        let file = Repository.fixtures.appendingPathComponent("EquivalentMutants.yaml")
        let entries = try YAMLDecoder().decode(
            [Entry].self,
            from: String(contentsOf: file, encoding: .utf8)
        )
        if let flaw = entries.first(where: { $0.why.isEmpty || $0.changes.isEmpty }) {
            throw BoundaryFile.Flaw(description: "\(flaw.file): \(flaw.line): no reason or change")
        }
        known = Set(
            entries.flatMap { entry in
                entry.changes.map { Change(file: entry.file, line: entry.line, change: $0) }
            }
        )
    }

    /// Whether a mutant is listed.
    public func contains(_ mutant: Mutant) -> Bool { known.contains(Self.change(mutant)) }

    /// The entries that are none of `mutants`.
    public func stale(besides mutants: [Mutant]) -> [String] {
        known.subtracting(mutants.map(Self.change)).map(\.description).sorted()
    }

    private static func change(_ mutant: Mutant) -> Change {
        Change(
            file: mutant.path,
            line: mutant.lineText,
            change: "\(mutant.before) → \(mutant.after)"
        )
    }
}
