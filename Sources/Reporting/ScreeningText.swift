import ClinicalQuality
import Eligibility
import TrialDefinition
public import TrialOffice

/// A screening report for the terminal: first what decides, then the rest in a line each.
public struct ScreeningText: Sendable {
    let screening: Screening
    private let style: Style
    /// No line is longer.
    private static let width = 100
    private static let indent = "       "

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
                lines += effect == .allows ? short(answer) : long(answer)
            }
        }
        lines += factors
        if let calendar = screening.calendar {
            lines += CalendarText(calendar: calendar, style: style).lines
        }
        lines += unread + intake
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
        lines += provenance
        if screening.isPreScreening {
            lines.append("Pre-screening: the site is suspended, and nobody is enrolled from this")
        }
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

    /// For an exclusion, `met` would be misread: the excluded thing is there, or it is not.
    private func said(_ answer: CriterionAnswer) -> String {
        switch (answer.kind, answer.answer) {
        case (.exclusion, .met): "exclusion present"
        case (.exclusion, .notMet): "exclusion absent"
        default: "\(answer.kind.rawValue) \(answer.answer.rawValue)"
        }
    }

    /// An answer by a rule of which nobody saw the text shows that wherever it stands.
    private func title(_ answer: CriterionAnswer) -> String {
        answer.title.text + (answer.isSeen ? "" : " [source not seen]")
    }

    private func line(_ answer: CriterionAnswer) -> String {
        "\(mark(answer.effect)) \(answer.id.padded(to: 4))"
            + "\(said(answer).padded(to: 17)) \(title(answer))"
    }

    /// The first comparison or, where it does not fit beside the title, what was compared; that
    /// stands below when it does not fit either.
    private func short(_ answer: CriterionAnswer) -> [String] {
        let told = answer.evidence.filter { $0.value != nil && $0.isShown }
        let column = 60
        let plain = title(answer).count + 24
        let room = Self.width - max(plain, column) - 2
        let choices = (answer.explanation.prefix(1).map(\.text) + told.prefix(1).map(text)).map(
            \.printable
        )
        if let shown = choices.first(where: { $0.count <= room }) {
            let gap = String(repeating: " ", count: max(0, column - plain) + 2)
            return [line(answer) + gap + style.faint(shown)]
        }
        let below = Self.width - Self.indent.count
        guard let shown = choices.first(where: { $0.count <= below }) ?? choices.last else {
            return [line(answer)]
        }
        return [line(answer)] + faint([shown.wrapped(to: Self.width, indent: Self.indent)])
    }

    private func long(_ answer: CriterionAnswer) -> [String] {
        [line(answer), answer.text.text.printable.wrapped(to: Self.width, indent: Self.indent)]
            + listed("why:", why(answer))
            + faint(listed("read:", read(answer)))
            + listed("to do:", toDo(answer))
            + faint(listed("source:", [answer.source.printable]))
    }

    /// What decided: for an unknown the reasons first, then the comparisons.
    private func why(_ answer: CriterionAnswer) -> [String] {
        var reasons: [(text: String, subjects: [String])] = []
        for reason in answer.reasons {
            let subjects = reason.subject.map { [$0.text] } ?? []
            if let index = reasons.firstIndex(where: { $0.text == reason.text.text }) {
                reasons[index].subjects += subjects
            } else {
                reasons.append((reason.text.text, subjects))
            }
        }
        let told = reasons.map { reason in
            reason.subjects.isEmpty
                ? reason.text : "\(reason.subjects.joined(separator: "; ")): \(reason.text)"
        }
        return Self.cut(told + answer.explanation.map(\.text), to: 8).map(\.printable)
    }

    private func read(_ answer: CriterionAnswer) -> [String] {
        let shown = answer.evidence.filter(\.isShown).map { text($0) + place($0.source) }
        return Self.cut(shown.map(\.printable), to: 6)
    }

    private func toDo(_ answer: CriterionAnswer) -> [String] {
        let missing = answer.missing.map(\.text.printable)
        return Self.cut(missing, to: 6) + [advice(answer)]
    }

    /// The JSON report has them all.
    private static func cut(_ items: [String], to limit: Int) -> [String] {
        guard items.count > limit else { return items }
        return items.prefix(limit - 1) + ["and \(items.count - limit + 1) more (see --json)"]
    }

    /// The items below each other, behind a heading.
    private func listed(_ heading: String, _ items: [String]) -> [String] {
        let empty = String(repeating: " ", count: heading.count)
        return items.enumerated().map { number, item in
            let first = Self.indent + (number == 0 ? heading : empty) + " "
            let rest = Self.indent + empty + "   "
            return first + item.wrapped(to: Self.width, indent: rest).dropFirst(rest.count)
        }
    }

    /// Every line for itself, because a pager may cut between them.
    private func faint(_ lines: [String]) -> [String] {
        lines.flatMap { $0.split(separator: "\n") }.map { style.faint(String($0)) }
    }

    private func advice(_ answer: CriterionAnswer) -> String {
        switch answer.remedy {
        case .repeat:
            "repeat or complete the test, within the window that counts from \(answer.countsFrom)"
        case .wait: "wait; the window counts from \(answer.countsFrom)"
        case .correct: "complete or correct what is recorded"
        case .ask:
            answer.effect == .excludes
                ? "respect the refusal; it holds unless they change it on their own"
                : "ask those who decide for the candidate"
        case .none: "this cannot change"
        }
    }

    private func text(_ evidence: Evidence) -> String {
        var parts = [evidence.what.text]
        if let value = evidence.value { parts.append(value.text) }
        if let date = evidence.date { parts.append("on \(date)") }
        return parts.joined(separator: " ")
    }

    /// `entry-24` as ` [entry 24 of the document]`.
    private func place(_ source: String) -> String {
        SourceName.words(source).map { " [\($0)]" } ?? ""
    }

    private var factors: [String] {
        guard !report.factors.isEmpty else { return [] }
        return [""]
            + report.factors.map { "Stratum: \($0.name) = \($0.level ?? "not determined")" }
    }

    /// What a person has to look at, because no criterion does.
    private var unread: [String] {
        guard !report.unread.isEmpty else { return [] }
        let items = report.unread.map { record in
            let entries = record.sources.map(SourceName.short)
            return "\(record.kind) \(record.code)".printable
                + " [\(Self.cut(entries, to: 4).joined(separator: ", "))]"
        }
        let list = Self.cut(items, to: 10).joined(separator: "; ")
        let text = "No criterion reads [entries]: \(list)"
        return ["", text.wrapped(to: Self.width, indent: "")]
    }

    private var intake: [String] {
        let ignored = screening.resourcesIgnored.sorted { $0.key < $1.key }
        let count = ignored.reduce(0) { $0 + $1.value }
        var line = "Document: \(screening.resourcesRead) resources read, \(count) passed over"
        if count > 0 {
            let kinds = ignored.map { "\($0.value) \($0.key.printable)" }
            line += " (\(kinds.joined(separator: ", ")))"
        }
        let notes = screening.notes.map { "Note: \($0.printable)" }
        return [""] + faint(([line] + notes).map { $0.wrapped(to: Self.width, indent: "") })
    }
}

extension Evidence {
    /// The birth date is read for nearly every criterion, to find results dated before it.
    fileprivate var isShown: Bool { decides || kind != "Patient" }
}
