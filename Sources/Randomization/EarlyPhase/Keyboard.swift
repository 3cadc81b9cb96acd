/// The Keyboard design: the range of rates is cut into keys as wide as the target key; where the
/// strongest key of the posterior lies decides.
///
/// Ends that are too short for a key do not count.
///
/// Source: Yan, Mandrekar and Yuan, Clinical Cancer Research 2017;23:3994 [memory]; the tables are
/// those of the R package Keyboard 0.1.3, which however eliminates from 2 participants on, against
/// its own text: here from 3 on.
public struct Keyboard: DoseRule {
    static let name = "keyboard"
    private let keys: RateIntervals
    private let elimination: EliminationRule

    /// Makes the rule.
    ///
    /// - Parameters:
    ///   - target: The target toxicity rate, from 0.05 to 0.6.
    ///   - margin: Half the width of the target key, less than the target.
    ///   - cutoff: The posterior probability above which a dose is eliminated.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(
        target: Double,
        margin: Double = 0.05,
        cutoff: Double = 0.95
    ) throws(RandomizationError) {
        keys = try RateIntervals(target, margin, Self.name, keepsEnds: false)
        try RandomizationError.requireProbability(cutoff, 0.5...0.999, "cutoff", Self.name)
        elimination = EliminationRule(target: target, cutoff: cutoff)
    }

    /// The strongest key against the target key.
    public func decision(_ toxicities: Int, of treated: Int) -> DoseDecision {
        elimination.holds(toxicities, of: treated)
            ? .eliminate : keys.decision(toxicities, of: treated)
    }
}

/// The modified toxicity probability interval design 2: as Keyboard, but the short intervals at both
/// ends count too, by posterior probability divided by length.
///
/// Source: Guo, Wang, Yang, Lynn and Ji, Contemporary Clinical Trials 2017;58:23 [memory]. No
/// published table was at hand: **unverified**.
public struct MTPI2: DoseRule {
    static let name = "mtpi-2"
    private let intervals: RateIntervals
    private let elimination: EliminationRule

    /// Makes the rule; parameters as for `Keyboard`.
    ///
    /// - Parameters:
    ///   - target: The target toxicity rate, from 0.05 to 0.6.
    ///   - margin: Half the width of the interval of equivalence, less than the target.
    ///   - cutoff: The posterior probability above which a dose is eliminated.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(
        target: Double,
        margin: Double = 0.05,
        cutoff: Double = 0.95
    ) throws(RandomizationError) {
        intervals = try RateIntervals(target, margin, Self.name, keepsEnds: true)
        try RandomizationError.requireProbability(cutoff, 0.5...0.999, "cutoff", Self.name)
        elimination = EliminationRule(target: target, cutoff: cutoff)
    }

    /// The interval with the most posterior mass for its length against the target interval.
    public func decision(_ toxicities: Int, of treated: Int) -> DoseDecision {
        elimination.holds(toxicities, of: treated)
            ? .eliminate : intervals.decision(toxicities, of: treated)
    }
}

/// Intervals of rates around a target interval, all as wide as it but perhaps the two at the ends.
struct RateIntervals: Hashable, Sendable {
    private let bounds: [(low: Double, high: Double)]
    private let targetPlace: Int

    init(
        _ target: Double,
        _ margin: Double,
        _ method: String,
        keepsEnds: Bool
    ) throws(RandomizationError) {
        try RandomizationError.requireProbability(target, 0.05...0.6, "target", method)
        try RandomizationError.requireProbability(margin, 0.01...target / 2, "margin", method)
        let width = 2 * margin
        // Rounding must not make or unmake an interval at an end.
        let tolerance = 1e-9
        var below: [(low: Double, high: Double)] = []
        var edge = target - margin
        while edge - width > -tolerance {
            below.append((max(edge - width, 0), edge))
            edge -= width
        }
        if keepsEnds, edge > tolerance { below.append((0, edge)) }
        var above: [(low: Double, high: Double)] = []
        edge = target + margin
        while edge + width < 1 + tolerance {
            above.append((edge, min(edge + width, 1)))
            edge += width
        }
        if keepsEnds, edge < 1 - tolerance { above.append((edge, 1)) }
        targetPlace = below.count
        bounds = below.reversed() + [(target - margin, target + margin)] + above
    }

    func decision(_ toxicities: Int, of treated: Int) -> DoseDecision {
        let (a, b) = (Double(1 + toxicities), Double(1 + treated - toxicities))
        var strongest = (place: targetPlace, mass: -1.0)
        for (place, interval) in bounds.enumerated() {
            let mass =
                (Elementary.beta(interval.high, a, b) - Elementary.beta(interval.low, a, b))
                / (interval.high - interval.low)
            if mass > strongest.mass { strongest = (place, mass) }
        }
        return strongest.place < targetPlace
            ? .escalate : strongest.place > targetPlace ? .deescalate : .stay
    }

    static func == (left: RateIntervals, right: RateIntervals) -> Bool {
        left.targetPlace == right.targetPlace && left.flat == right.flat
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(flat)
    }

    private var flat: [Double] { bounds.flatMap { [$0.low, $0.high] } }
}
