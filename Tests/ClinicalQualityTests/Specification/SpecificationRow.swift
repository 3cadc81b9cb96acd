import CQLSupport
import ClinicalQuality
import Foundation
import Testing

/// A rule of the CQL specification: an expression, or a library, and what it gives.
///
/// A row is written as `1 + 1 ==> 2`; of a library the last definition counts. `!syntax`,
/// `!semantic` and `!execution` stand for a refusal in that phase, `!` for one in any.
struct SpecificationRow: Sendable, CustomTestStringConvertible {
    let text: String
    let wanted: String

    var testDescription: String { "\(text) ==> \(wanted)" }

    /// The rows of a table, one on each line.
    static func table(_ lines: String) -> [SpecificationRow] {
        lines.split(separator: "\n").map { line in
            guard let arrow = line.range(of: " ==> ") else {
                return SpecificationRow(text: String(line), wanted: "a row without an arrow")
            }
            return SpecificationRow(
                text: String(line[..<arrow.lowerBound]),
                wanted: String(line[arrow.upperBound...])
            )
        }
    }

    /// What went wrong; nil when the rule holds.
    func failure() throws -> String? {
        if text.contains("define ") { return try libraryFailure() }
        let isRefusal = wanted.hasPrefix("!")
        return CQLJudge.failure(
            of: text,
            invalid: isRefusal ? (wanted == "!" ? "true" : String(wanted.dropFirst())) : nil,
            output: isRefusal ? nil : wanted,
            at: try DateTime(evaluationTime)
        )
    }

    private func libraryFailure() throws -> String? {
        do {
            let value = try lastDefinition()
            if wanted.hasPrefix("!") { return "was not refused: \(value)" }
            let expected = try evaluated(wanted)
            return value.description == expected.description ? nil : "\(value)"
        } catch let failure as CompilationFailure {
            let phase = failure.diagnostics.first?.phase.rawValue ?? ""
            return wanted == "!" || wanted == "!" + phase ? nil : "\(failure)"
        } catch let error as EvaluationError {
            return wanted == "!" || wanted == "!execution" ? nil : "\(error)"
        }
    }

    private func lastDefinition() throws -> Value {
        let library = try Compiler(model: .system).compile(
            LibrarySource(path: "test", text: text)
        )
        let name = try #require(library.definitions.last { !$0.isFunction }?.name)
        var evaluation = try Evaluation(
            library,
            over: IndexedRecord(subject: nil, instances: []),
            at: DateTime(evaluationTime)
        )
        return try evaluation.value(of: name)
    }
}
