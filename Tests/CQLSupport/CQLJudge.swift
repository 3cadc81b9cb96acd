public import ClinicalQuality

/// Evaluates an expression and judges the result.
public enum CQLJudge: Sendable {
    private enum Outcome {
        case value(Value)
        case refused(phase: String, String)
    }

    /// What went wrong; nil when `expression` gives `output`.
    ///
    /// `invalid` is the phase in which the expression has to be refused, or `true` for any; nil
    /// when it has a value, which may be any when `output` is nil.
    public static func failure(
        of expression: String,
        invalid: String?,
        output: String?,
        at now: DateTime
    ) -> String? {
        let outcome = evaluate(expression, at: now)
        if let invalid {
            guard case .refused(let phase, _) = outcome else {
                return "was not refused: \(outcome)"
            }
            return invalid == "true" || invalid == phase ? nil : "refused as \(phase)"
        }
        guard case .value(let value) = outcome else { return "\(outcome)" }
        guard let output else { return nil }
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
