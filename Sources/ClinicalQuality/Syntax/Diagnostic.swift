/// A problem in a library text, with its place and, where one is known, its remedy.
public struct Diagnostic: Sendable, Hashable {
    /// How grave a problem is; an error keeps the library from being used.
    public enum Severity: String, Sendable, Hashable {
        case warning
        case error
    }

    /// The stage of compilation that found the problem.
    public enum Phase: String, Sendable, Hashable {
        /// The text is no CQL.
        case syntax
        /// The text is CQL, but it has no meaning: unknown names, types that do not fit.
        case semantic
    }

    /// How grave the problem is.
    public let severity: Severity
    /// The stage that found it.
    public let phase: Phase
    /// A stable identifier of the rule, for example `unknown-name`.
    public let rule: String
    /// What is wrong, in one sentence without a period.
    public let message: String
    /// Where it is.
    public let location: SourceLocation
    /// What to write instead, when there is a near candidate.
    public let suggestion: String?

    /// Creates a diagnostic.
    public init(
        severity: Severity,
        phase: Phase,
        rule: String,
        message: String,
        location: SourceLocation,
        suggestion: String? = nil
    ) {
        self.severity = severity
        self.phase = phase
        self.rule = rule
        self.message = message
        self.location = location
        self.suggestion = suggestion
    }
}

extension Diagnostic: CustomStringConvertible {
    /// One line in the style of a compiler.
    public var description: String {
        let hint = suggestion.map { "; did you mean \($0)?" } ?? ""
        return "\(location): \(severity.rawValue): \(message)\(hint) [\(rule)]"
    }
}

/// A library that can't be used, with every problem found in one run, sorted by place.
public struct CompilationFailure: Error, Sendable, CustomStringConvertible {
    /// At least one error, and the warnings of the same run.
    public let diagnostics: [Diagnostic]

    /// Creates a failure.
    public init(diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }

    /// One line for each problem.
    public var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
