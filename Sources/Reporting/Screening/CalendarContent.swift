import ClinicalQuality
import Eligibility
import TrialDefinition

/// What a calendar says, for every format.
struct CalendarContent {
    let calendar: EligibilityCalendar

    /// A line of the windows.
    struct Line {
        let text: Phrase
        /// How far it stands under others: 0 for a window.
        let level: Int
        var isWindow = false
    }

    /// Every phrase.
    var everything: [Phrase] { [title] + windows.map(\.text) + ways }

    /// The days.
    var title: Phrase { ReportWord.calendar(.verbatim(calendar.from), .verbatim(calendar.to)) }

    /// The windows, with what opens and closes each.
    var windows: [Line] {
        var lines =
            calendar.windows.isEmpty
            ? [Line(text: ReportWord.onNoDay(), level: 0)] : calendar.windows.flatMap(window)
        if calendar.windowsWithRepeats != calendar.windows {
            lines.append(Line(text: ReportWord.withRepeats(), level: 0))
            lines += calendar.windowsWithRepeats.flatMap(window)
        }
        return lines
    }

    private func window(_ window: EligibilityWindow) -> [Line] {
        let days = ReportWord.window(.verbatim(window.from), .verbatim(window.to))
        return [Line(text: days, level: 0, isWindow: true)]
            + edges(window.opens, .opens) + repeats(window) + edges(window.closes, .closes)
    }

    /// What has to be repeated, by the last day on which it counts.
    private func repeats(_ window: EligibilityWindow) -> [Line] {
        var days: [(by: String, what: [Phrase])] = []
        for test in window.repeats {
            if days.last?.by != test.by { days.append((test.by, [])) }
            days[days.count - 1].what.append(Self.named(test.id, test.title))
        }
        return days.map { day in
            let what = Phrase.all(day.what, .semicolon)
            return Line(text: ReportWord.repeatBy(.verbatim(day.by), what), level: 1)
        }
    }

    private func edges(_ edges: [WindowEdge], _ heading: ReportWord) -> [Line] {
        guard !edges.isEmpty else { return [] }
        return [Line(text: heading(), level: 1)]
            + edges.map { edge in
                let name = Self.named(edge.id, edge.title)
                return Line(text: edge.why.map { Sentence.aside(name, $0) } ?? name, level: 2)
            }
    }

    /// The ways to become eligible, or that there is none and why.
    var ways: [Phrase] {
        guard calendar.ways.isEmpty else { return calendar.ways.map(way) }
        let always = calendar.criteria
            .filter { $0.spans.count == 1 && $0.spans[0].effect == .excludes }
            .map { Self.named($0.id, $0.title) }
        return [
            always.isEmpty ? ReportWord.noWay() : ReportWord.noWayBecause(.all(always, .comma))
        ]
    }

    private func way(_ way: EligibilityWay) -> Phrase {
        let changes = way.changes.map { change in
            let name = Self.named(change.id, change.title)
            return switch change.remedy {
            case .repeat: ReportWord.repeatTest(name)
            case .ask: ReportWord.askFor(name)
            case .correct, .wait, .none: ReportWord.correctIt(name)
            }
        }
        let wait = way.days == 0 ? [] : [ReportWord.waitUntil(.verbatim(way.on))]
        let all = wait + changes
        return all.isEmpty
            ? ReportWord.nothingNeeded(.verbatim(way.on)) : .all(all, .semicolon)
    }

    private static func named(_ id: String, _ title: Phrase) -> Phrase {
        Sentence.named(.verbatim(id), title)
    }
}
