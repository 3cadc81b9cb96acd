public import TrialDefinition

/// What an amendment changes, for the terminal.
public struct ProtocolDifferenceText: Sendable {
    private let difference: ProtocolDifference
    /// `BCN  1.0.0 from 2026-10-01 on`, for each site of a trial.
    private let sites: [String]
    private let style: Style
    private static let width = 100
    private static let indent = "       "

    /// The result `difference` in `style`; `sites` tells in a line each what is in force where.
    public init(_ difference: ProtocolDifference, sites: [String], style: Style) {
        self.difference = difference
        self.sites = sites
        self.style = style
    }

    /// The difference as JSON.
    public var json: String {
        get throws { try JSONText.encode(difference) }
    }

    /// The whole text, with a line end.
    public var text: String {
        let count = difference.criteria.count
        var lines = [
            style.bold("\(difference.id) \(difference.before) → \(difference.after)")
                + "  \(count) criteri\(count == 1 ? "on differs" : "a differ")",
            difference.summary.printable.wrapped(to: Self.width, indent: ""),
        ]
        for criterion in difference.criteria {
            lines += ["", style.bold(heading(criterion))]
            lines += wording(criterion.before, "−", style.bad)
            lines += wording(criterion.after, "+", style.good)
        }
        if !sites.isEmpty {
            lines += ["", style.bold("Approved at sites:")] + sites.map { "  \($0.printable)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ criterion: CriterionDifference) -> String {
        let change =
            switch (criterion.before, criterion.after) {
            case (nil, _): "added"
            case (_, nil): "removed"
            default: "changed"
            }
        return "\(criterion.id) \(criterion.kind.rawValue) \(change)  \(criterion.title)".printable
    }

    private func wording(
        _ wording: CriterionDifference.Wording?,
        _ mark: String,
        _ color: (String) -> String
    ) -> [String] {
        guard let wording else { return [] }
        let text = wording.text.printable.wrapped(to: Self.width, indent: Self.indent)
        let source = "source: \(wording.source)".printable
            .wrapped(to: Self.width, indent: Self.indent)
        return [color("     \(mark) ") + text.dropFirst(Self.indent.count), style.faint(source)]
    }
}
