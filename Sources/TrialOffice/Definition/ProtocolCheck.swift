import ClinicalQuality
import TrialDefinition

/// What the check of one protocol definition found.
public struct ProtocolCheck: Sendable, Codable, Hashable {
    /// The protocol's folder.
    public let folder: String
    /// Whether the definition can be used at all; when not, the findings say why.
    public let isLoadable: Bool
    /// By file and place.
    public let findings: [Finding]

    /// How grave a finding is.
    public enum Severity: String, Sendable, Codable, Hashable {
        /// Asks a person to look.
        case warning
        /// The definition must not be used.
        case error
    }

    /// One finding.
    ///
    /// Lines and columns count from 1.
    public struct Finding: Sendable, Codable, Hashable {
        /// The name of the rule.
        public let rule: String
        /// How grave it is.
        public let severity: Severity
        /// The path, from the folder that contains the protocol's folder.
        public let file: String
        /// The line.
        public let line: Int
        /// The column, in Unicode scalars.
        public let column: Int
        /// What is wrong, in one sentence without a period.
        public let message: String
        /// What to do, in one sentence without a period.
        public let remedy: String
        /// The line itself, and below it a caret at the place.
        public let excerpt: String
    }

    /// A rule of the check.
    public struct Rule: Sendable, Codable, Hashable {
        /// The name of the rule.
        public let name: String
        /// How grave its findings are.
        public let severity: Severity
        /// What it finds, in one sentence without a period.
        public let summary: String
        /// What to do about it, in one sentence without a period.
        public let remedy: String
    }

    /// All rules, in the order in which they are documented.
    public static var rules: [Rule] {
        DefinitionCheck.rules.map { rule in
            Rule(
                name: rule.name,
                severity: Severity(rule.severity),
                summary: rule.summary,
                remedy: rule.remedy
            )
        }
    }

    /// The number of findings of `severity`.
    public func count(_ severity: Severity) -> Int {
        findings.count { $0.severity == severity }
    }

    init(_ check: DefinitionCheck, of files: DefinitionFiles) {
        folder = check.folder
        isLoadable = check.isLoadable
        findings = check.findings.map { finding in
            Finding(
                rule: finding.rule,
                severity: Severity(finding.severity),
                file: finding.location.path,
                line: finding.location.line,
                column: finding.location.column,
                message: finding.message,
                remedy: finding.remedy,
                excerpt: finding.excerpt(in: files)
            )
        }
    }
}

extension ProtocolCheck.Severity {
    fileprivate init(_ severity: Diagnostic.Severity) {
        self = severity == .error ? .error : .warning
    }
}
