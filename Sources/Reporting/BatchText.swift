import ClinicalQuality
import Eligibility
public import TrialOffice

/// One of many screened documents, for the terminal: a line, and one for each reason.
public struct BatchText: Sendable {
    private let document: ScreenedDocument
    private let style: Style
    private static let width = 100
    private static let shown = 3

    private let wording: Wording

    /// The answer for `document` in `style`, in the language of `wording`.
    public init(_ document: ScreenedDocument, style: Style, in wording: Wording = .english) {
        self.wording = wording
        self.document = document
        self.style = style
    }

    /// The whole text, with a line end.
    public var text: String {
        let name = document.document.printable.padded(to: 40)
        guard let summary = document.summary else {
            let refusal = (document.refusal ?? "").printable
            return "\(name) \(style.bad(wording.text(ReportWord.notRead())))\n"
                + refusal.wrapped(to: Self.width, indent: "    ") + "\n"
        }
        var lines = ["\(name) \(verdict(summary.verdict))"]
        lines += summary.deciding.prefix(Self.shown).map { criterion in
            let mark = criterion.effect == .excludes ? "✗" : "?"
            let why = criterion.why.map { ": " + wording.text($0) } ?? ""
            return "\(mark) \(criterion.id) \(wording.text(criterion.title))\(why)"
                .wrapped(to: Self.width, indent: "    ")
        }
        let more = summary.deciding.count - Self.shown
        if more > 0 {
            lines.append("    " + wording.text(ReportWord.andMore(.verbatim("\(more)"))))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .eligible: style.good(wording.text(ReportWord.isEligible()))
        case .ineligible: style.bad(wording.text(ReportWord.isIneligible()))
        case .undetermined: style.open(wording.text(ReportWord.isUndetermined()))
        }
    }
}
