/// The Bayesian optimal interval design: the observed rate is held against two fixed limits.
///
/// Source: Liu and Yuan, Journal of the Royal Statistical Society C 2015;64:507 [memory]; the tables
/// are those of the R package BOIN 2.7.2.
public struct BOIN: DoseRule {
    static let name = "boin"
    /// At or below this rate the dose goes up.
    public let lowerLimit: Double
    /// Above this rate the dose goes down.
    public let upperLimit: Double
    private let elimination: EliminationRule

    /// Makes the rule.
    ///
    /// - Parameters:
    ///   - target: The target toxicity rate, from 0.05 to 0.6. Rates of 0.6 and 1.4 times the target
    ///     count as too low and too high.
    ///   - cutoff: The posterior probability above which a dose is eliminated.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(target: Double, cutoff: Double = 0.95) throws(RandomizationError) {
        try RandomizationError.requireProbability(target, 0.05...0.6, "target", Self.name)
        try RandomizationError.requireProbability(cutoff, 0.5...0.999, "cutoff", Self.name)
        let (low, high) = (0.6 * target, 1.4 * target)
        lowerLimit =
            Elementary.logarithm((1 - low) / (1 - target))
            / Elementary.logarithm(target * (1 - low) / (low * (1 - target)))
        upperLimit =
            Elementary.logarithm((1 - target) / (1 - high))
            / Elementary.logarithm(high * (1 - target) / (target * (1 - high)))
        elimination = EliminationRule(target: target, cutoff: cutoff)
    }

    /// The rate against both limits.
    public func decision(_ toxicities: Int, of treated: Int) -> DoseDecision {
        if elimination.holds(toxicities, of: treated) { return .eliminate }
        let rate = Double(toxicities) / Double(treated)
        return rate <= lowerLimit ? .escalate : rate > upperLimit ? .deescalate : .stay
    }
}
