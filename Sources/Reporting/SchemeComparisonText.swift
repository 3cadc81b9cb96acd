import Randomization

/// A comparison of schemes for a terminal.
public struct SchemeComparisonText: Sendable {
    private let comparison: SchemeComparison
    private let style: Style
    private static let label = 30
    private static let column = 21

    /// The comparison, to be set off in `style`.
    public init(_ comparison: SchemeComparison, style: Style) {
        self.comparison = comparison
        self.style = style
    }

    /// The whole text.
    public var text: String {
        var lines = comparison.setting
        lines.append("")
        for (number, entry) in comparison.entries.enumerated() {
            lines.append("\(Self.name(number))  \(entry.method)")
        }
        lines += [""] + table + [""] + remarks
        lines += ["", style.bold("What the rows mean")]
        for characteristic in comparison.characteristics {
            lines.append(
                (characteristic.label + ": " + characteristic.definition)
                    .wrapped(to: 100, indent: "  ")
            )
        }
        return lines.map { $0 + "\n" }.joined()
    }

    static func name(_ number: Int) -> String { "S\(number + 1)" }

    private var table: [String] {
        let head = comparison.entries.indices.map { Self.name($0).padded(to: Self.column) }
        let header = "".padded(to: Self.label) + head.joined()
        var lines = [style.bold(Self.trimmed(header))]
        for characteristic in comparison.characteristics {
            let cells = comparison.entries.indices.map { entry in
                Self.cell(comparison.estimate(entry, characteristic)).padded(to: Self.column)
            }
            lines.append(
                Self.trimmed(characteristic.label.padded(to: Self.label) + cells.joined())
            )
        }
        return lines
    }

    /// An exact value with six decimals, a simulated one with its standard error.
    static func cell(_ estimate: Estimate?) -> String {
        guard let estimate else { return "-" }
        guard let error = estimate.standardError else {
            return FixedNumber.text(estimate.value, decimals: 6)
        }
        return FixedNumber.text(estimate.value, decimals: 5) + " ± "
            + FixedNumber.text(error, decimals: 5)
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }

    /// What the numbers say for and against each scheme; which one to take is not for a program.
    private var remarks: [String] {
        var lines = ["Values with ± are simulated, with their standard errors; others are exact."]
        guard comparison.entries.count > 1 else { return lines }
        for aim in SchemeComparison.aims {
            if let line = best(aim) { lines.append(line) }
        }
        for (entry, other) in comparison.dominated {
            let reasons = SchemeComparison.aims.map { aim in
                "\(aim.label) \(Self.cell(comparison.estimate(entry, aim))) against "
                    + Self.cell(comparison.estimate(other, aim))
            }
            lines.append(
                "\(Self.name(entry)) is in no aim better than \(Self.name(other)): "
                    + reasons.joined(separator: "; ")
            )
        }
        lines.append("Less imbalance is bought with more predictability: the choice is yours.")
        return lines.flatMap {
            $0.wrapped(to: 100, indent: "").split(separator: "\n").map(String.init)
        }
    }

    private func best(_ aim: Characteristic) -> String? {
        let known = comparison.entries.indices.filter { comparison.estimate($0, aim) != nil }
        let first = known.filter { entry in
            !known.contains { comparison.isBetter($0, entry, in: aim) }
        }
        guard !first.isEmpty, first.count < known.count else { return nil }
        let names = first.map { entry in
            "\(Self.name(entry)) with \(Self.cell(comparison.estimate(entry, aim)))"
        }
        return "Least \(aim.label): \(names.joined(separator: ", "))."
    }
}
