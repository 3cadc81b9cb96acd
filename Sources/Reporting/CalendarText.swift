import ClinicalQuality
import Eligibility
import TrialDefinition

/// When a candidate would be eligible, and what it would take, for the terminal.
struct CalendarText {
    let calendar: EligibilityCalendar
    let style: Style
    private static let width = 100

    var lines: [String] {
        ["", style.bold("Calendar \(calendar.from) to \(calendar.to), if nothing else changes")]
            + windows + ["", style.bold("What would it take")] + ways
            + [
                style.faint(
                    "Plans keep their distance to the screening day; a repeated test is taken to come"
                ),
                style.faint("out as the criterion asks."),
            ]
    }

    private var windows: [String] {
        var lines = calendar.windows.isEmpty ? ["  on no day"] : calendar.windows.flatMap(window)
        if calendar.windowsWithRepeats != calendar.windows {
            lines += ["  If what runs out is repeated in time, and says the same:"]
            lines += calendar.windowsWithRepeats.flatMap(window)
        }
        return lines
    }

    private func window(_ window: EligibilityWindow) -> [String] {
        ["  " + style.good("from \(window.from) to \(window.to)")]
            + edges(window.opens, "opens because this ends:")
            + repeats(window)
            + edges(window.closes, "closes because of:")
    }

    /// What has to be repeated, by the last day on which it counts.
    private func repeats(_ window: EligibilityWindow) -> [String] {
        var days: [(by: String, what: [String])] = []
        for test in window.repeats {
            if days.last?.by != test.by { days.append((test.by, [])) }
            days[days.count - 1].what.append("\(test.id) \(test.title)")
        }
        return days.map { day in
            "repeat by \(day.by): \(day.what.joined(separator: "; "))".printable
                .wrapped(to: Self.width, indent: "    ")
        }
    }

    private func edges(_ edges: [WindowEdge], _ heading: String) -> [String] {
        guard !edges.isEmpty else { return [] }
        return ["    \(heading)"]
            + edges.map { edge in
                let why = edge.why.map { " (\($0))" } ?? ""
                let text = "\(edge.id) \(edge.title)\(why)".printable
                return text.wrapped(to: Self.width, indent: "      ")
            }
    }

    private var ways: [String] {
        if calendar.ways.isEmpty {
            return ["on none of these days" + obstacles].map {
                $0.printable.wrapped(to: Self.width, indent: "  ")
            }
        }
        return calendar.ways.map { way in
            let changes = way.changes.map { "\(words($0.remedy)) \($0.id) \($0.title)" }
            let wait = way.days == 0 ? [] : ["wait until \(way.on)"]
            let all = wait + changes
            return (all.isEmpty ? "nothing: eligible on \(way.on)" : all.joined(separator: "; "))
                .printable.wrapped(to: Self.width, indent: "  ")
        }
    }

    /// What stands in the way on every day.
    private var obstacles: String {
        let always = calendar.criteria.filter {
            $0.spans.count == 1 && $0.spans[0].effect == .excludes
        }
        guard !always.isEmpty else { return "" }
        return ": " + always.map { "\($0.id) \($0.title)" }.joined(separator: ", ")
    }

    private func words(_ remedy: Remedy) -> String {
        switch remedy {
        case .repeat: "repeat"
        case .ask: "ask"
        case .correct, .wait, .none: "complete or correct"
        }
    }
}
