import ClinicalQuality
import Foundation
import TestSupport
import Testing
import TrialDefinition

/// Amendments change a protocol without changing what was approved before.
struct AmendmentTests {
    private static let yaml = "MILENARI-ALL-1/amendments/1.1.0/amendment.yaml"
    private static let cql = "MILENARI-ALL-1/amendments/1.1.0/amendment.cql"

    private static func files(
        _ change: (inout [String: String]) -> Void = { _ in }
    ) throws -> DefinitionFiles {
        var texts: [String: String] = [:]
        let protocols = Repository.trialProtocol.deletingLastPathComponent()
        for folder in ["MILENARI-ALL-1", DefinitionFiles.sharedFolder] {
            let url = protocols.appendingPathComponent(folder)
            for path in FileManager.default.subpaths(atPath: url.path) ?? []
            where path.hasSuffix(".yaml") || path.hasSuffix(".cql") {
                let file = url.appendingPathComponent(path)
                texts["\(folder)/\(path)"] = try String(contentsOf: file, encoding: .utf8)
            }
        }
        change(&texts)
        return DefinitionFiles(protocolFolder: "MILENARI-ALL-1", texts: texts)
    }

    @Test func `a version has the rows of the one before it, but for those that change`() throws {
        let versions = try ProtocolVersions.load(try Self.files())
        #expect(versions.numbers == ["1.0.0", "1.1.0"])
        let (first, second) = (versions.all[0], versions.all[1])
        #expect(first.criteria.map(\.id) == second.criteria.map(\.id))
        let difference = ProtocolDifference(first, second)
        #expect(difference.criteria.map(\.id) == ["I15", "E21"])
        #expect(difference.criteria[0].before?.expression == "Weight is at least 10 kg")
        #expect(difference.criteria[0].after?.expression == "Weight is at least 6 kg")
        #expect(ProtocolDifference(first, first).criteria.isEmpty)
        let back = ProtocolDifference(second, first)
        #expect(back.criteria[0].after == difference.criteria[0].before)
    }

    @Test(arguments: [
        ("2026-01-01", "1.0.0"), ("2026-11-30", "1.0.0"), ("2026-12-01", "1.1.0"),
        ("2030-01-01", "1.1.0"),
    ])
    func `without a site the newest version of the day is asked`(
        _ day: String,
        _ number: String
    ) throws {
        let versions = try ProtocolVersions.load(try Self.files())
        let date = try CalendarDate(fhirDate: day)
        #expect(versions.newest(on: date).version.number == number)
    }

    @Test func `a row may be added and taken away`() throws {
        let versions = try ProtocolVersions.load(
            try Self.files { texts in
                texts[Self.yaml]? += "removed: [I13]\n"
                texts[Self.yaml] = texts[Self.yaml]?.replacing("id: E21", with: "id: E30")
            }
        )
        let ids = versions.all[1].criteria.map(\.id)
        #expect(!ids.contains("I13") && ids.last == "E30")
        #expect(versions.first.criteria.contains { $0.id == "I13" })
        let changes = ProtocolDifference(versions.first, versions.all[1]).criteria
        #expect(changes.map(\.id) == ["I15", "E30", "I13"])
        #expect(changes[1].before == nil && changes[2].after == nil)
    }

    @Test(arguments: [
        ("redefined", Self.cql, "Weight is at least 6 kg", "Weight is at least 10 kg"),
        (
            "unknown-define", Self.yaml, "expression: Weight is at least 6",
            "expression: Weight is 6"
        ),
        ("unknown-version", Self.yaml, "amends: 1.0.0", "amends: 0.9.0"),
        ("wrong-date", Self.yaml, "date: 2026-12-01", "date: 2026-10-01"),
        ("changed-kind", Self.yaml, "id: E21\n    kind: exclusion", "id: E21\n    kind: inclusion"),
        ("unknown-criterion", Self.yaml, "library:", "removed: [I99]\nlibrary:"),
        ("duplicate-id", Self.yaml, "id: E21", "id: I15"),
        ("unknown-key", Self.yaml, "amends:", "changes: 1\namends:"),
        ("missing-file", Self.yaml, "amendment.cql", "other.cql"),
        ("not-included", Self.cql, "include MilenariALL1 version '1.0.0' called Before", ""),
    ])
    func `a defect of an amendment is told with its place`(
        _ rule: String,
        _ path: String,
        _ old: String,
        _ new: String
    ) throws {
        let files = try Self.files { texts in
            texts[path] = texts[path]?.replacing(old, with: new)
            // What only the included library has is not what this is about.
            if rule == "not-included" {
                texts[path] = texts[path]?.replacing("Before.\"Infusion day\"", with: "Today()")
            }
        }
        let failure = try #require(throws: CompilationFailure.self) {
            _ = try ProtocolVersions.load(files)
        }
        let found = failure.diagnostics.map { "\($0.rule) \($0.location.path)" }
        let place = rule == "missing-file" ? "MILENARI-ALL-1/amendments/1.1.0/other.cql" : nil
        #expect(found.contains { $0.hasPrefix(rule) }, "\(found)")
        if let place { #expect(found.contains("\(rule) \(place)"), "\(found)") }
    }
}
