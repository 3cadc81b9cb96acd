/// What a dose-finding rule says after toxicities at the current dose.
public enum DoseDecision: String, Hashable, Sendable, Codable {
    /// Treat the next cohort at the next higher dose.
    case escalate
    /// Treat the next cohort at the same dose.
    case stay
    /// Treat the next cohort at the next lower dose.
    case deescalate
    /// Go down, and never use this dose and higher ones again.
    case eliminate
}

/// A dose-finding rule that looks at the current dose alone: it can be written down as a table.
public protocol DoseRule: Sendable {
    /// The decision.
    ///
    /// - Parameters:
    ///   - toxicities: How many had a dose-limiting toxicity at this dose, from 0 to `treated`.
    ///   - treated: How many were treated at this dose and can be assessed, at least 1.
    /// - Returns: What to do.
    func decision(_ toxicities: Int, of treated: Int) -> DoseDecision
}

extension DoseRule {
    /// The boundaries after `treated` participants: the largest number of toxicities that still
    /// escalates, the smallest that leads down, the smallest that eliminates; nil where none does.
    ///
    /// - Parameter treated: At least 1.
    /// - Returns: The row of the decision table.
    public func boundaries(
        _ treated: Int
    ) -> (escalate: Int?, deescalate: Int?, eliminate: Int?) {
        let decisions = (0...max(treated, 1)).map { decision($0, of: max(treated, 1)) }
        return (
            decisions.lastIndex(of: .escalate),
            decisions.firstIndex { $0 == .deescalate || $0 == .eliminate },
            decisions.firstIndex(of: .eliminate)
        )
    }
}

/// When a dose is too toxic to be used again: `Pr(p > target) > cutoff` under a uniform prior.
struct EliminationRule: Hashable, Sendable {
    let target: Double
    let cutoff: Double

    func holds(_ toxicities: Int, of treated: Int) -> Bool {
        guard treated >= 3 else { return false }
        let above =
            1 - Elementary.beta(target, Double(1 + toxicities), Double(1 + treated - toxicities))
        return above > cutoff
    }
}

extension RandomizationError {
    /// Refuses what is no probability strictly between two bounds.
    static func requireProbability(
        _ value: Double,
        _ range: ClosedRange<Double>,
        _ parameter: String,
        _ method: String
    ) throws(RandomizationError) {
        guard value.isFinite, range.contains(value) else {
            throw .impossible(
                method,
                parameter,
                "it is not from \(range.lowerBound) to \(range.upperBound)",
                "give a probability in this range"
            )
        }
    }
}
