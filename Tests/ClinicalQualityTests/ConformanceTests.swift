import ClinicalQuality
import Foundation
import Testing

/// The folder with the files of the suite; nil when none is given.
private let suiteDirectory = ProcessInfo.processInfo.environment["MILENARI_CONFORMANCE"]
    .map { URL(filePath: $0).appending(path: "cql") }

/// Runs the public test suite of CQL when `MILENARI_CONFORMANCE` names the folder that holds it.
@Suite(.enabled(if: suiteDirectory != nil))
struct ConformanceTests {
    @Test func `every case of the public suite has the published result`() throws {
        let directory = try #require(suiteDirectory)
        let now = try DateTime("2026-11-21T12:00:00.000+00:00")
        let cases = try ConformanceReader.cases(in: directory)
        var counts: [String: (passed: Int, all: Int)] = [:]
        for test in cases {
            let failure = ConformanceJudge.failure(of: test, at: now)
            counts[test.file, default: (0, 0)].all += 1
            if failure == nil { counts[test.file, default: (0, 0)].passed += 1 }
            if let failure {
                Issue.record("\(test.title): \(test.expression): \(failure)")
            }
        }
        for (file, count) in counts.sorted(by: { $0.key < $1.key }) {
            print("\(file): \(count.passed) of \(count.all)")
        }
        #expect(!cases.isEmpty)
    }
}
