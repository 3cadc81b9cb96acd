/// Measures how far counts are from the ratio.
///
/// The imbalance of counts is the largest `count / share` minus the smallest, with the shares
/// reduced: for two equal arms `|D|`. Inside it is kept in whole units of one over the least common
/// multiple of the shares.
public struct ImbalanceScale: Hashable, Sendable {
    /// The number of units that make an imbalance of 1.
    public let unit: Int
    /// The units that one allocation adds to an arm.
    let scales: [Int]
    /// The arm's part of the ratio.
    let parts: [Double]
    let shares: [Int]

    /// Takes a ratio.
    public init(_ ratio: Ratio) {
        let divisor = ratio.shares.reduce(0, Whole.greatestCommonDivisor)
        let reduced = ratio.shares.map { $0 / divisor }
        let multiple = Whole.leastCommonMultiple(reduced)
        unit = multiple
        shares = reduced
        scales = reduced.map { multiple / $0 }
        let sum = Double(reduced.reduce(0, +))
        parts = reduced.map { Double($0) / sum }
    }

    /// The imbalance in units.
    @inline(__always)
    func units(_ counts: [Int], at place: Int = 0) -> Int {
        var least = Int.max
        var most = Int.min
        for arm in scales.indices {
            let value = counts[place &+ arm] &* scales[arm]
            least = min(least, value)
            most = max(most, value)
        }
        return most &- least
    }

    /// Pearson's statistic `Σ (count - n ρ)² / (n ρ)`; for two equal arms `D² / n`.
    func loss(_ counts: [Int]) -> Double {
        let total = Double(counts.reduce(0, +))
        guard total > 0 else { return 0 }
        var loss = 0.0
        for arm in parts.indices {
            let expected = total * parts[arm]
            let excess = Double(counts[arm]) - expected
            loss += excess * excess / expected
        }
        return loss
    }
}
