/// What of a scheme a simulation looks up for each participant, by the number of the stratum.
struct SimulationSetting: Sendable {
    let scale: ImbalanceScale
    let arms: Int
    let factors: Int
    /// The number of a stratum, as often as the prevalences of its levels multiplied.
    private let table: [Int]
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
        factors = scheme.factors.count
        table = try Self.table(given)
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
            ? BiasedTest(
                count: plan.count,
                selectionEffect: plan.selectionEffect,
                trend: plan.trend
            ) : nil
    }

    /// Whether a characteristic means something here.
    func measures(_ characteristic: Characteristic, _ plan: SimulationPlan) -> Bool {
        switch characteristic {
        case .finalDeviation, .finalImbalance, .maximalImbalance, .loss, .balanced: true
        case .entropy, .deterministic, .forcing, .guessConvergence, .guessDirectional,
            .guessDivergence:
            plan.measuresPredictability
        case .stratumImbalance, .marginImbalance: factors > 0
        case .siteImbalance: !sitePlaces.isEmpty
        case .selectionBias, .chronologicalBias: test != nil
        }
    }

    /// Lists every stratum as often as it comes; the last factor changes fastest.
    private static func table(_ prevalences: [[Int]]) throws(RandomizationError) -> [Int] {
        var table = [0]
        for levels in prevalences {
            let total = try ArmWeights(levels).total
            guard table.count * total <= 1_000_000 else { throw .prevalenceMismatch }
            table = table.flatMap { stratum in
                levels.enumerated().flatMap { level, weight in
                    Array(repeating: stratum * levels.count + level, count: weight)
                }
            }
        }
        return table
    }

    /// The number of the stratum of the next participant.
    @inline(__always)
    func stratum(from stream: inout SimulationStream) throws(RandomizationError) -> Int {
        table[try DrawEngine.number(below: table.count, from: &stream).value]
    }
}
