/// Minimization after Pocock and Simon: the arm that would make the margins of the participant's
/// levels least unequal is preferred, by chance.
///
/// For each arm, the measure of every factor's counts at the participant's level is taken as if that
/// arm had got one more, and the weighted measures are added. Without factors it balances the whole
/// sequence: a biased coin for any number of arms and any ratio.
///
/// Sources: Pocock and Simon, Biometrics 1975;31:103; Han, Enas and McEntegart, Statistics in
/// Medicine 2009;28:3329 [memory].
public struct PocockSimon: Procedure {
    static let name = "pocock-simon"
    private let layout: FactorLayout
    private let factorWeights: [Int]
    private let scales: [Int]
    private let measure: ImbalanceMeasure
    private let rule: PreferenceRule
    private let slack: Int
    /// For two arms the weights when the first, none or the second is preferred; else empty.
    private let pairs: [(first: Int, second: Int)]

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: The shares of the arms.
    ///   - levelCounts: The number of levels of each factor that is balanced.
    ///   - factorWeights: One weight for each factor, from 1 to 1,000.
    ///   - measure: The measure of imbalance.
    ///   - preference: How the order of the arms becomes probabilities.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(
        ratio: Ratio,
        levelCounts: [Int],
        factorWeights: [Int],
        measure: ImbalanceMeasure,
        preference: ArmPreference
    ) throws(RandomizationError) {
        layout = FactorLayout(levelCounts: levelCounts, arms: ratio.shares.count)
        for weight in factorWeights {
            _ = try ParameterRange.check(weight, 1...1_000, "balance", Self.name)
        }
        self.factorWeights = factorWeights.isEmpty ? [1] : factorWeights
        let multiple = Whole.leastCommonMultiple(ratio.shares)
        guard multiple <= 10_000 else {
            throw .impossible(
                Self.name,
                "ratio",
                "the least common multiple of its shares is more than 10,000",
                "take simpler shares"
            )
        }
        scales = ratio.shares.map { multiple / $0 }
        self.measure = measure
        rule = try PreferenceRule(preference, ratio, Self.name)
        guard
            measure.largest(arms: ratio.shares.count, multiple)
                * Double(self.factorWeights.reduce(0, +)) < 4e18
        else {
            throw .impossible(
                Self.name,
                "balance",
                "with this ratio and measure its weights are too large to count with",
                "give smaller weights in the same relation, or take the range"
            )
        }
        slack = measure.slack * self.factorWeights.reduce(0, +)
        pairs = scales.count == 2 && measure == .range ? rule.pairs : []
    }

    /// Nothing was allocated.
    public var initialState: FactorCounts { layout.empty }

    /// The totals of imbalance, then the weights.
    public func weigh(
        _ profile: Profile,
        in state: FactorCounts,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        guard pairs.isEmpty else {
            let pair = pairs[1 + lead(for: profile, in: state).signum()]
            weights[0] = pair.first
            weights[1] = pair.second
            return
        }
        for arm in scales.indices {
            weights[arm] = total(adding: arm, for: profile, in: state)
        }
        rule.apply(to: &weights, slack: slack)
    }

    /// The weighted sum of the factors' measures if `arm` is allocated.
    ///
    /// - Parameters:
    ///   - arm: The position of the arm.
    ///   - profile: The participant.
    ///   - state: The counts before.
    /// - Returns: The total, in the measure's whole numbers.
    public func total(adding arm: Int, for profile: Profile, in state: FactorCounts) -> Int {
        var total = 0
        for factor in factorWeights.indices {
            let place = layout.place(factor, profile)
            total &+=
                factorWeights[factor]
                &* measure.value(state.values, place, scales, adding: arm)
        }
        return total
    }

    /// For two arms and the range: the first arm's total minus the second's, without the detour
    /// over least and largest counts.
    ///
    /// Simulations spend most of their time here.
    private func lead(for profile: Profile, in state: FactorCounts) -> Int {
        let (one, other) = (scales[0], scales[1])
        var lead = 0
        for factor in factorWeights.indices {
            let place = layout.place(factor, profile)
            let ahead = state.values[place] &* one &- state.values[place &+ 1] &* other
            lead &+= factorWeights[factor] &* (abs(ahead &+ one) &- abs(ahead &- other))
        }
        return lead
    }

    /// Counts the arm at the participant's levels.
    public func record(_ arm: Int, for profile: Profile, in state: inout FactorCounts) {
        layout.record(arm, for: profile, in: &state)
    }
}
