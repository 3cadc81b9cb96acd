import ClinicalQuality
import Eligibility
public import TrialOffice

/// One candidate against several trials, for the terminal: a row for each trial, the best first,
/// and below it the criteria that decide.
public struct MatchText: Sendable {
    private let matching: Matching
    private let style: Style
    /// No line is longer.
    private static let width = 100
    private static let indent = "    "
    /// More criteria than these are only counted.
    private static let shown = 8

    /// The text of `matching` in `style`.
    public init(_ matching: Matching, style: Style) {
        self.matching = matching
        self.style = style
    }

    /// The whole text, with a line end.
    public var text: String {
        let count = matching.matches.count
        var lines = [
            "One candidate against \(count) \(count == 1 ? "trial" : "trials"), as of \(matching.asOf)",
            "",
            "  \("trial".padded(to: column)) verdict       failed  open  to ask",
        ]
        for match in matching.matches {
            lines.append(row(match))
            lines += decided(match)
        }
        let read = "Document: \(matching.resourcesRead) resources read"
        lines += ["", style.faint(read)]
        lines += matching.notes.map { style.faint("Note: \($0.printable)") }
        lines += ["", style.faint("This advises. The investigators of each trial decide.")]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The width of the trials' identifiers.
    private var column: Int {
        max(5, matching.matches.map(\.report.protocolID.count).max() ?? 0)
    }

    private func row(_ match: TrialMatch) -> String {
        let verdict = match.verdict.rawValue.uppercased().padded(to: 12)
        let (mark, told) =
            switch match.verdict {
            case .eligible: (style.good("✓"), style.good(verdict))
            case .ineligible: (style.bad("✗"), style.bad(verdict))
            case .undetermined: (style.open("?"), style.open(verdict))
            }
        let counts = zip([match.failed, match.open, match.toAsk], [7, 6, 8])
            .map { ids, width in Self.right("\(ids.count)", width) }.joined()
        return "\(mark) \(style.bold(match.report.protocolID.padded(to: column))) \(told) \(counts)"
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// What stands in the way; else what is open; and what has to be asked.
    private func decided(_ match: TrialMatch) -> [String] {
        let deciding = match.failed.isEmpty ? match.open : match.failed
        let answers = match.report.criteria.filter { deciding.contains($0.id) }
        var lines = [match.title.printable] + answers.prefix(Self.shown).map(line)
        if answers.count > Self.shown {
            lines.append("and \(answers.count - Self.shown) more (see --json)")
        }
        if match.failed.isEmpty, !match.toAsk.isEmpty {
            let names = match.report.criteria.filter { match.toAsk.contains($0.id) }
                .map { "\($0.id) \($0.title)" }
            lines.append("to ask: \(names.joined(separator: ", "))")
        }
        let unseen = match.report.criteria.count { !$0.isSeen }
        if match.verdict == .eligible, unseen > 0 {
            lines.append(
                "\(unseen) of \(match.report.criteria.count) criteria: source not seen"
            )
        }
        return lines.map { line in
            let rest = Self.indent + "    "
            return Self.indent + line.wrapped(to: Self.width, indent: rest).dropFirst(rest.count)
        }
    }

    /// What decided, or what is missing, in one sentence.
    private func line(_ answer: CriterionAnswer) -> String {
        let mark = answer.effect == .excludes ? "✗" : "?"
        let seen = answer.isSeen ? "" : " [source not seen]"
        let told = answer.effect == .excludes ? answer.explanation.first : answer.missing.first
        let why = told.map { ": \($0)" } ?? ""
        return "\(mark) \(answer.id) \(answer.title)\(seen)\(why)".printable
    }
}
