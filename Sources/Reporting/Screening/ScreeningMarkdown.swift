import ClinicalQuality
import Eligibility
public import TrialOffice

/// A screening report as Markdown, for repositories and e-mails.
public struct ScreeningMarkdown: Sendable {
    private let screening: Screening
    private let wording: Wording

    /// The report of `screening`, in the language of `wording`.
    public init(_ screening: Screening, in wording: Wording = .english) {
        self.screening = screening
        self.wording = wording
    }

    private var content: ReportContent { ReportContent(screening: screening) }

    /// The whole text, with a line end.
    public var text: String {
        let (word, rest) = content.verdict
        let isTurned = wording.language.isRightToLeft
        var blocks = isTurned ? ["<div dir=\"rtl\" lang=\"\(wording.language.rawValue)\">"] : []
        blocks.append("# " + say(ReportWord.title()))
        blocks.append(
            table(
                content.fields.map(\.name),
                [content.fields.map { say($0.value) }]
            )
        )
        if screening.isPreScreening { blocks.append("**\(say(ReportWord.preScreening()))**") }
        blocks.append("**\(mark(screening.report.verdict)) \(say(word))** — \(say(rest))")
        blocks += content.notes(wording).map { "> " + say($0) }
        for part in content.parts {
            blocks.append("## " + say(part.title))
            blocks += part.effect == .allows ? [short(part.answers)] : part.answers.flatMap(long)
        }
        blocks += content.factors.map(say) + calendar
        blocks += [content.unread()].compactMap(\.self).map(say) + content.intake.map(say)
        blocks.append("*\(say(ReportWord.advises()))*")
        if isTurned { blocks.append("</div>") }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .eligible: "✓"
        case .ineligible: "✗"
        case .undetermined: "?"
        }
    }

    /// What holds, in a row each.
    private func short(_ answers: [CriterionAnswer]) -> String {
        table(content.rowHead, answers.map { content.row($0).map { $0.map(say) ?? "" } })
    }

    private func long(_ answer: CriterionAnswer) -> [String] {
        let mark = answer.effect == .excludes ? "✗" : "?"
        let said = say(content.said(answer))
        return [
            "### \(mark) \(answer.id) \(say(content.title(answer))) — \(said)",
            say(answer.text),
        ]
            + list(.why, content.why(answer).map(say))
            + evidence(answer)
            + list(.toDo, content.toDo(answer).map(say))
            + ["*\(say(ReportWord.source())): \(Self.escaped(answer.source.printable))*"]
    }

    private func list(_ heading: ReportWord, _ items: [String]) -> [String] {
        guard !items.isEmpty else { return [] }
        return ["**\(say(heading()))**", items.map { "- " + $0 }.joined(separator: "\n")]
    }

    private func evidence(_ answer: CriterionAnswer) -> [String] {
        guard let (head, rows) = content.table(answer) else { return [] }
        return [table(head, rows.map { row in row.map { $0.map(say) ?? "" } })]
    }

    private var calendar: [String] {
        guard let calendar = screening.calendar else { return [] }
        let content = CalendarContent(calendar: calendar)
        let windows = content.windows.map { line in
            String(repeating: "  ", count: line.level) + "- " + say(line.text)
        }
        return [
            "## " + say(content.title), windows.joined(separator: "\n"),
            "## " + say(ReportWord.whatItTakes()),
            content.ways.map { "- " + say($0) }.joined(separator: "\n"),
            "*\(say(ReportWord.calendarNote()))*",
        ]
    }

    private func table(_ head: [Phrase], _ rows: [[String]]) -> String {
        ([head.map(say), head.map { _ in "---" }] + rows)
            .map { "| " + $0.joined(separator: " | ") + " |" }
            .joined(separator: "\n")
    }

    private func say(_ phrase: Phrase) -> String { Self.escaped(wording.text(phrase)) }

    /// Nothing of a report is markup, not even a line end.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "!": escaped += "\\\(character)"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
