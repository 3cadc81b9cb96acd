/// A property of a scheme that can be computed before the trial.
///
/// The words "step" and "allocation" mean the same; a mean over steps is over all `n` of them.
public enum Characteristic: String, Hashable, Sendable, CaseIterable, Codable {
    /// The mean share of steps after which the imbalance is zero.
    case balanced
    /// The root of the mean squared imbalance at the end; for two equal arms the standard deviation
    /// of the final difference.
    case finalDeviation = "final-deviation"
    /// The mean imbalance at the end.
    case finalImbalance = "final-imbalance"
    /// The mean of the largest imbalance after any step.
    case maximalImbalance = "maximal-imbalance"
    /// The mean final `Σ (count - n ρ)² / (n ρ)`: for two equal arms `D² / n`, Atkinson's loss
    /// without covariates.
    case loss
    /// The mean entropy of a step, in nats.
    case entropy
    /// The mean share of steps whose arm is certain to one who knows procedure, history and open
    /// block.
    case deterministic
    /// The mean of `2 Σ |p - ρ|` over the steps; for two equal arms the forcing index.
    case forcing
    /// The share of right guesses by the convergence strategy: the arm that is most behind.
    case guessConvergence = "guess-convergence"
    /// The share of right guesses by the directional strategy: the most probable arm.
    case guessDirectional = "guess-directional"
    /// The share of right guesses by the divergence strategy: the arm that is most ahead.
    case guessDivergence = "guess-divergence"
    /// The mean final imbalance in a stratum.
    case stratumImbalance = "stratum-imbalance"
    /// The mean final imbalance at a level of a factor, over all factors and levels.
    case marginImbalance = "margin-imbalance"
    /// The mean final imbalance at a site.
    case siteImbalance = "site-imbalance"
    /// The rejection rate of a two-sided t test without an effect, when the guesser admits better
    /// patients for the arm that the convergence strategy predicts.
    case selectionBias = "selection-bias"
    /// The rejection rate of a two-sided t test without an effect, when responses drift by a linear
    /// trend.
    case chronologicalBias = "chronological-bias"

    /// What it is called in a table.
    public var label: String {
        switch self {
        case .balanced: "steps in balance"
        case .finalDeviation: "SD of final imbalance"
        case .finalImbalance: "mean final imbalance"
        case .maximalImbalance: "mean maximal imbalance"
        case .loss: "loss"
        case .entropy: "entropy (nats)"
        case .deterministic: "certain steps"
        case .forcing: "forcing index"
        case .guessConvergence: "right guesses, convergence"
        case .guessDirectional: "right guesses, directional"
        case .guessDivergence: "right guesses, divergence"
        case .stratumImbalance: "imbalance in a stratum"
        case .marginImbalance: "imbalance at a level"
        case .siteImbalance: "imbalance at a site"
        case .selectionBias: "type I error, selection bias"
        case .chronologicalBias: "type I error, time trend"
        }
    }

    /// What it is, in one sentence.
    public var definition: String {
        switch self {
        case .balanced: "mean share of allocations after which no arm is ahead"
        case .finalDeviation:
            "root of the mean squared imbalance at the end (max count/share minus min; |D| for two"
                + " equal arms)"
        case .finalImbalance: "mean imbalance at the end"
        case .maximalImbalance: "mean of the largest imbalance that occurs"
        case .loss:
            "mean of the final sum of (count - expected)^2/expected (D^2/n for two equal arms)"
        case .entropy: "mean of -sum p ln p over the allocations"
        case .deterministic:
            "mean share of allocations that are certain to who knows procedure and history"
        case .forcing: "mean of 2 sum |p - ratio| (4 |p - 1/2| for two equal arms)"
        case .guessConvergence:
            "guessing the arm that is most behind in the sequence, ties by the ratio"
        case .guessDirectional:
            "guessing the arm that is most probable to who knows procedure and history"
        case .guessDivergence:
            "guessing the arm that is most ahead in the sequence, ties by the ratio"
        case .stratumImbalance: "mean final imbalance within a stratum of all factors"
        case .marginImbalance: "mean final imbalance at a level of a factor"
        case .siteImbalance: "mean final imbalance at a level of the factor site"
        case .selectionBias:
            "rejections of a t test at 5 % without effect; a guesser by convergence admits patients"
                + " who do better by eta SD where the first arm is expected, and worse by as much"
                + " where the second is"
        case .chronologicalBias:
            "rejections of a t test at 5 % without effect; responses rise evenly, by theta SD in all"
        }
    }

    /// Whether less is better; nil for what has no better side.
    public var isBetterWhenLess: Bool? {
        switch self {
        case .balanced, .entropy: false
        case .guessDivergence: nil
        default: true
        }
    }
}

/// A value with its standard error.
public struct Estimate: Hashable, Sendable, Codable {
    /// The value.
    public let value: Double
    /// The standard error of a simulated value; nil for an exact one.
    public let standardError: Double?

    /// Takes a value.
    public init(value: Double, standardError: Double? = nil) {
        self.value = value
        self.standardError = standardError
    }
}

/// The characteristics of a scheme for a number of allocations.
public struct OperatingCharacteristics: Hashable, Sendable {
    /// The number of allocations.
    public let count: Int
    /// The number of simulated trials; nil where every value is exact.
    public let trials: Int?
    /// What was computed.
    public let values: [Characteristic: Estimate]

    init(count: Int, trials: Int?, values: [Characteristic: Estimate]) {
        self.count = count
        self.trials = trials
        self.values = values
    }

    /// The same with the exact values of a calculation in the place of simulated ones.
    ///
    /// - Parameter exact: Values without standard errors.
    /// - Returns: All values of both.
    public func replacing(with exact: OperatingCharacteristics) -> OperatingCharacteristics {
        OperatingCharacteristics(
            count: count,
            trials: trials,
            values: values.merging(exact.values) { $1 }
        )
    }
}
