public import TrialOffice

/// The flow of candidates for the terminal, and in words for its picture.
public struct ConsortText: Sendable {
    private let flow: ConsortFlow
    private let style: Style
    private static let width = 100

    /// The flow `flow` in `style`.
    public init(_ flow: ConsortFlow, style: Style) {
        self.flow = flow
        self.style = style
    }

    /// The whole text, with a line end.
    public var text: String {
        var lines = [style.bold(Self.title(flow)), ""]
        lines += ConsortStep.steps(of: flow.total).flatMap { self.lines(of: $0) }
        lines += ["", style.bold("By site"), row("", ConsortStep.columns)]
        lines += (flow.sites + [flow.total]).map { numbers in
            row(numbers.site ?? "all", ConsortStep.cells(of: numbers).map(String.init))
        }
        let arms = flow.sites.flatMap { site in
            site.arms.map { row("\(site.site ?? "") \($0.name)", [String($0.count)]) }
        }
        if !arms.isEmpty { lines += ["", style.bold("Allocated by site and arm")] + arms }
        return lines.joined(separator: "\n") + "\n"
    }

    static func title(_ flow: ConsortFlow) -> String {
        let days = [flow.from.map { " from \($0)" }, flow.to.map { " to \($0)" }]
        return "Flow of candidates, \(flow.protocolID)\(days.compactMap(\.self).joined())"
    }

    private func lines(of step: ConsortStep) -> [String] {
        let margin = step.isAside ? 4 : 0
        let head = String(repeating: " ", count: margin) + step.text
        return [step.isAside ? head : style.bold(head)]
            + step.details.map { detail in
                let indent = String(repeating: " ", count: margin + 4 + 2 * detail.level)
                return detail.text.wrapped(to: Self.width, indent: indent)
            }
    }

    private func row(_ name: String, _ cells: [String]) -> String {
        ("  " + name.padded(to: 10) + cells.map { $0.padded(to: 14) }.joined()).trimmedAtEnd
    }
}

extension String {
    /// The text without spaces at its end.
    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
