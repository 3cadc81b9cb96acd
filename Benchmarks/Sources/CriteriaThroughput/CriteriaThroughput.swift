import ClinicalQuality
import ClinicalRecord
import Eligibility
import Foundation
import Intake
import TrialDefinition
import TrialOffice
import UnitsOfMeasure

/// How many records a second all criteria of the planned trial are answered for, on one core.
///
/// Usage: CriteriaThroughput REPOSITORY [SECONDS|COUNTx [KIND]]
///
/// `KIND` is one of `units`, `documents`, `summaries`, `reports`, `answers` and `traces`. With a
/// count, as `84x`, each kind is done so many times and nothing is timed: for counting
/// instructions.
@main
struct CriteriaThroughput {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let root = URL(fileURLWithPath: arguments.first ?? ".")
        let meter = Meter(arguments.dropFirst().first, wanted: arguments.dropFirst(2).first)
        let files = try DefinitionFolder.read(
            root.appendingPathComponent("Protocols/MILENARI-ALL-1")
        )
        let definition = try meter.load { try TrialOffice.load(files).first }
        let folder = root.appendingPathComponent("Fixtures/Candidates")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let documents = try names.filter { $0.hasSuffix(".json") }.sorted().map { name in
            [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
        }
        let records = try documents.map { try CandidateDocument(fhir: $0).record }
        try convert(meter)
        try meter.report("documents", "FHIR JSON to record") { index in
            _ = try CandidateDocument(fhir: documents[index % documents.count])
        }
        let screener = Screener(definition, site: definition.sites.first)
        let day = try CalendarDate(year: 2026, month: 11, day: 21)
        try meter.report("summaries", "summaries, one line each", goal: 2_900) { index in
            _ = try screener.summary(of: records[index % records.count], asOf: day)
        }
        try meter.report("reports", "explained reports") { index in
            _ = try screener.report(on: records[index % records.count], asOf: day)
        }
        try evaluate(definition, records, meter)
    }

    private static func evaluate(
        _ definition: TrialProtocol,
        _ records: [ClinicalRecord],
        _ meter: Meter
    ) throws {
        let now = try DateTime("2026-11-21T23:59:59.999+00:00")
        let parameters: [String: Value] = [
            ConsentRule.majorityParameter: .integer(18),
            ConsentRule.assentParameter: .integer(12),
            ConsentRule.parentsParameter: .integer(2),
        ]
        let handles = definition.criteria.map(\.handle)
        for isTracing in [false, true] {
            var evaluation = try Evaluation(
                definition.library,
                over: records[0].index,
                at: now,
                parameters: parameters,
                tracing: isTracing
            )
            try meter.report(
                isTracing ? "traces" : "answers",
                isTracing ? "all criteria, traced" : "all criteria",
                goal: isTracing ? 15_000 : 50_000
            ) { index in
                try evaluation.restart(over: records[index % records.count].index, at: now)
                if isTracing {
                    _ = evaluation.traces(of: handles)
                } else {
                    // A criterion that cannot be evaluated is unknown, as in a screening.
                    for handle in handles { _ = try? evaluation.value(of: handle) }
                }
            }
        }
    }

    /// Conversions between units that were used before.
    private static func convert(_ meter: Meter) throws {
        let pairs = try [("mg/dL", "g/L"), ("umol/L", "mmol/L"), ("[lb_av]", "kg"), ("Cel", "K")]
            .map { (try UnitOfMeasure($0.0), try UnitOfMeasure($0.1)) }
        let number = try ExactDecimal(coefficient: 3_725, scale: 2)
        try meter.report("units", "1000 unit conversions", goal: 5_000) { index in
            let (from, to) = pairs[index % pairs.count]
            for _ in 0..<1000 { _ = try UnitOfMeasure.convert(number, from: from, to: to) }
        }
    }
}
