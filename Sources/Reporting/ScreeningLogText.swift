import Eligibility
public import TrialOffice

/// The screening log for the terminal: a paragraph for each candidate.
public struct ScreeningLogText: Sendable {
    private let log: ScreeningLog
    private let style: Style
    private static let width = 100

    /// The log `log` in `style`.
    public init(_ log: ScreeningLog, style: Style) {
        self.log = log
        self.style = style
    }

    /// The whole text, with a line end.
    public var text: String {
        let paragraphs = log.candidates.flatMap { [""] + lines(of: $0) }
        return ([style.bold(head), count] + paragraphs).joined(separator: "\n") + "\n"
    }

    private var head: String {
        let days = [log.from.map { "from \($0)" }, log.to.map { "to \($0)" }].compactMap(\.self)
        let period = days.isEmpty ? "" : ", \(days.joined(separator: " "))"
        return "Screening log of \(log.protocolID), \(log.sites.joined(separator: ", "))\(period)"
    }

    private var count: String {
        let numbers = ConsortFlow(log).total
        return "\(numbers.assessed) assessed in \(numbers.screenings) screenings:"
            + " \(numbers.ineligible) ineligible, \(numbers.undetermined) undetermined,"
            + " \(numbers.notEnrolled) eligible and not enrolled, \(numbers.enrolled) enrolled,"
            + " \(numbers.allocated) of them allocated"
    }

    private func lines(of candidate: ScreenedCandidate) -> [String] {
        var lines = [style.bold(candidate.newest.number) + "  " + outcome(candidate)]
        if candidate.isScreenedUntilEligible {
            lines.append("  screened until eligible: \(chain(candidate))")
        } else if candidate.screenings.count > 1 {
            lines.append("  screened again: \(chain(candidate))")
        }
        let newest = candidate.newest
        lines.append(
            "  as of \(newest.asOf), protocol \(newest.protocolVersion), by \(newest.recordedBy)"
                .printable + (newest.isPreScreening ? ", pre-screening" : "")
        )
        lines.append(style.faint("  document SHA-256 \(newest.document)"))
        lines += newest.excluding.flatMap { criterion(style.bad("✗"), $0) }
        lines += newest.open.flatMap { criterion(style.open("?"), $0) }
        return lines
    }

    private func outcome(_ candidate: ScreenedCandidate) -> String {
        switch candidate.outcome {
        case .ineligible: style.bad("ineligible")
        case .undetermined: style.open("undetermined")
        case .eligible:
            style.open("eligible, not enrolled: ")
                + (candidate.reason?.rawValue ?? "no reason recorded")
        case .enrolled: style.good("enrolled") + " as \(candidate.subject ?? "")"
        case .allocated:
            style.good("allocated") + " as \(candidate.subject ?? ""),"
                + " \(candidate.allocation ?? "")"
                + (candidate.arm.map { " \($0)" } ?? "")
        }
    }

    private func chain(_ candidate: ScreenedCandidate) -> String {
        candidate.screenings.map { "\($0.number) \($0.verdict.rawValue) on \($0.asOf)" }
            .joined(separator: " → ")
    }

    private func criterion(_ mark: String, _ criterion: CriterionWording) -> [String] {
        let indent = String(repeating: " ", count: 9)
        return [
            "  \(mark) \(criterion.id.padded(to: 4)) \(criterion.title.printable)",
            criterion.text.printable.wrapped(to: Self.width, indent: indent),
        ]
    }
}
