import ClinicalQuality

/// A value for which two branches of a `case` stand ready, so that their order decides.
///
/// Steps of growing width (`< 2`, `< 6`, `< 10`) are an idiom and no finding; a branch that comes
/// too late to take anything is one.
enum OverlappingBranches: DefinitionRule {
    static let name = "overlapping-branches"
    static let severity = Diagnostic.Severity.error
    static let summary = "two branches of a `case` for the same value, or one that is never reached"
    static let remedy = "let only one branch include the value"

    static func findings(in definition: CheckedDefinition) -> [DefinitionFinding] {
        Branches.all(in: definition).flatMap { branches -> [DefinitionFinding] in
            guard case .selection(let all, _) = branches.selection.form else { return [] }
            return branches.lines.flatMap { line in
                all.indices.flatMap { second in
                    all.indices.prefix(second).compactMap { first in
                        overlap(first, second, in: line).map { cell in
                            finding(
                                "an earlier branch already takes \(cell)",
                                at: all[second].condition.location
                            )
                        }
                    }
                }
            }
        }
    }

    /// The first value that both take, unless the second goes on from the first on both sides.
    private static func overlap(_ first: Int, _ second: Int, in line: Branches.Line) -> String? {
        func taken(_ branch: Int) -> Set<Int> {
            Set(line.truths.indices.filter { line.truths[$0][branch] == .yes })
        }
        let (earlier, later) = (taken(first), taken(second))
        let both = earlier.intersection(later)
        guard let cell = both.min(), !earlier.isStrictSubset(of: later) else { return nil }
        return line.cells[cell]
    }
}
