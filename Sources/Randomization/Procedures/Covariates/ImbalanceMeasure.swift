/// How unequal the arms' counts are at one level of a factor.
///
/// Counts are compared after dividing by the arm's share: each `x` is a count times the least common
/// multiple of the shares, divided by the arm's share, so that all are whole numbers.
public enum ImbalanceMeasure: String, Hashable, Sendable, CaseIterable {
    /// The largest `x` minus the smallest.
    case range
    /// The variance, times `K (K - 1)` for `K` arms: `K Σx² - (Σx)²`.
    case variance
    /// The square root of that, rounded down to a multiple of 2⁻³².
    case standardDeviation = "standard-deviation"
    /// The sum of `|x - y|` over all pairs, divided by `(K - 1) Σx` and rounded down likewise.
    case marginalBalance = "marginal-balance"

    /// By how much equal values of one factor can differ through rounding.
    var slack: Int {
        switch self {
        case .range, .variance: 0
        case .standardDeviation, .marginalBalance: 1
        }
    }

    /// More than the largest value, or anything on the way to it, of 100,000 allocations.
    func largest(arms: Int, _ multiple: Int) -> Double {
        let count = 100_000 * Double(multiple)
        let number = Double(arms)
        return switch self {
        case .range: count
        case .variance: number * number * count * count
        case .standardDeviation: number * count * 4_294_967_296
        case .marginalBalance: number * number * count * 4_294_967_296
        }
    }

    /// The measure of the counts at `place` once `candidate` got one more.
    @inline(__always)
    func value(_ counts: [Int], _ place: Int, _ scales: [Int], adding candidate: Int) -> Int {
        switch self {
        case .range: Self.range(counts, place, scales, candidate)
        case .variance: Self.variance(counts, place, scales, candidate)
        case .standardDeviation:
            // The square root of IEEE 754 is correctly rounded: the same on every machine.
            Int(
                Double(Self.variance(counts, place, scales, candidate)).squareRoot()
                    * 4_294_967_296
            )
        case .marginalBalance: Self.marginalBalance(counts, place, scales, candidate)
        }
    }

    @inline(__always)
    private static func range(
        _ counts: [Int],
        _ place: Int,
        _ scales: [Int],
        _ candidate: Int
    ) -> Int {
        var least = Int.max
        var most = Int.min
        for arm in scales.indices {
            let value = (counts[place &+ arm] &+ (arm == candidate ? 1 : 0)) &* scales[arm]
            least = min(least, value)
            most = max(most, value)
        }
        return most &- least
    }

    private static func variance(
        _ counts: [Int],
        _ place: Int,
        _ scales: [Int],
        _ candidate: Int
    ) -> Int {
        var sum = 0
        var squares = 0
        for arm in scales.indices {
            let value = (counts[place + arm] + (arm == candidate ? 1 : 0)) * scales[arm]
            sum += value
            squares += value * value
        }
        return scales.count * squares - sum * sum
    }

    private static func marginalBalance(
        _ counts: [Int],
        _ place: Int,
        _ scales: [Int],
        _ candidate: Int
    ) -> Int {
        func value(_ arm: Int) -> Int {
            (counts[place + arm] + (arm == candidate ? 1 : 0)) * scales[arm]
        }
        var sum = 0
        var differences = 0
        for arm in scales.indices {
            sum += value(arm)
            for other in 0..<arm {
                differences += abs(value(arm) - value(other))
            }
        }
        return (differences << 32) / ((scales.count - 1) * sum)
    }
}
