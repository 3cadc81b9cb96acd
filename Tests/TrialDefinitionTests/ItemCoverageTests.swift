import ClinicalQuality
import TestSupport
import Testing
import TrialDefinition

/// The list of items and the criteria fit together: what a criterion asks for can be written down,
/// and nothing is asked for in vain.
struct ItemCoverageTests {
    private static let path = "MILENARI-ALL-1/items.yaml"

    private func coverage(
        _ change: (String) -> String = { $0 }
    ) throws -> ItemCoverage {
        let files = try SampleProtocol.files()
        var texts = files.texts
        texts[Self.path] = change(try #require(texts[Self.path]))
        let changed = DefinitionFiles(protocolFolder: files.protocolFolder, texts: texts)
        return try #require(try ItemCoverage(changed))
    }

    @Test func `every item that a criterion asks for is on the worksheet, and no other`() throws {
        let coverage = try coverage()
        #expect(coverage.missing.isEmpty, "\(coverage.missing)")
        #expect(coverage.unasked.isEmpty, "\(coverage.unasked)")
    }

    @Test(arguments: [
        ("LOINC 1742-6", "LOINC 9999-9", "Observation 1742-6 (I09)", "alt"),
        ("P gene-therapy", "P other-therapy", "Procedure gene-therapy (E06)", "gene-therapy"),
        ("SNOMED 27503000", "SNOMED 1", "Condition 27503000 (I10)", "gilbert"),
    ])
    func `a code that is gone is missed, and one that nobody asks for is told`(
        _ old: String,
        _ new: String,
        _ missing: String,
        _ unasked: String
    ) throws {
        let coverage = try coverage { $0.replacing(old, with: new) }
        #expect(coverage.missing == [missing])
        #expect(coverage.unasked == [unasked])
    }

    @Test(arguments: [
        ("kind: statement", "kind: order", "MedicationStatement"),
        ("kind: vaccine", "kind: order", "Immunization"),
    ])
    func `a kind that is gone is missed`(_ old: String, _ new: String, _ type: String) throws {
        let coverage = try coverage { $0.replacing(old, with: new) }
        #expect(!coverage.missing.isEmpty)
        #expect(coverage.missing.allSatisfy { $0.hasPrefix(type) })
    }

    @Test(arguments: [
        ("id: weight,", "id: height,", "duplicate-id"),
        ("also: [lansky]", "also: [karnofsky]", "duplicate-name"),
        ("code: LOINC 8302-2", "code: 8302-2", "unknown-system"),
        ("answers: cns,", "answers: nerves,", "unknown-answers"),
        ("kind: number, code: S marrow", "kind: count, code: S marrow", "unknown-choice"),
        ("columns: [upper-limit]", "columns: [upper]", "unknown-field"),
        ("mg/dL: LOINC 2160-0", "mgg/dL: LOINC 2160-0", "unknown-unit"),
        ("dates: iso", "dates: american", "unknown-choice"),
        ("format: 1", "format: 99", "newer-format"),
    ])
    func `a list with a mistake gives no protocol, and says where`(
        _ old: String,
        _ new: String,
        _ rule: String
    ) throws {
        let files = try SampleProtocol.files()
        var texts = files.texts
        let text = try #require(texts[Self.path])
        #expect(text.contains(old))
        texts[Self.path] = text.replacing(old, with: new)
        let changed = DefinitionFiles(protocolFolder: files.protocolFolder, texts: texts)
        let failure = #expect(throws: CompilationFailure.self) {
            _ = try ProtocolVersions.load(changed)
        }
        let found = try #require(failure?.diagnostics.first { $0.rule == rule })
        #expect(found.location.path == Self.path && found.location.line > 1)
    }
}
