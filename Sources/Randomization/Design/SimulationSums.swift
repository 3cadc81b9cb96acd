/// Sums over the trials of a part of a simulation.
public struct SimulationSums: Hashable, Sendable {
    private(set) var trials = 0
    private var sums = Array(repeating: 0.0, count: Characteristic.allCases.count)
    private var squares = Array(repeating: 0.0, count: Characteristic.allCases.count)

    /// Takes what one trial gave, in the order of `Characteristic.allCases`.
    mutating func add(_ values: [Double]) {
        trials += 1
        for place in values.indices {
            sums[place] += values[place]
            squares[place] += values[place] * values[place]
        }
    }

    mutating func add(_ other: SimulationSums) {
        trials += other.trials
        for place in sums.indices {
            sums[place] += other.sums[place]
            squares[place] += other.squares[place]
        }
    }

    /// Means with standard errors.
    ///
    /// The final deviation is the root of a mean of squares; its error follows from that of the
    /// mean.
    var estimates: [Characteristic: Estimate] {
        let number = Double(trials)
        var estimates: [Characteristic: Estimate] = [:]
        for (place, characteristic) in Characteristic.allCases.enumerated() {
            let mean = sums[place] / number
            let variance = max(squares[place] / number - mean * mean, 0)
            let error = (variance / max(number - 1, 1)).squareRoot()
            guard characteristic == .finalDeviation, mean > 0 else {
                estimates[characteristic] = Estimate(value: mean, standardError: error)
                continue
            }
            let root = mean.squareRoot()
            estimates[characteristic] = Estimate(value: root, standardError: error / (2 * root))
        }
        return estimates
    }
}
