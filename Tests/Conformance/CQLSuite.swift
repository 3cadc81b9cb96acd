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
                let failure = failure(of: test, at: now)
                let reason = failure.map { "\(test.expression.compact): \($0)" }
                tally.add(test.title, reason.map(Tally.Verdict.failed) ?? .passed)
            }
        }
    }

    private enum Outcome {
        case value(Value)
        case refused(phase: String, String)
    }

    /// Nil when the case passes, else what went wrong.
    private static func failure(of test: CQLCase, at now: DateTime) -> String? {
        let outcome = evaluate(test.expression, at: now)
        if let invalid = test.invalid {
            guard case .refused(let phase, _) = outcome else {
                return "was not refused: \(outcome)"
            }
            return invalid == "true" || invalid == phase ? nil : "refused as \(phase)"
        }
        guard case .value(let value) = outcome else { return "\(outcome)" }
        guard let output = test.outputs.first else { return nil }
        guard case .value(let wanted) = evaluate(output, at: now) else {
            return "the output \(output) cannot be read: \(evaluate(output, at: now))"
        }
        return matches(value, wanted, Operators(at: now)) ? nil : "\(value) instead of \(wanted)"
    }

    private static func evaluate(_ text: String, at now: DateTime) -> Outcome {
        var compiler = Compiler(model: .system)
        compiler.settings.unitMismatch = .warning
        do {
            let library = try compiler.compileExpression(
                LibrarySource(path: "case", text: text)
            )
            var evaluation = try Evaluation(
                library,
                over: IndexedRecord(subject: nil, instances: []),
                at: now
            )
            return .value(try evaluation.value(of: Compiler.expressionName))
        } catch let failure as CompilationFailure {
            return .refused(
                phase: failure.diagnostics.first?.phase.rawValue ?? "",
                "\(failure)"
            )
        } catch {
            return .refused(phase: "execution", "\(error)")
        }
    }

    /// Equal, or null in the same places; an uncertainty equals the interval of its ends.
    private static func matches(_ left: Value, _ right: Value, _ operators: Operators) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.null, _), (_, .null): false
        case (.list(let first), .list(let second)):
            first.count == second.count
                && zip(first, second).allSatisfy { matches($0, $1, operators) }
        case (.tuple(let first), .tuple(let second)):
            first.names == second.names
                && zip(first.values, second.values).allSatisfy { matches($0, $1, operators) }
        case (.interval(let first), .interval(let second)):
            operators.equal(left, right) == true
                || matches(first.low, second.low, operators)
                    && matches(first.high, second.high, operators)
                    && first.lowClosed == second.lowClosed
                    && first.highClosed == second.highClosed
        default:
            operators.equal(left, right) == true
                || left.description == right.description
        }
    }
}

extension String {
    /// The text in one line.
    fileprivate var compact: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
