import ClinicalQuality
import Eligibility
public import TrialOffice

/// A screening report for the terminal: first what decides, then the rest in a line each.
public struct ScreeningText: Sendable {
    private let screening: Screening
    private let style: Style
    private let wording: Wording
    /// No line is longer.
    private static let width = 100
    private static let indent = "       "

    /// The report of `screening` in `style`, in the language of `wording`.
    public init(_ screening: Screening, style: Style, in wording: Wording = .english) {
        self.screening = screening
        self.style = style
        self.wording = wording
    }

    private var content: ReportContent { ReportContent(screening: screening) }

    private func text(_ phrase: Phrase) -> String { wording.text(phrase) }

    /// The whole text, with a line end.
    public var text: String {
        var lines = head
        for part in content.parts {
            lines += ["", style.bold(text(part.title))]
            for answer in part.answers {
                lines += part.effect == .allows ? short(answer) : long(answer)
            }
        }
        if !screening.report.factors.isEmpty { lines += [""] + content.factors.map(text) }
        if let calendar = screening.calendar {
            lines += CalendarText(calendar: calendar, style: style, wording: wording).lines
        }
        lines += tail + ["", style.faint(text(ReportWord.advises()))]
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        let report = screening.report
        let parts = [report.protocolID, report.protocolVersion, report.asOf].map(Phrase.verbatim)
        let headline =
            report.site.map { site in
                ReportWord.headline(
                    parts[0],
                    parts[1],
                    .verbatim(site),
                    .verbatim(report.country ?? ""),
                    parts[2]
                )
            } ?? ReportWord.headlineWithoutSite(parts[0], parts[1], parts[2])
        var lines = [text(headline)]
        if !screening.number.isEmpty {
            let number = Phrase.verbatim(screening.number)
            let again = screening.again.map { ReportWord.numberedAgain(number, .verbatim($0)) }
            lines.append(text(again ?? ReportWord.numbered(number)))
        }
        lines.append(text(ReportWord.hash(.verbatim(screening.document))))
        if screening.isPreScreening { lines.append(text(ReportWord.preScreening())) }
        let (word, rest) = content.verdict
        let verdict =
            switch report.verdict {
            case .eligible: style.good(style.bold(text(word)))
            case .ineligible: style.bad(style.bold(text(word)))
            case .undetermined: style.open(style.bold(text(word)))
            }
        let notes = content.notes(wording).map { text($0).wrapped(to: Self.width, indent: "") }
        return lines + ["", "\(verdict)  \(text(rest))"]
            + (notes.isEmpty ? [] : [""] + faint(notes))
    }

    private func mark(_ effect: CriterionEffect) -> String {
        switch effect {
        case .allows: style.good("✓")
        case .excludes: style.bad("✗")
        case .open: style.open("?")
        }
    }

    private func line(_ answer: CriterionAnswer) -> String {
        "\(mark(answer.effect)) \(answer.id.padded(to: 4))"
            + "\(text(content.said(answer)).padded(to: 17)) \(text(content.title(answer)))"
    }

    /// What decided, in one line: beside the title, or below where it does not fit.
    private func short(_ answer: CriterionAnswer) -> [String] {
        let told = content.evidence(answer).first { $0.value != nil }
        guard let shown = answer.explanation.first.map(text) ?? told.map(named) else {
            return [line(answer)]
        }
        let column = 60
        let plain = text(content.title(answer)).count + 24
        guard shown.count <= Self.width - max(plain, column) - 2 else {
            return [line(answer)] + faint([shown.wrapped(to: Self.width, indent: Self.indent)])
        }
        let gap = String(repeating: " ", count: max(0, column - plain) + 2)
        return [line(answer) + gap + style.faint(shown)]
    }

    private func long(_ answer: CriterionAnswer) -> [String] {
        let why = cut(content.why(answer), to: 8)
        let read = cut(content.evidence(answer), to: 6, shown: shown)
        let missing = cut(answer.missing, to: 6)
        let toDo = missing + content.toDo(answer).suffix(1).map(text)
        return [
            line(answer), text(answer.text).wrapped(to: Self.width, indent: Self.indent),
        ]
            + listed(.why, why) + faint(listed(.read, read)) + listed(.toDo, toDo)
            + faint(listed(.source, [answer.source.printable]))
    }

    private func cut(_ items: [Phrase], to limit: Int) -> [String] {
        cut(items, to: limit, shown: text)
    }

    /// The JSON report has them all.
    private func cut<Item>(_ items: [Item], to limit: Int, shown: (Item) -> String) -> [String] {
        guard items.count > limit else { return items.map(shown) }
        let more = Phrase.verbatim("\(items.count - limit + 1)")
        return items.prefix(limit - 1).map(shown) + [text(ReportWord.more(more))]
    }

    /// The items below each other, behind a heading.
    private func listed(_ heading: ReportWord, _ items: [String]) -> [String] {
        let heading = text(heading()) + ":"
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

    /// What was observed, its value and its day.
    private func named(_ evidence: Evidence) -> String {
        let name = evidence.value.map { Sentence.named(evidence.what, $0) } ?? evidence.what
        return text(evidence.date.map { Sentence.onDay(name, $0) } ?? name)
    }

    private func shown(_ evidence: Evidence) -> String {
        let compared = evidence.compared.map { ReportWord.compared($0) }
        let rest = [content.age(evidence), compared].compactMap(\.self).map { ", " + text($0) }
        let place = content.place(evidence).map { " [\(text($0))]" } ?? ""
        return named(evidence) + rest.joined() + place
    }

    /// What a person has to look at, and what was done with the document.
    private var tail: [String] {
        let unread = content.unread(atMost: 9).map {
            ["", text($0).wrapped(to: Self.width, indent: "")]
        }
        let intake = content.intake.map { text($0).wrapped(to: Self.width, indent: "") }
        return (unread ?? []) + [""] + faint(intake)
    }
}
