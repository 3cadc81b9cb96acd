import ClinicalQuality
import ClinicalRecord
import Foundation
import Intake
import TrialDefinition

/// Tables and worksheets: every text is taken in or refused, the same way each time; each problem has
/// a place and a remedy, and a table in parts is the table as a whole.
struct SheetTarget: Target {
    private static let words = [
        ",", ";", "\t", "\n", "\r\n", "\"", "\"\"", "\u{FEFF}", "sep=;", ":", "- ", "  ", "{", "}",
        "[",
        "]", "'", "#", "&a", "*a", "|", ">", "!!str", "~", "candidate", "item", "value", "unit",
        "date",
        "2026-11-18", "18/11/2026", "0,4", "1.120", "<0.01", "mg/dL", "10*9/L", "yes", "sí",
        "confirmed",
        "birth date", "creatinine", "creatinine 2 date", "LOINC 777-3", "http://loinc.org|2160-0",
        "drug given", "L01CA02", "٠٫٤", "م", "999999999999999999999999999999", "-", "2026-02-30",
    ]
    private let items: ItemCatalog
    private let isTable: Bool
    private let seeds: [String]

    init(isTable: Bool) throws {
        self.isTable = isTable
        let folder = URL(fileURLWithPath: "Fixtures/Sheets")
        let ending = isTable ? ".csv" : ".yaml"
        seeds = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(ending) }
            .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
        var texts: [String: String] = [:]
        let root = URL(fileURLWithPath: "Protocols")
        for name in ["MILENARI-ALL-1", DefinitionFiles.sharedFolder] {
            let folder = root.appendingPathComponent(name)
            for path in FileManager.default.subpaths(atPath: folder.path) ?? []
            where path.hasSuffix(".yaml") || path.hasSuffix(".cql") {
                let file = folder.appendingPathComponent(path)
                texts["\(name)/\(path)"] = try String(contentsOf: file, encoding: .utf8)
            }
        }
        let files = DefinitionFiles(protocolFolder: "MILENARI-ALL-1", texts: texts)
        guard let items = try ProtocolVersions.load(files).first.items else {
            throw CocoaError(.fileReadCorruptFile)
        }
        self.items = items
    }

    func input(_ dice: inout Dice) -> String {
        Mutation.apply(dice.one(of: seeds), words: Self.words, &dice)
    }

    func run(_ input: String) -> String? {
        let bytes = Array(input.utf8)
        let first = outcome(bytes)
        if first != outcome(bytes) { return "another outcome the second time" }
        if case .problems(let problems) = first {
            if problems.isEmpty { return "refused without a problem" }
            for problem in problems where problem.place.isEmpty || problem.remedy.isEmpty {
                return "a problem without place or remedy"
            }
        }
        return isTable ? split(bytes) : nil
    }

    private enum Outcome: Equatable {
        case record([UInt8])
        case problems([IntakeProblem])
    }

    private func outcome(_ bytes: [UInt8]) -> Outcome {
        do throws(IntakeError) {
            let taken =
                isTable
                ? try CandidateDocument(csv: bytes, items: items)
                : try CandidateDocument(
                    worksheet: bytes,
                    items: items,
                    protocolID: "MILENARI-ALL-1"
                )
            return .record(taken.record.fhirBundle())
        } catch {
            return .problems(error.problems)
        }
    }

    /// Splits in parts of 7 bytes and as a whole.
    private func split(_ bytes: [UInt8]) -> String? {
        let (whole, parts) = (candidates(bytes, bytes.count + 1), candidates(bytes, 7))
        return whole == parts ? nil : "a table in parts is split in another way"
    }

    private func candidates(_ bytes: [UInt8], _ size: Int) -> [[UInt8]]? {
        var splitter = TableSplitter(items)
        do throws(IntakeError) {
            var found: [TableSplitter.Part] = []
            var start = 0
            while start < bytes.count {
                let end = min(bytes.count, start + size)
                found += try splitter.take(Array(bytes[start..<end]))
                start = end
            }
            return (found + (try splitter.finish())).map(\.bytes)
        } catch {
            return nil
        }
    }
}
