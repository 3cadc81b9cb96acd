/// What one allocation adds to predictability, given its probabilities and the counts before it.
struct StepMeasures {
    /// `-Σ p ln p`, in nats.
    var entropy = 0.0
    /// 1 where the arm is certain.
    var deterministic = 0.0
    /// `2 Σ |p - ρ|`; for two equal arms `4 |p - 1/2|`.
    var forcing = 0.0
    /// The probability that the guess is right, for each strategy.
    var convergence = 0.0
    var divergence = 0.0
    var directional = 0.0

    /// Nothing yet.
    init() {}

    /// What an allocation with these probabilities adds; the counts, from `place` on, are those that
    /// the guesser knows.
    @inline(__always)
    init(_ probabilities: [Double], _ counts: [Int], at place: Int, _ scale: ImbalanceScale) {
        var least = Int.max
        var most = Int.min
        for arm in probabilities.indices {
            let value = counts[place &+ arm] &* scale.scales[arm]
            least = min(least, value)
            most = max(most, value)
        }
        var behind = (right: 0.0, shares: 0.0)
        var ahead = (right: 0.0, shares: 0.0)
        for arm in probabilities.indices {
            let probability = probabilities[arm]
            let value = counts[place &+ arm] &* scale.scales[arm]
            let part = scale.parts[arm]
            if value == least {
                behind.right += probability * part
                behind.shares += part
            }
            if value == most {
                ahead.right += probability * part
                ahead.shares += part
            }
            directional = max(directional, probability)
            entropy += Elementary.entropy(probability)
            forcing += 2 * (probability - part).magnitude
        }
        convergence = behind.right / behind.shares
        divergence = ahead.right / ahead.shares
        deterministic = directional >= 1 ? 1 : 0
    }
}
