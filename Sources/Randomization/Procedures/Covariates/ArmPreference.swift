/// How the order of the arms, the most wanted first, becomes probabilities.
public enum ArmPreference: Hashable, Sendable {
    /// The most wanted arm has probability `p`.
    ///
    /// With unequal shares `p` is for the arm with the least share, and the others follow so that
    /// the ratio is kept (Han, Enas and McEntegart 2009). Arms that tie are preferred in proportion
    /// to their shares.
    case best(Fraction)
    /// Pocock's and Simon's probabilities by rank, from `q`; for equal shares only. Arms that tie
    /// share the probabilities of their ranks.
    case ranks(Fraction)
}

/// Turns totals of imbalance into weights, for the arms of one ratio.
struct PreferenceRule: Hashable, Sendable {
    private let preference: ArmPreference
    private let shares: [Int]
    private let sum: Int
    private let least: Int

    init(
        _ preference: ArmPreference,
        _ ratio: Ratio,
        _ method: String
    ) throws(RandomizationError) {
        self.preference = preference
        shares = ratio.shares
        sum = ratio.sum
        least = ratio.shares.min() ?? 1
        switch preference {
        case .best(let probability): try checkBest(probability, method)
        case .ranks(let constant): try checkRanks(constant, method)
        }
    }

    private func checkBest(_ probability: Fraction, _ method: String) throws(RandomizationError) {
        guard probability.isAtLeast(least, sum), !probability.isMoreThan(1, 1) else {
            throw .impossible(
                method,
                "probability",
                "the preferred arm needs a probability from \(least)/\(sum), its share, to 1",
                "give for example 0.8"
            )
        }
        guard sum * sum * probability.denominator <= ArmWeights.maximumTotal else {
            throw .impossible(
                method,
                "probability",
                "its denominator is too large for this ratio",
                "round it"
            )
        }
    }

    private func checkRanks(_ constant: Fraction, _ method: String) throws(RandomizationError) {
        let arms = shares.count
        guard Set(shares).count == 1 else {
            throw .impossible(
                method,
                "rank",
                "probabilities by rank are defined for equal shares only",
                "give `probability` instead"
            )
        }
        guard constant.isMoreThan(1, arms), !constant.isAtLeast(2, arms - 1) else {
            throw .impossible(
                method,
                "rank",
                "it has to be more than 1/\(arms) and less than 2/\(arms - 1) for \(arms) arms",
                "give for example \(arms == 2 ? "1" : "1/\(arms - 1)")"
            )
        }
    }

    /// Writes weights over the totals that stand in their places.
    ///
    /// - Parameters:
    ///   - weights: For each arm the total imbalance that it would bring.
    ///   - slack: Totals that differ by no more count as equal.
    func apply(to weights: inout ArmWeights, slack: Int) {
        switch preference {
        case .best(let probability): best(probability, &weights, slack)
        case .ranks(let constant): ranks(constant, &weights, slack)
        }
    }

    /// For two arms the weights when the first, none or the second is preferred.
    var pairs: [(first: Int, second: Int)] {
        [(0, 1), (0, 0), (1, 0)].map { first, second in
            var weights = ArmWeights(zeros: 2)
            weights[0] = first
            weights[1] = second
            apply(to: &weights, slack: 0)
            return (weights[0], weights[1])
        }
    }

    private func best(_ probability: Fraction, _ weights: inout ArmWeights, _ slack: Int) {
        var lowest = Int.max
        for arm in shares.indices { lowest = min(lowest, weights[arm]) }
        var tied = 0
        for arm in shares.indices where weights[arm] &- lowest <= slack { tied += shares[arm] }
        let rest = probability.denominator - probability.numerator
        for arm in shares.indices {
            let share = shares[arm]
            if weights[arm] &- lowest <= slack {
                let favored = probability.denominator * (sum - least) - (sum - share) * rest
                weights[arm] = share * favored + (tied - share) * share * rest
            } else {
                weights[arm] = tied * share * rest
            }
        }
    }

    private func ranks(_ constant: Fraction, _ weights: inout ArmWeights, _ slack: Int) {
        let arms = shares.count
        let totals = weights.values
        let order = totals.indices.sorted { (totals[$0], $0) < (totals[$1], $1) }
        var start = 0
        while start < arms {
            var end = start
            while end + 1 < arms, totals[order[end + 1]] - totals[order[start]] <= slack {
                end += 1
            }
            // Ranks count from 1; the mean of the probabilities of the tied ones is that of the
            // mean rank, and everything is doubled to stay whole.
            let slope = arms * constant.numerator - constant.denominator
            let weight =
                2 * constant.numerator * arms * (arms + 1) - 2 * slope * (start + 1 + end + 1)
            for place in start...end { weights[order[place]] = weight }
            start = end + 1
        }
    }
}
