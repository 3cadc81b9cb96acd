public import TrialOffice

/// What the check of protocol definitions found, for the terminal.
public struct ProtocolCheckText: Sendable {
    private let checks: [ProtocolCheck]
    private let style: Style

    /// The results `checks` in `style`.
    public init(_ checks: [ProtocolCheck], style: Style) {
        self.checks = checks
        self.style = style
    }

    /// The whole text, with a line end.
    public var text: String {
        checks.map { check in
            (check.findings.map(lines) + [summary(of: check)]).joined(separator: "\n\n") + "\n"
        }.joined(separator: "\n")
    }

    private func lines(of finding: ProtocolCheck.Finding) -> String {
        let place = "\(finding.file):\(finding.line):\(finding.column)"
        let title = "\(place): \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]"
        let excerpt = finding.excerpt.split(separator: "\n", omittingEmptySubsequences: false)
        return [
            color(title.printable, finding.severity),
            excerpt.map { "  " + Self.plain($0) }.joined(separator: "\n"),
            "  → \(finding.remedy.printable)",
        ].joined(separator: "\n")
    }

    /// A line of a file; its tabs become spaces, so that the caret stays below its place.
    private static func plain(_ line: Substring) -> String {
        line.map { $0 == "\t" ? " " : String($0) }.joined().printable
    }

    private func summary(of check: ProtocolCheck) -> String {
        let name = check.folder.printable
        guard check.isLoadable else { return style.bad(style.bold("\(name) cannot be loaded")) }
        let (errors, warnings) = (check.count(.error), check.count(.warning))
        let text = style.bold(
            "\(name): \(Self.count(errors, "error")), \(Self.count(warnings, "warning"))"
        )
        if errors > 0 { return color(text, .error) }
        return warnings > 0 ? color(text, .warning) : style.good(text)
    }

    private func color(_ text: String, _ severity: ProtocolCheck.Severity) -> String {
        severity == .error ? style.bad(text) : style.open(text)
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number == 0 ? "no" : String(number)) \(noun)\(number == 1 ? "" : "s")"
    }

    /// The rules, as a table for the terminal, with a line end.
    public static func rules(_ style: Style) -> String {
        let rules = ProtocolCheck.rules
        let width = rules.map(\.name.count).max() ?? 0
        let indent = String(repeating: " ", count: width + 10)
        return rules.map { rule in
            let name = style.bold(rule.name.padded(to: width))
            let severity = rule.severity.rawValue.padded(to: 7)
            return "\(name)  \(severity) \(rule.summary)\n"
                + style.faint("\(indent)→ \(rule.remedy)")
        }.joined(separator: "\n") + "\n"
    }
}
