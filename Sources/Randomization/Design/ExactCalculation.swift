/// The nodes of an exact calculation after some allocations, and what was summed up on the way.
struct ExactCalculation<P: Procedure> {
    /// What decides everything that follows.
    private struct Node: Hashable {
        var state: P.State
        var counts: [Int]
    }

    private let procedure: P
    private let scale: ImbalanceScale
    private var nodes: [Node]
    /// For each node the probability of each largest imbalance so far, in units.
    private var masses: [[Double]] = [[1]]
    private var sums = StepSums()
    private var weights: ArmWeights
    private var probabilities: [Double]

    init(_ procedure: P, _ scale: ImbalanceScale) {
        self.procedure = procedure
        self.scale = scale
        let arms = scale.scales.count
        nodes = [Node(state: procedure.initialState, counts: Array(repeating: 0, count: arms))]
        weights = ArmWeights(zeros: arms)
        probabilities = Array(repeating: 0, count: arms)
    }

    /// About as many additions as the next step takes.
    var cost: Int {
        masses.reduce(0) { $0 + $1.count + 20 } * scale.scales.count
    }

    /// Goes one allocation further.
    mutating func advance() throws(RandomizationError) {
        var next = Successors(scale: scale)
        for (place, node) in nodes.enumerated() {
            try settle(node, 1, masses[place], &next)
        }
        nodes = next.nodes
        masses = next.masses
        for (place, node) in nodes.enumerated() where scale.units(node.counts) == 0 {
            sums.balanced += masses[place].reduce(0, +)
        }
    }

    /// Follows every outcome of the hidden draws that are due.
    private mutating func settle(
        _ node: Node,
        _ factor: Double,
        _ mass: [Double],
        _ next: inout Successors
    ) throws(RandomizationError) {
        guard let due = procedure.hiddenDraw(in: node.state) else {
            return try allocate(node, factor, mass, &next)
        }
        for (choice, weight) in due.weights.values.enumerated() where weight > 0 {
            var settled = node
            procedure.settle(choice, in: &settled.state)
            let part = factor * Double(weight) / Double(due.weights.total)
            try settle(settled, part, mass, &next)
        }
    }

    private mutating func allocate(
        _ node: Node,
        _ factor: Double,
        _ mass: [Double],
        _ next: inout Successors
    ) throws(RandomizationError) {
        try procedure.weigh(.empty, in: node.state, into: &weights)
        weights.write(to: &probabilities)
        let step = StepMeasures(probabilities, node.counts, at: 0, scale)
        sums.add(step, factor * mass.reduce(0, +))
        for arm in probabilities.indices where probabilities[arm] > 0 {
            var successor = node
            procedure.record(arm, for: .empty, in: &successor.state)
            successor.counts[arm] += 1
            next.add(successor, factor * probabilities[arm], mass)
        }
    }

    /// The nodes after the next allocation, in the order in which they were found.
    private struct Successors {
        let scale: ImbalanceScale
        var nodes: [Node] = []
        var masses: [[Double]] = []
        var places: [Node: Int] = [:]

        mutating func add(_ node: Node, _ factor: Double, _ mass: [Double]) {
            let imbalance = scale.units(node.counts)
            let place: Int
            if let known = places[node] {
                place = known
            } else {
                place = nodes.count
                places[node] = place
                nodes.append(node)
                masses.append([])
            }
            let size = max(mass.count, imbalance + 1)
            while masses[place].count < size { masses[place].append(0) }
            for (largest, value) in mass.enumerated() {
                masses[place][max(largest, imbalance)] += factor * value
            }
        }
    }

    /// What was found, after `count` allocations.
    func characteristics(_ count: Int) -> OperatingCharacteristics {
        var final = (square: 0.0, mean: 0.0, largest: 0.0, loss: 0.0)
        let unit = Double(scale.unit)
        for (node, mass) in zip(nodes, masses) {
            let whole = mass.reduce(0, +)
            let imbalance = Double(scale.units(node.counts)) / unit
            final.square += whole * imbalance * imbalance
            final.mean += whole * imbalance
            final.loss += whole * scale.loss(node.counts)
            for (largest, value) in mass.enumerated() {
                final.largest += value * Double(largest) / unit
            }
        }
        var values = sums.means(Double(count))
        values[.finalDeviation] = final.square.squareRoot()
        values[.finalImbalance] = final.mean
        values[.maximalImbalance] = final.largest
        values[.loss] = final.loss
        return OperatingCharacteristics(
            count: count,
            trials: nil,
            values: values.mapValues { Estimate(value: $0) }
        )
    }
}

/// Sums over the steps.
struct StepSums {
    var balanced = 0.0
    private var step = StepMeasures()

    @inline(__always)
    mutating func add(_ measures: StepMeasures, _ weight: Double) {
        step.entropy += weight * measures.entropy
        step.deterministic += weight * measures.deterministic
        step.forcing += weight * measures.forcing
        step.convergence += weight * measures.convergence
        step.directional += weight * measures.directional
        step.divergence += weight * measures.divergence
    }

    func means(_ count: Double) -> [Characteristic: Double] {
        [
            .balanced: balanced / count,
            .entropy: step.entropy / count,
            .deterministic: step.deterministic / count,
            .forcing: step.forcing / count,
            .guessConvergence: step.convergence / count,
            .guessDirectional: step.directional / count,
            .guessDivergence: step.divergence / count,
        ]
    }
}
