public import TrialOffice

/// What a verification found, for the terminal.
public struct VerificationText: Sendable {
    private let verification: LogVerification
    private let style: Style

    /// The result `verification` in `style`.
    public init(_ verification: LogVerification, style: Style) {
        self.verification = verification
        self.style = style
    }

    /// The whole text, with a line end.
    public var text: String {
        var lines = [
            verification.holds
                ? style.good(style.bold("HOLDS")) + "  the \(verification.subject) is unchanged"
                : style.bad(style.bold("DOES NOT HOLD"))
                    + "  the \(verification.subject) was changed",
            "",
            "trial       \(verification.trial.printable)",
            "log         \(verification.events) events, root \(verification.root)",
            "last event  \(verification.lastEventAt)",
            "signed by   \(verification.signers.joined(separator: ", ").printable)",
            "founder     \(verification.founder) \(founderState)",
            "allocations \(verification.allocations)",
        ]
        if !verification.findings.isEmpty {
            lines += ["", style.bold("Found:")]
            lines += verification.findings.map { style.bad("✗ ") + $0.printable }
        } else {
            lines += ["", "Checked:"] + verification.checks.map { "  \($0)" }
        }
        lines += verification.notes.map { "Note: \($0.printable)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private var founderState: String {
        guard verification.isFounderChecked else {
            return style.open("(not checked against anything outside)")
        }
        return verification.holds ? "(as given)" : ""
    }
}
