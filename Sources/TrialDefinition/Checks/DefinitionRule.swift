public import ClinicalQuality

/// One thing that a definition is checked for.
protocol DefinitionRule: Sendable {
    /// The name by which people look the rule up, in small letters with dashes.
    static var name: String { get }
    static var severity: Diagnostic.Severity { get }
    /// What the rule finds, in one sentence without a period.
    static var summary: String { get }
    /// What to do about it, in one sentence without a period.
    static var remedy: String { get }

    /// What the rule finds, in any order.
    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding]
}

extension DefinitionRule {
    static func finding(_ message: String, at location: SourceLocation) -> DefinitionFinding {
        DefinitionFinding(
            rule: name,
            severity: severity,
            location: location,
            message: message,
            remedy: remedy
        )
    }

    static var description: RuleDescription {
        RuleDescription(name: name, severity: severity, summary: summary, remedy: remedy)
    }
}

/// A rule, for people who look it up.
public struct RuleDescription: Sendable, Hashable {
    /// The name of the rule.
    public let name: String
    /// How grave its findings are.
    public let severity: Diagnostic.Severity
    /// What it finds, in one sentence without a period.
    public let summary: String
    /// What to do about it, in one sentence without a period.
    public let remedy: String
}
