/// Hu's and Hu's design: overall, marginal and within-stratum imbalance are balanced together.
///
/// The arm that makes `w D² + Σ wᵢ Dᵢ² + s Dₛ²` smaller has probability `p`; at a tie both have 1/2.
/// `D` is the difference of the arms over all, at the participant's levels, and in the stratum.
/// Since one participant changes each `D` by 1, the sign of `w D + Σ wᵢ Dᵢ + s Dₛ` decides.
///
/// Source: Hu and Hu, Annals of Statistics 2012;40:1794 [memory]; the rule as in carat 2.2.1.
public struct HuHu: Procedure {
    static let name = "hu-hu"

    /// The differences: over all, at each level of each factor, in each stratum.
    public struct State: Hashable, Sendable {
        var differences: [Int]
    }

    /// The weights of the kinds of imbalance, in relation to each other.
    public struct Weights: Hashable, Sendable {
        /// That of the imbalance over all.
        public let overall: Int
        /// That of the imbalance in the stratum of all factors that are balanced.
        public let stratum: Int
        /// That of each factor's margin.
        public let margins: [Int]

        /// Takes weights; the procedure checks them.
        public init(overall: Int, stratum: Int, margins: [Int]) {
            self.overall = overall
            self.stratum = stratum
            self.margins = margins
        }
    }

    private let coin: BiasedCoin
    private let weights: Weights
    private let layout: FactorLayout
    private let strata: Int

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: Two equal shares.
    ///   - levelCounts: The number of levels of each factor that is balanced, at least one factor.
    ///   - probability: `p`, from 1/2 to 1.
    ///   - weights: From 0 to 1,000, not all 0.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(
        ratio: Ratio,
        levelCounts: [Int],
        probability: Fraction,
        weights: Weights
    ) throws(RandomizationError) {
        try ratio.requireTwoEqualArms(Self.name)
        try Self.requireFactors(levelCounts.count)
        for (weight, parameter) in [(weights.overall, "overall"), (weights.stratum, "stratum")] {
            _ = try ParameterRange.check(weight, 0...1_000, parameter, Self.name)
        }
        for weight in weights.margins {
            _ = try ParameterRange.check(weight, 0...1_000, "balance", Self.name)
        }
        guard weights.overall + weights.stratum + weights.margins.reduce(0, +) > 0 else {
            throw .impossible(
                Self.name,
                "overall",
                "all weights are 0, so nothing would be balanced",
                "give one of overall, stratum and balance a weight"
            )
        }
        strata = try Self.strata(levelCounts)
        coin = try BiasedCoin(probability, Self.name)
        self.weights = weights
        layout = FactorLayout(levelCounts: levelCounts, arms: 1)
    }

    private static func strata(_ levelCounts: [Int]) throws(RandomizationError) -> Int {
        var strata = 1
        for count in levelCounts {
            strata *= count
            guard strata <= 100_000 else {
                throw .impossible(
                    name,
                    "balance",
                    "the factors have more than 100,000 strata",
                    "balance fewer factors, or take pocock-simon"
                )
            }
        }
        return strata
    }

    private static func requireFactors(_ count: Int) throws(RandomizationError) {
        guard count > 0 else {
            throw .impossible(
                name,
                "balance",
                "there is no factor to balance",
                "name at least one factor, or take efron"
            )
        }
    }

    /// Nothing was allocated.
    public var initialState: State {
        State(
            differences: Array(
                repeating: 0,
                count: 1 + layout.levelCounts.reduce(0, +) + strata
            )
        )
    }

    private func stratumPlace(_ profile: Profile, _ count: Int) -> Int {
        var place = 0
        for (level, levels) in zip(profile.levels, layout.levelCounts) {
            place = place * levels + level
        }
        return count - strata + place
    }

    /// The coin, for or against the first arm.
    public func weigh(
        _ profile: Profile,
        in state: State,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        let differences = state.differences
        var sum = self.weights.overall * differences[0]
        for factor in self.weights.margins.indices {
            sum += self.weights.margins[factor] * differences[1 + layout.place(factor, profile)]
        }
        sum += self.weights.stratum * differences[stratumPlace(profile, differences.count)]
        let pair = coin.weights(sum)
        weights[0] = pair.first
        weights[1] = pair.second
    }

    /// Moves the differences.
    public func record(_ arm: Int, for profile: Profile, in state: inout State) {
        let step = arm == 0 ? 1 : -1
        state.differences[0] += step
        for factor in weights.margins.indices {
            state.differences[1 + layout.place(factor, profile)] += step
        }
        state.differences[stratumPlace(profile, state.differences.count)] += step
    }
}
