import ClinicalRecord
import Intake
import TestSupport
import TrialDefinition

/// Small tables and worksheets of one candidate, written as text.
enum Sheets {
    /// A table with one row for the candidate, with a birth date and `columns`.
    static func wide(_ columns: [(header: String, cell: String)]) -> [UInt8] {
        let all = [("birth date", "2015-03-02")] + columns
        func line(_ cells: [String]) -> String {
            cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        }
        return Array((line(all.map(\.0)) + "\n" + line(all.map(\.1)) + "\n").utf8)
    }

    static func items(_ change: (String) -> String = { $0 }) throws -> ItemCatalog {
        let files = try SampleProtocol.files()
        var texts = files.texts
        let path = "MILENARI-ALL-1/items.yaml"
        texts[path] = texts[path].map(change)
        let changed = DefinitionFiles(protocolFolder: files.protocolFolder, texts: texts)
        return try ProtocolVersions.load(changed).first.items ?? SampleProtocol.items()
    }

    /// The record as FHIR JSON.
    static func record(_ bytes: [UInt8], _ items: ItemCatalog? = nil) throws -> String {
        let taken = try CandidateDocument(csv: bytes, items: try items ?? SampleProtocol.items())
        return String(decoding: taken.record.fhirBundle(), as: UTF8.self)
    }

    /// What is wrong with a table; empty when it is taken in.
    static func problems(
        _ bytes: [UInt8],
        _ items: ItemCatalog? = nil
    ) throws -> [IntakeProblem] {
        let items = try items ?? SampleProtocol.items()
        do throws(IntakeError) {
            _ = try CandidateDocument(csv: bytes, items: items)
            return []
        } catch {
            return error.problems
        }
    }
}
