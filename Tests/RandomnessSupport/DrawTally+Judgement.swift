extension DrawTally {
    /// How far a count is from what it should be, in standard deviations of a normal variable.
    public struct Finding: Sendable {
        /// What was counted.
        public let name: String
        /// The distance; chance alone exceeds 5 once in 3 million.
        public let distance: Double

        /// Whether chance alone would hardly do that.
        public var isExtreme: Bool { !(distance.magnitude < 5) }
    }

    /// All findings, by name.
    public var findings: [Finding] {
        let frequencies = counts.map { name, observed in
            Finding(name: name, distance: Self.distance(observed, Self.shares(name, observed)))
        }
        let surprises = surprises.map { name, value in
            Finding(
                name: "first arm against its probability, \(name)",
                distance: value.excess / value.variance.squareRoot()
            )
        }
        return (frequencies + surprises).sorted { $0.name < $1.name }
    }

    /// The share that each category should have.
    private static func shares(_ name: String, _ observed: [Int]) -> [Double] {
        if name.hasSuffix("3:1:2") { return [3.0 / 6, 1.0 / 6, 2.0 / 6] }
        if name == "runs" {
            let shares = (1...11).map { length in
                Double(sign: .plus, exponent: -length, significand: 1)
            }
            return shares + [shares[10]]
        }
        guard name.hasPrefix("order") else {
            return observed.map { _ in 1 / Double(observed.count) }
        }
        // Only orders with as many of one arm as of the other can come, all equally often.
        let half = (observed.count.trailingZeroBitCount) / 2
        let possible = observed.indices.map { $0.nonzeroBitCount == half ? 1.0 : 0 }
        let sum = possible.reduce(0, +)
        return possible.map { $0 / sum }
    }

    /// Pearson's chi-square as a normal variable (Wilson and Hilferty); infinite where something
    /// came that cannot come.
    private static func distance(_ observed: [Int], _ shares: [Double]) -> Double {
        let total = Double(observed.reduce(0, +))
        var square = 0.0
        var freedom = -1.0
        for (count, share) in zip(observed, shares) {
            guard share > 0 else {
                if count > 0 { return .infinity }
                continue
            }
            let expected = total * share
            square += (Double(count) - expected) * (Double(count) - expected) / expected
            freedom += 1
        }
        let spread = 2 / (9 * freedom)
        return (cubeRoot(square / freedom) - (1 - spread)) / spread.squareRoot()
    }

    /// Newton's iteration: this target needs no Foundation.
    private static func cubeRoot(_ value: Double) -> Double {
        guard value > 0 else { return 0 }
        var root = max(value, 1)
        for _ in 0..<200 { root -= (root - value / (root * root)) / 3 }
        return root
    }
}
