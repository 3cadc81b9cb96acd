import ClinicalQuality
import ClinicalRecord
import Eligibility
import Foundation
import Intake
import TrialDefinition
import TrialOffice

/// How many records a second all criteria of the planned trial are answered for, on one core.
///
/// Usage: CriteriaThroughput REPOSITORY [SECONDS [documents|reports|answers|traces]]
@main
struct CriteriaThroughput {
    static func main() throws {
        let root = URL(fileURLWithPath: CommandLine.arguments.dropFirst().first ?? ".")
        let seconds = CommandLine.arguments.dropFirst(2).first.flatMap(Double.init) ?? 3
        let files = try DefinitionFolder.read(
            root.appendingPathComponent("Protocols/MILENARI-ALL-1")
        )
        let start = ContinuousClock.now
        let definition = try TrialOffice.load(files).first
        let loading = (ContinuousClock.now - start) / .milliseconds(1)
        print(String(format: "loading the protocol  %8.1f ms", loading))
        let folder = root.appendingPathComponent("Fixtures/Candidates")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let documents = try names.filter { $0.hasSuffix(".json") }.sorted().map { name in
            [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
        }
        let records = try documents.map { try CandidateDocument(fhir: $0).record }
        let wanted = CommandLine.arguments.dropFirst(3).first
        func report(_ kind: String, _ name: String, _ body: (Int) throws -> Void) throws {
            guard wanted == nil || wanted == kind else { return }
            try Self.report(name, seconds, body)
        }
        try report("documents", "FHIR JSON to record") { index in
            _ = try CandidateDocument(fhir: documents[index % documents.count])
        }
        let screener = Screener(definition, site: definition.sites.first)
        let day = try CalendarDate(year: 2026, month: 11, day: 21)
        try report("reports", "explained reports") { index in
            _ = try screener.report(on: records[index % records.count], asOf: day)
        }
        let now = try DateTime("2026-11-21T23:59:59.999+00:00")
        let parameters: [String: Value] = [
            ConsentRule.majorityParameter: .integer(18),
            ConsentRule.assentParameter: .integer(12),
            ConsentRule.parentsParameter: .integer(2),
        ]
        for isTracing in [false, true] {
            var evaluation = try Evaluation(
                definition.library,
                over: records[0].index,
                at: now,
                parameters: parameters,
                tracing: isTracing
            )
            let kind = isTracing ? "traces" : "answers"
            try report(kind, isTracing ? "all criteria, traced" : "all criteria") { index in
                try evaluation.restart(over: records[index % records.count].index, at: now)
                for criterion in definition.criteria {
                    if isTracing {
                        _ = evaluation.trace(of: criterion.handle)
                    } else {
                        // A criterion that cannot be evaluated is unknown, as in a screening.
                        _ = try? evaluation.value(of: criterion.handle)
                    }
                }
            }
        }
    }

    /// Prints how often `body` runs per second of processor time, which other work on the machine
    /// does not lengthen.
    static func report(_ name: String, _ seconds: Double, _ body: (Int) throws -> Void) throws {
        for index in 0..<100 { try body(index) }
        let start = clock()
        var count = 0
        var elapsed = 0.0
        while elapsed < seconds {
            for _ in 0..<42 {
                try body(count)
                count += 1
            }
            elapsed = Double(clock() - start) / Double(CLOCKS_PER_SEC)
        }
        let padded = name.padding(toLength: 21, withPad: " ", startingAt: 0)
        print(padded, String(format: "%8.0f records/s", Double(count) / elapsed))
    }
}
