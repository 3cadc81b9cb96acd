/// What of a scheme a simulation looks up for each participant, by the number of the stratum.
struct SimulationSetting: Sendable {
    let scale: ImbalanceScale
    let arms: Int
    /// For each factor the cumulated prevalences of its levels.
    let prevalences: [ArmWeights]
    /// The participants of each stratum as the procedure sees them.
    let profiles: [Profile]
    /// The number of the sequence of each stratum.
    let sequences: [Int]
    let sequenceCount: Int
    /// For each stratum and factor the place of the level in the counts of levels.
    let levelPlaces: [Int]
    let levelCount: Int
    /// The places of the levels of the factor `site`.
    let sitePlaces: Range<Int>
    let test: BiasedTest?

    init(_ scheme: Scheme, _ plan: SimulationPlan) throws(RandomizationError) {
        scale = ImbalanceScale(scheme.ratio)
        arms = scheme.arms.count
        let equal = scheme.factors.map { $0.levels.map { _ in 1 } }
        let given = plan.prevalences.isEmpty ? equal : plan.prevalences
        guard given.map(\.count) == equal.map(\.count) else { throw .prevalenceMismatch }
        var prevalences: [ArmWeights] = []
        for weights in given { prevalences.append(try ArmWeights(weights)) }
        self.prevalences = prevalences
        let strata = scheme.strata
        profiles = strata.map(scheme.profile)
        var numbers: [Stratum: Int] = [:]
        sequences = strata.map { stratum in
            let key = scheme.sequenceStratum(of: stratum)
            let number = numbers[key] ?? numbers.count
            numbers[key] = number
            return number
        }
        sequenceCount = numbers.count
        var starts: [Int] = []
        var next = 0
        var sites = 0..<0
        for factor in scheme.factors {
            starts.append(next)
            if factor.name == "site" { sites = next..<next + factor.levels.count }
            next += factor.levels.count
        }
        levelCount = next
        sitePlaces = sites
        levelPlaces = strata.flatMap { stratum in
            zip(scheme.factors, stratum.levels).enumerated().map { place, pair in
                starts[place] + (pair.0.levels.firstIndex(of: pair.1.level) ?? 0)
            }
        }
        test =
            plan.measuresPredictability && scheme.arms.count == 2
            ? BiasedTest(count: plan.count, largest: max(plan.selectionEffect, plan.trend))
            : nil
    }

    /// Whether a characteristic means something here.
    func measures(_ characteristic: Characteristic, _ plan: SimulationPlan) -> Bool {
        switch characteristic {
        case .finalDeviation, .finalImbalance, .maximalImbalance, .loss, .balanced: true
        case .entropy, .deterministic, .forcing, .guessConvergence, .guessDirectional,
            .guessDivergence:
            plan.measuresPredictability
        case .stratumImbalance, .marginImbalance: !prevalences.isEmpty
        case .siteImbalance: !sitePlaces.isEmpty
        case .selectionBias, .chronologicalBias: test != nil
        }
    }

    /// The number of the stratum of the next participant; the last factor changes fastest.
    @inline(__always)
    func stratum(from stream: inout SimulationStream) throws(RandomizationError) -> Int {
        var number = 0
        for weights in prevalences {
            let choice = try DrawEngine.draw(weights, from: &stream).choice
            number = number &* weights.values.count &+ choice
        }
        return number
    }
}
