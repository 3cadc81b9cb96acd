import CQLSupport
import ClinicalQuality
import Foundation

/// The tests of CQL: `tests`, `group`, `test` with an `expression` and its `output`.
///
/// Where a case and the specification disagree, the engine follows the case.
enum CQLSuite {
    /// The time of all evaluations; no case may depend on it.
    private static let now = try? DateTime("2026-11-21T12:00:00.000+00:00")

    static func run(_ files: SuiteFiles, _ tally: inout Tally) throws {
        guard let now else { return }
        try files.forEach(".xml") { path, data in
            for test in try CQLSuiteReader.cases(in: path, data) {
                let failure = CQLJudge.failure(
                    of: test.expression,
                    invalid: test.invalid,
                    output: test.outputs.first,
                    at: now
                )
                tally.add(
                    test.title,
                    failure.map { "\(test.expression.compact): \($0)" },
                    contradiction: contradictions[test.title]
                )
            }
        }
    }

    /// Cases that other cases of the suite contradict, with these; see `Documentation/Conformance.md`.
    private static let contradictions = [
        "CqlDateTimeOperatorsTest/Uncertainty tests/DateTimeDurationBetweenUncertainInterval":
            "[17, 44], but DateTimeDurationBetweenUncertainAdd needs [16, 44] of the same expression"
    ]
}

extension String {
    /// The text in one line.
    fileprivate var compact: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
