import ClinicalQuality
import Eligibility
public import TrialOffice

/// Which screenings another version of the protocol answers differently, for the terminal.
public struct ReviewText: Sendable {
    private let review: ScreeningReview
    private let style: Style

    /// The result `review` in `style`.
    public init(_ review: ScreeningReview, style: Style) {
        self.review = review
        self.style = style
    }

    /// The whole text, with a line end.
    public var text: String {
        let count = review.changed.count
        var lines = [
            style.bold("\(review.site), by version \(review.version), as of \(review.asOf)"),
            "\(review.inProgress) in progress; another answer for \(count)",
        ]
        for screening in review.changed {
            lines += ["", heading(screening)] + screening.criteria.map(criterion)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ screening: ReviewedScreening) -> String {
        let verdict =
            screening.before == screening.after
            ? "stays \(screening.after.rawValue)"
            : "\(screening.before.rawValue) → \(screening.after.rawValue)"
        return style.bold(screening.number) + "  (screened by \(screening.screenedBy))  \(verdict)"
    }

    private func criterion(_ criterion: ReviewedCriterion) -> String {
        let before = criterion.before?.rawValue ?? "not asked"
        let after = criterion.after?.rawValue ?? "not asked"
        return "  \(criterion.id.padded(to: 4)) \(before) → \(after)  \(criterion.title)".printable
    }
}
