import ClinicalQuality
import Eligibility
import TrialDefinition

/// When a candidate would be eligible, and what it would take, for the terminal.
struct CalendarText {
    let calendar: EligibilityCalendar
    let style: Style
    let wording: Wording
    private static let width = 100

    private func text(_ phrase: Phrase) -> String { wording.text(phrase) }

    var lines: [String] {
        let content = CalendarContent(calendar: calendar)
        let note = text(ReportWord.calendarNote()).wrapped(to: Self.width - 5, indent: "")
        return ["", style.bold(text(content.title))]
            + content.windows.flatMap(lines)
            + ["", style.bold(text(ReportWord.whatItTakes()))]
            + content.ways.map { text($0).wrapped(to: Self.width, indent: "  ") }
            + note.split(separator: "\n").map { style.faint(String($0)) }
    }

    private func lines(_ line: CalendarContent.Line) -> [String] {
        let indent = String(repeating: " ", count: 2 * line.level + 2)
        let text = text(line.text)
        if line.isWindow { return [indent + style.good(text)] }
        return [text.wrapped(to: Self.width, indent: indent)]
    }
}
