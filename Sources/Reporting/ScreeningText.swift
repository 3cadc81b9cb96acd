import Eligibility
import TrialDefinition
public import TrialOffice

/// A screening report for the terminal: first what decides, then the rest, one line each.
public struct ScreeningText: Sendable {
    private let screening: Screening
    private let style: Style
    private static let width = 96

    /// The report of `screening` in `style`.
    public init(_ screening: Screening, style: Style) {
        self.screening = screening
        self.style = style
    }

    private var report: EligibilityReport { screening.report }

    /// The whole text, with a line end.
    public var text: String {
        var lines = head
        for (effect, title) in Self.parts {
            let answers = report.criteria.filter { $0.effect == effect }
            guard !answers.isEmpty else { continue }
            lines += ["", style.bold("\(title) (\(answers.count))")]
            for answer in answers {
                lines += effect == .allows ? [short(answer)] : long(answer)
            }
        }
        lines += factors + intake
        lines += [
            "",
            style.faint("This report advises. The investigator decides."),
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static let parts: [(CriterionEffect, String)] = [
        (.excludes, "Stands in the way"),
        (.open, "Open: nobody can say yet"),
        (.allows, "Holds"),
    ]

    private var head: [String] {
        let place = report.site.map { "site \($0) (\(report.country ?? ""))" } ?? "no site given"
        var lines = [
            "\(report.protocolID) \(report.protocolVersion), \(place), as of \(report.asOf)"
        ]
        if !screening.number.isEmpty { lines.append("Screening \(screening.number)") }
        return lines + ["", verdict]
    }

    private var verdict: String {
        let excluding = report.criteria.count { $0.effect == .excludes }
        let open = report.criteria.count { $0.effect == .open }
        return switch report.verdict {
        case .eligible: style.good(style.bold("ELIGIBLE")) + "  all criteria hold"
        case .ineligible:
            style.bad(style.bold("INELIGIBLE")) + "  stands in the way: \(excluding), open: \(open)"
        case .undetermined:
            style.open(style.bold("UNDETERMINED"))
                + "  open: \(open); nothing else stands in the way"
        }
    }

    private func mark(_ effect: CriterionEffect) -> String {
        switch effect {
        case .allows: style.good("✓")
        case .excludes: style.bad("✗")
        case .open: style.open("?")
        }
    }

    private func line(_ answer: CriterionAnswer) -> String {
        let said = "\(answer.kind.rawValue) \(answer.answer.rawValue)"
        return "\(mark(answer.effect)) \(answer.id.padded(to: 4))"
            + "\(said.padded(to: 18)) \(answer.title)"
    }

    private func short(_ answer: CriterionAnswer) -> String {
        let told = answer.evidence.filter { $0.kind != "Patient" && $0.value != nil }
        guard let first = told.first ?? answer.evidence.first(where: { $0.value != nil }) else {
            return line(answer)
        }
        let more = told.count > 1 ? " and \(told.count - 1) more" : ""
        return line(answer).padded(to: 62) + style.faint(" " + text(first) + more)
    }

    private func long(_ answer: CriterionAnswer) -> [String] {
        var lines = [
            line(answer), answer.text.printable.wrapped(to: Self.width, indent: "       "),
        ]
        for missing in answer.missing { lines.append("       missing: \(missing.printable)") }
        for step in answer.explanation { lines.append("       \(step.printable)") }
        for evidence in answer.evidence {
            lines.append(style.faint("       read: \(text(evidence))"))
        }
        lines.append("       to do: \(advice(answer))")
        lines.append(style.faint("       source: \(answer.source)"))
        return lines
    }

    private func advice(_ answer: CriterionAnswer) -> String {
        switch answer.remedy {
        case .repeat:
            "repeat or complete the test, within the window that counts from \(answer.countsFrom)"
        case .wait: "wait; the window counts from \(answer.countsFrom)"
        case .correct: "complete or correct what is recorded"
        case .none: answer.effect == .open ? "complete what is recorded" : "nothing can help"
        }
    }

    private func text(_ evidence: Evidence) -> String {
        var parts = [evidence.what]
        if let value = evidence.value { parts.append(value) }
        if let date = evidence.date { parts.append("on \(date)") }
        return (parts.joined(separator: " ") + " [\(evidence.source)]").printable
    }

    private var factors: [String] {
        guard !report.factors.isEmpty else { return [] }
        return [""]
            + report.factors.map { "Stratum: \($0.name) = \($0.level ?? "not determined")" }
    }

    private var intake: [String] {
        let ignored = screening.resourcesIgnored.sorted { $0.key < $1.key }
        let count = ignored.reduce(0) { $0 + $1.value }
        var line = "Document: \(screening.resourcesRead) resources read, \(count) passed over"
        if count > 0 {
            let kinds = ignored.map { "\($0.value) \($0.key.printable)" }
            line += " (\(kinds.joined(separator: ", ")))"
        }
        return ["", style.faint(line)]
            + screening.notes.map { style.faint("Note: \($0.printable)") }
    }
}
