/// Runs trial after trial of one part, with memory that is taken once.
struct SimulationRun<P: Procedure> {
    private let procedure: P
    private let setting: SimulationSetting
    private let plan: SimulationPlan
    private var stream: SimulationStream
    private var states: [P.State]
    private var weights: ArmWeights
    private var probabilities: [Double]
    /// Allocations of each arm: in all, in each sequence, in each stratum, at each level.
    private var overall: [Int]
    private var bySequence: [Int]
    private var byStratum: [Int]
    private var byLevel: [Int]
    private var steps = StepSums()
    private var selection = (first: BiasedTest.Group(), second: BiasedTest.Group())
    private var trend = (first: BiasedTest.Group(), second: BiasedTest.Group())
    private var values = Array(repeating: 0.0, count: Characteristic.allCases.count)

    init(_ procedure: P, _ setting: SimulationSetting, _ plan: SimulationPlan, _ part: Int) {
        self.procedure = procedure
        self.setting = setting
        self.plan = plan
        stream = SimulationStream(seed: plan.seed, part: UInt64(part))
        let arms = setting.arms
        states = Array(repeating: procedure.initialState, count: setting.sequenceCount)
        weights = ArmWeights(zeros: arms)
        probabilities = Array(repeating: 0, count: arms)
        overall = Array(repeating: 0, count: arms)
        bySequence = Array(repeating: 0, count: arms * setting.sequenceCount)
        byStratum = Array(repeating: 0, count: arms * setting.profiles.count)
        byLevel = Array(repeating: 0, count: arms * setting.levelCount)
    }

    private mutating func reset() {
        for place in states.indices { states[place] = procedure.initialState }
        for place in overall.indices { overall[place] = 0 }
        for place in bySequence.indices { bySequence[place] = 0 }
        for place in byStratum.indices { byStratum[place] = 0 }
        for place in byLevel.indices { byLevel[place] = 0 }
        steps = StepSums()
        selection = (.init(), .init())
        trend = (.init(), .init())
    }

    /// One trial.
    mutating func trial(_ sums: inout SimulationSums) throws(RandomizationError) {
        reset()
        var largest = 0
        for step in 0..<plan.count {
            let stratum = try setting.stratum(from: &stream)
            try allocate(stratum, step)
            let imbalance = setting.scale.units(overall)
            largest = max(largest, imbalance)
            if imbalance == 0 { steps.balanced += 1 }
        }
        finish(largest)
        sums.add(values)
    }

    @inline(__always)
    private mutating func allocate(_ stratum: Int, _ step: Int) throws(RandomizationError) {
        let sequence = setting.sequences[stratum]
        while let due = procedure.hiddenDraw(in: states[sequence]) {
            let choice = try DrawEngine.choice(due.weights, from: &stream)
            procedure.settle(choice, in: &states[sequence])
        }
        try procedure.weigh(setting.profiles[stratum], in: states[sequence], into: &weights)
        let arm = try DrawEngine.choice(weights, from: &stream)
        if plan.measuresPredictability {
            let place = sequence &* setting.arms
            measure(arm, at: place, step)
            bySequence[place &+ arm] &+= 1
        }
        procedure.record(arm, for: setting.profiles[stratum], in: &states[sequence])
        overall[arm] &+= 1
        byStratum[stratum &* setting.arms &+ arm] &+= 1
    }

    /// What can be guessed of the arm, before it is recorded.
    private mutating func measure(_ arm: Int, at place: Int, _ step: Int) {
        weights.write(to: &probabilities)
        steps.add(StepMeasures(probabilities, bySequence, at: place, setting.scale), 1)
        guard setting.test != nil else { return }
        let lead =
            bySequence[place] * setting.scale.scales[0]
            - bySequence[place + 1] * setting.scale.scales[1]
        let shift = lead == 0 ? 0 : lead < 0 ? plan.selectionEffect : -plan.selectionEffect
        let risen = plan.trend * Double(step) / Double(max(plan.count - 1, 1))
        if arm == 0 {
            selection.first.add(shift)
            trend.first.add(risen)
        } else {
            selection.second.add(shift)
            trend.second.add(risen)
        }
    }

    /// Adds the strata up to levels: once for a trial, not at each step.
    private mutating func countLevels() {
        for stratum in setting.profiles.indices {
            for factor in 0..<setting.factors {
                let level = setting.levelPlaces[stratum * setting.factors + factor]
                for arm in 0..<setting.arms {
                    byLevel[level * setting.arms + arm] += byStratum[stratum * setting.arms + arm]
                }
            }
        }
    }

    /// Writes the trial's values in the order of `Characteristic.allCases`.
    private mutating func finish(_ largest: Int) {
        countLevels()
        let scale = setting.scale
        let unit = Double(scale.unit)
        let final = Double(scale.units(overall)) / unit
        let means = steps.means(Double(plan.count))
        for (place, characteristic) in Characteristic.allCases.enumerated() {
            values[place] =
                switch characteristic {
                case .finalDeviation: final * final
                case .finalImbalance: final
                case .maximalImbalance: Double(largest) / unit
                case .loss: scale.loss(overall)
                case .stratumImbalance: mean(byStratum, 0..<setting.profiles.count)
                case .marginImbalance: mean(byLevel, 0..<setting.levelCount)
                case .siteImbalance: mean(byLevel, setting.sitePlaces)
                case .selectionBias:
                    setting.test?.rejection(selection.first, selection.second) ?? 0
                case .chronologicalBias: setting.test?.rejection(trend.first, trend.second) ?? 0
                default: means[characteristic] ?? 0
                }
        }
    }

    /// The mean imbalance over groups of participants.
    private func mean(_ counts: [Int], _ groups: Range<Int>) -> Double {
        guard !groups.isEmpty else { return 0 }
        var sum = 0
        for group in groups {
            sum += setting.scale.units(counts, at: group * setting.arms)
        }
        return Double(sum) / Double(groups.count * setting.scale.unit)
    }
}
