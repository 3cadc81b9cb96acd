import ClinicalQuality
import Eligibility
public import TrialOffice

/// A screening report as one HTML page, to be read, printed on A4 and signed.
///
/// It has no script and refers to nothing outside of itself.
public struct ScreeningPage: Sendable {
    private let screening: Screening
    private let wording: Wording

    /// The report of `screening`, in the language of `wording`.
    public init(_ screening: Screening, in wording: Wording = .english) {
        self.screening = screening
        self.wording = wording
    }

    private var content: ReportContent { ReportContent(screening: screening) }
    private var html: HTML { HTML(wording: wording) }

    /// The whole file.
    public var text: String {
        let language = wording.language
        let direction = language.isRightToLeft ? "rtl" : "ltr"
        let title = "\(wording.plain(ReportWord.title())): \(running.joined(separator: " · "))"
        let style = ScreeningPageStyle.text(
            left: running.joined(separator: " · "),
            below: "SHA-256 \(screening.document)"
        )
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" dir="\(direction)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(HTML.escaped(title))</title>
            <style>
            \(style)
            </style>
            </head>
            <body>
            <main>
            \(([head] + sections + [calendar, end, signatures]).filter { !$0.isEmpty }.joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    /// What stands on every sheet.
    private var running: [String] {
        let report = screening.report
        return [
            "\(report.protocolID) \(report.protocolVersion)", report.site ?? "",
            screening.number, report.asOf,
        ].filter { !$0.isEmpty }
    }

    private var head: String {
        let fields = content.fields.map { field in
            html.element(
                "div",
                [],
                html.element("dt", saying: field.name)
                    + html.element("dd", saying: field.value)
            )
        }
        let (word, rest) = content.verdict
        let verdict = html.element(
            "strong",
            [],
            "\(mark(screening.report.verdict)) \(html.say(word))"
        )
        let notes =
            content.notes(wording) + (screening.isPreScreening ? [ReportWord.preScreening()] : [])
        return html.element("h1", saying: ReportWord.title()) + "\n"
            + html.element("dl", [("class", "fields")], fields.joined()) + "\n"
            + html.element("p", [("class", "verdict")], "\(verdict) \(html.say(rest))")
            + notes.map { "\n" + html.element("p", [("class", "note")], saying: $0) }.joined()
    }

    private func mark(_ verdict: Verdict) -> String {
        switch verdict {
        case .eligible: "✓"
        case .ineligible: "✗"
        case .undetermined: "?"
        }
    }

    private var sections: [String] {
        content.parts.map { part in
            let answers =
                part.effect == .allows
                ? short(part.answers) : part.answers.map(long).joined(separator: "\n")
            return html.element(
                "section",
                [],
                html.element("h2", saying: part.title) + "\n" + answers
            )
        }
    }

    /// What holds, in a row each.
    private func short(_ answers: [CriterionAnswer]) -> String {
        html.table(
            "criteria",
            content.rowHead,
            answers.map { content.row($0).map { $0.map(html.say) ?? "" } }
        )
    }

    private func long(_ answer: CriterionAnswer) -> String {
        let mark = answer.effect == .excludes ? "✗" : "?"
        let name = Sentence.named(.verbatim(answer.id), content.title(answer))
        let source = html.say(ReportWord.source())
        let citation = html.element(
            "span",
            [("lang", "en"), ("dir", "ltr")],
            HTML.escaped(answer.source)
        )
        return html.element(
            "article",
            [],
            html.element("h3", [], "\(mark) \(html.say(name))")
                + html.element("p", [("class", "answer")], saying: content.said(answer)) + "\n"
                + html.element("p", saying: answer.text) + "\n"
                + listed(.why, content.why(answer)) + evidence(answer)
                + listed(.toDo, content.toDo(answer))
                + html.element("p", [("class", "source")], "\(source): \(citation)")
        )
    }

    private func listed(_ heading: ReportWord, _ phrases: [Phrase]) -> String {
        guard !phrases.isEmpty else { return "" }
        return html.element("h4", saying: heading()) + html.list(phrases) + "\n"
    }

    private func evidence(_ answer: CriterionAnswer) -> String {
        guard let (head, rows) = content.table(answer) else { return "" }
        let cells = rows.map { row in row.map { $0.map(html.say) ?? "" } }
        return html.table("evidence", head, cells) + "\n"
    }

    private var calendar: String {
        guard let calendar = screening.calendar else { return "" }
        let content = CalendarContent(calendar: calendar)
        let windows = content.windows.map { line in
            html.element("li", [("class", "level\(line.level)")], saying: line.text)
        }
        return html.element(
            "section",
            [],
            html.element("h2", saying: content.title)
                + html.element("ul", [], windows.joined()) + "\n"
                + html.element("h2", saying: ReportWord.whatItTakes())
                + html.list(content.ways)
                + html.element("p", [("class", "note")], saying: ReportWord.calendarNote())
        )
    }

    private var end: String {
        let texts = content.factors + [content.unread()].compactMap(\.self) + content.intake
        let lines = texts.map { html.element("p", saying: $0) }
        return html.element("section", [("class", "end")], lines.joined(separator: "\n"))
    }

    private var signatures: String {
        let lines = [ReportWord.investigator, .signature, .signatureDate].map { word in
            html.element("div", [], html.element("span", saying: word()))
        }
        return html.element(
            "section",
            [("class", "signatures")],
            html.element("p", saying: ReportWord.advises()) + lines.joined()
        )
    }
}
