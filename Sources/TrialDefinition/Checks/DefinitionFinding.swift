public import ClinicalQuality

/// What a check of a definition found: where, what, and what to do about it.
public struct DefinitionFinding: Sendable, Hashable {
    /// The name of the rule, for example `constant-criterion`; see ``DefinitionCheck/rules``.
    public let rule: String
    /// A definition with an error must not be used; a warning asks a person to look.
    public let severity: Diagnostic.Severity
    /// Where it is; the path is that of ``DefinitionFiles``.
    public let location: SourceLocation
    /// What is wrong, in one sentence without a period.
    public let message: String
    /// What to do, in one sentence without a period.
    public let remedy: String

    /// Holds the parts.
    public init(
        rule: String,
        severity: Diagnostic.Severity,
        location: SourceLocation,
        message: String,
        remedy: String
    ) {
        self.rule = rule
        self.severity = severity
        self.location = location
        self.message = message
        self.remedy = remedy
    }

    /// What the compiler or the loader says, as a finding.
    init(_ diagnostic: Diagnostic) {
        self.init(
            rule: diagnostic.rule,
            severity: diagnostic.severity,
            location: diagnostic.location,
            message: diagnostic.message,
            remedy: diagnostic.suggestion.map { "write \($0)" } ?? "correct the file"
        )
    }

    /// The line that the finding is about, and below it a line with a caret at the place.
    public func excerpt(in files: DefinitionFiles) -> String {
        let diagnostic = Diagnostic(
            severity: severity,
            phase: .semantic,
            rule: rule,
            message: "",
            location: location
        )
        let source = LibrarySource(path: location.path, text: files.texts[location.path] ?? "")
        let lines = diagnostic.rendered(in: [source]).split(
            separator: "\n",
            omittingEmptySubsequences: false
        )
        return lines.dropFirst().joined(separator: "\n")
    }

    /// By file and place, then by rule and message: the order of a report.
    static func isOrdered(_ left: DefinitionFinding, _ right: DefinitionFinding) -> Bool {
        if left.location != right.location { return left.location < right.location }
        return (left.rule, left.message) < (right.rule, right.message)
    }
}
