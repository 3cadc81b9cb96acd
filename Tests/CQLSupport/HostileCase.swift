public import ClinicalQuality

/// A text made to exhaust the engine, and what has to become of it.
public struct HostileCase: Sendable, CustomStringConvertible {
    /// What has to come out, in bounded time and memory.
    public enum Outcome: Sendable, Hashable {
        /// The compiler refuses the text; the rule of its first error.
        case refused(String)
        /// The evaluation ends with an error.
        case fails(EvaluationError)
        /// There is a value; its literal.
        case gives(String)
    }

    /// What the text is, in a few words.
    public let name: String
    /// What has to come out.
    public let wanted: Outcome
    private let isLibrary: Bool
    private let text: @Sendable () -> String

    /// A whole library, of which the definition `X` is evaluated.
    static func library(
        _ name: String,
        _ wanted: Outcome,
        _ text: @autoclosure @escaping @Sendable () -> String
    ) -> HostileCase {
        HostileCase(name: name, wanted: wanted, isLibrary: true, text: text)
    }

    /// An expression.
    static func expression(
        _ name: String,
        _ wanted: Outcome,
        _ text: @autoclosure @escaping @Sendable () -> String
    ) -> HostileCase {
        HostileCase(name: name, wanted: wanted, isLibrary: false, text: text)
    }

    /// The text, which can have many megabytes.
    public func source() -> LibrarySource {
        LibrarySource(path: "hostile", text: text())
    }

    /// What comes out of `source`, evaluated over nothing at `now`.
    public func outcome(of source: LibrarySource, at now: DateTime) -> Outcome {
        do {
            let compiler = Compiler()
            let library =
                isLibrary
                ? try compiler.compile(source) : try compiler.compileExpression(source)
            var evaluation = try Evaluation(
                library,
                over: IndexedRecord(subject: nil, instances: []),
                at: now
            )
            let name = isLibrary ? "X" : Compiler.expressionName
            return .gives("\(try evaluation.value(of: name))")
        } catch let failure as CompilationFailure {
            return .refused(failure.diagnostics.first { $0.severity == .error }?.rule ?? "")
        } catch let error as EvaluationError {
            return .fails(error)
        } catch {
            return .refused("\(error)")
        }
    }

    /// Whether the case makes the engine go through a megabyte or a million values.
    public var isLarge: Bool {
        let text = source().text
        return text.contains("1000000")
            || 100_000...Compiler.maximumLength ~= text.utf8.count
    }

    /// The name.
    public var description: String { name }

    /// All cases.
    public static var all: [HostileCase] { nesting + texts + values + patterns }
}
