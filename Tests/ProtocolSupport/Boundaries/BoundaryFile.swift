import Foundation
import TestSupport
import Yams

/// `Fixtures/Boundaries.yaml`: what is right on both sides of each limit, as people have read it.
public struct BoundaryFile: Sendable {
    /// By version, row and limit in words.
    private let own: [String: [String: [String: [BoundaryExpectation]]]]
    /// For any row that has the limit and says nothing itself, by limit in words.
    private let common: [String: [BoundaryExpectation]]

    /// A file that says something else than it may; the text names the place.
    public struct Flaw: Error, CustomStringConvertible {
        /// What is wrong, with its place.
        public let description: String
    }

    private static let commonKey = "everywhere"

    /// Reads the file of the repository.
    public init() throws {
        let file = Repository.fixtures.appendingPathComponent("Boundaries.yaml")
        try self.init(String(contentsOf: file, encoding: .utf8))
    }

    /// Reads the text of such a file.
    public init(_ text: String) throws {
        guard let root = try Yams.compose(yaml: text).map(Self.plain) as? [String: Any] else {
            throw Flaw(description: "this is no mapping")
        }
        var own: [String: [String: [String: [BoundaryExpectation]]]] = [:]
        var common: [String: [BoundaryExpectation]] = [:]
        for (section, value) in root {
            guard let rows = value as? [String: Any] else {
                throw Flaw(description: "\(section) is no mapping")
            }
            if section == Self.commonKey {
                for (limit, value) in rows { common[limit] = try Self.cases(value, limit) }
                continue
            }
            for (row, value) in rows {
                guard let limits = value as? [String: Any] else {
                    throw Flaw(description: "\(section) \(row) is no mapping")
                }
                for (limit, value) in limits {
                    own[section, default: [:]][row, default: [:]][limit] =
                        try Self.cases(value, "\(section) \(row): \(limit)")
                }
            }
        }
        (self.own, self.common) = (own, common)
    }

    /// Mappings, lists and texts: a date or a number stays as it is written.
    private static func plain(_ node: Node) -> Any {
        switch node {
        case .mapping(let mapping):
            Dictionary(
                mapping.map { ($0.key.string ?? "", plain($0.value)) },
                uniquingKeysWith: { first, _ in first }
            )
        case .sequence(let sequence): sequence.map(plain)
        default: node.string ?? ""
        }
    }

    private static func cases(_ value: Any, _ place: String) throws -> [BoundaryExpectation] {
        let all = value as? [[String: Any]] ?? (value as? [String: Any]).map { [$0] } ?? []
        guard !all.isEmpty else { throw Flaw(description: "\(place) has no answers") }
        return try all.map { try BoundaryExpectation($0, at: place) }
    }

    /// What is expected at a limit; nil when nobody has said.
    public func expectations(
        _ version: String,
        _ row: String,
        _ limit: String
    ) -> [BoundaryExpectation]? {
        own[version]?[row]?[limit] ?? common[limit]
    }

    /// The entries that name none of `limits`, each given as version, row and limit in words.
    public func stale(besides limits: Set<[String]>) -> [String] {
        var stale: [String] = []
        for (version, rows) in own {
            for (row, entries) in rows {
                for limit in entries.keys where !limits.contains([version, row, limit]) {
                    stale.append("\(version) \(row): \(limit)")
                }
            }
        }
        let words = Set(limits.compactMap(\.last))
        stale += common.keys.filter { !words.contains($0) }.map { "\(Self.commonKey): \($0)" }
        return stale.sorted()
    }
}
