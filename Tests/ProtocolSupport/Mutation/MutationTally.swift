/// How many mutants were caught, by part of the definition.
public struct MutationTally: Sendable, CustomStringConvertible {
    private struct Counts {
        var caught = 0
        var survived = 0
        var refused = 0
    }

    private var parts: [String: Counts] = [:]

    /// Counts nothing yet.
    public init() {}

    /// Counts a mutant.
    public mutating func note(_ mutant: Mutant, _ outcome: MutationJudge.Outcome) {
        switch outcome {
        case .caught: parts[mutant.path, default: Counts()].caught += 1
        case .survived: parts[mutant.path, default: Counts()].survived += 1
        case .refused: parts[mutant.path, default: Counts()].refused += 1
        }
    }

    /// A table, with the sum in its last line.
    public var description: String {
        var sum = Counts()
        var lines = [Self.line("caught", "of", "share", "not loaded", "file")]
        for (path, counts) in parts.sorted(by: { $0.key < $1.key }) {
            lines.append(Self.line(counts, path))
            sum.caught += counts.caught
            sum.survived += counts.survived
            sum.refused += counts.refused
        }
        return (lines + [Self.line(sum, "all")]).joined(separator: "\n")
    }

    private static func line(_ counts: Counts, _ name: String) -> String {
        let all = counts.caught + counts.survived
        let tenths = all == 0 ? 1000 : counts.caught * 1000 / all
        return line(
            "\(counts.caught)",
            "\(all)",
            "\(tenths / 10).\(tenths % 10) %",
            "\(counts.refused)",
            name
        )
    }

    private static func line(_ cells: String...) -> String {
        let widths = [6, 6, 8, 11]
        let padded = zip(cells, widths).map { cell, width in
            String(repeating: " ", count: max(0, width - cell.count)) + cell
        }
        return (padded + cells.dropFirst(widths.count)).joined(separator: "  ")
    }
}
