import Randomization
import Testing

/// Published examples of the procedures that balance factors.
@Suite struct CovariateTests {
    private static func minimization(
        _ ratio: [Int],
        _ preference: ArmPreference,
        levels: [Int] = [],
        weights: [Int] = [],
        measure: ImbalanceMeasure = .range
    ) throws -> PocockSimon {
        try PocockSimon(
            ratio: Ratio(ratio),
            levelCounts: levels,
            factorWeights: weights,
            measure: measure,
            preference: preference
        )
    }

    private static func probabilities<P: Procedure>(
        _ procedure: P,
        _ profile: Profile,
        _ state: P.State,
        arms: Int
    ) throws -> [Double] {
        var weights = ArmWeights(zeros: arms)
        var found = Array(repeating: 0.0, count: arms)
        try procedure.weigh(profile, in: state, into: &weights)
        weights.write(to: &found)
        return found
    }

    /// The state after participants that have, at each level of each factor, these counts of each
    /// arm.
    ///
    /// Participants of one arm take the levels of each factor in turn.
    private static func state(
        _ procedure: PocockSimon,
        _ margins: [[[Int]]]
    ) -> PocockSimon.State {
        var state = procedure.initialState
        for arm in margins[0][0].indices {
            let levels = margins.map { factor in
                factor.enumerated().flatMap { level, counts in
                    Array(repeating: level, count: counts[arm])
                }
            }
            for number in levels[0].indices {
                procedure.record(arm, for: Profile(levels.map { $0[number] }), in: &state)
            }
        }
        return state
    }

    /// Pocock and Simon 1975, section 3.4.
    ///
    /// The published margins add up to 17, 17 and 16.
    private static let margins = [
        [[9, 10, 9], [8, 7, 7]], [[8, 6, 7], [9, 11, 9]], [[8, 8, 8], [4, 5, 3], [5, 4, 5]],
    ]

    @Test func `Pocock's and Simon's worked example`() throws {
        let procedure = try Self.minimization(
            [1, 1, 1],
            .best(Fraction(2, 3)),
            levels: [2, 2, 3],
            weights: [2, 1, 1]
        )
        let state = Self.state(procedure, Self.margins)
        let newcomer = Profile([0, 1, 1])
        let totals = (0..<3).map { procedure.total(adding: $0, for: newcomer, in: state) }
        #expect(totals == [6, 10, 5])
        let found = try Self.probabilities(procedure, newcomer, state, arms: 3)
        let sixth = 1.0 / 6
        #expect(found == [sixth, sixth, 2.0 / 3])
    }

    @Test func `probabilities by rank`() throws {
        let procedure = try Self.minimization([1, 1, 1, 1], .ranks(Fraction(1, 2)))
        var state = procedure.initialState
        for (arm, count) in [4, 3, 2, 1].enumerated() {
            for _ in 0..<count { procedure.record(arm, for: .empty, in: &state) }
        }
        let found = try Self.probabilities(procedure, .empty, state, arms: 4)
        // The ranges would be 4, 3, 3 and 2: the arms in the middle share their ranks.
        #expect(found == [0.1, 0.25, 0.25, 0.4])
        for arm in [1, 2, 2, 3, 3, 3] { procedure.record(arm, for: .empty, in: &state) }
        #expect(
            try Self.probabilities(procedure, .empty, state, arms: 4) == [0.25, 0.25, 0.25, 0.25]
        )
    }

    /// Han, Enas and McEntegart 2009; the row is that of the preferred arm.
    @Test(arguments: [
        ([1, 2, 3], "0.7", [[0.7, 0.12, 0.18], [0.06, 0.76, 0.18], [0.06, 0.12, 0.82]]),
        ([1, 2, 3], "0.8", [[0.8, 0.08, 0.12], [0.04, 0.84, 0.12], [0.04, 0.08, 0.88]]),
        ([1, 2, 3], "0.6", [[0.6, 0.16, 0.24], [0.08, 0.68, 0.24], [0.08, 0.16, 0.76]]),
        ([1, 1, 1], "0.6", [[0.6, 0.2, 0.2], [0.2, 0.6, 0.2], [0.2, 0.2, 0.6]]),
        (
            [1, 2, 2, 4], "0.8",
            [
                [0.8, 0.05, 0.05, 0.1], [0.025, 0.825, 0.05, 0.1], [0.025, 0.05, 0.825, 0.1],
                [0.025, 0.05, 0.05, 0.875],
            ]
        ),
    ])
    func `biased-coin minimization with unequal ratios`(
        _ ratio: [Int],
        _ probability: String,
        _ rows: [[Double]]
    ) throws {
        let procedure = try Self.minimization(ratio, .best(Fraction(text: probability)))
        for (preferred, row) in rows.enumerated() {
            var state = procedure.initialState
            // Every other arm has twice what its share asks for.
            for (arm, share) in ratio.enumerated() where arm != preferred {
                for _ in 0..<2 * share { procedure.record(arm, for: .empty, in: &state) }
            }
            let found = try Self.probabilities(procedure, .empty, state, arms: ratio.count)
            for (value, expected) in zip(found, row) {
                #expect((value - expected).magnitude < 1e-12)
            }
        }
    }

    /// With shares 1 and 3 and one allocation of the second arm, both arms would bring the same
    /// range: 3 against 1, and 0 against 2.
    ///
    /// With shares 1, 1 and 2, one allocation of the third makes all tie, and two make the first
    /// two tie.
    @Test(arguments: [
        ([1, 3], [1], [0.25, 0.75]), ([5, 15], [1], [0.25, 0.75]), ([1, 1], [], [0.5, 0.5]),
        ([1, 1, 2], [2], [0.25, 0.25, 0.5]), ([1, 1, 2], [2, 2], [0.425, 0.425, 0.15]),
    ])
    func `arms that tie are preferred by the ratio`(
        _ ratio: [Int],
        _ past: [Int],
        _ expected: [Double]
    ) throws {
        let procedure = try Self.minimization(ratio, .best(Fraction(31, 40)))
        var state = procedure.initialState
        for arm in past { procedure.record(arm, for: .empty, in: &state) }
        let found = try Self.probabilities(procedure, .empty, state, arms: ratio.count)
        for (value, wanted) in zip(found, expected) {
            #expect((value - wanted).magnitude < 1e-12)
        }
    }

    /// Dispersions of {41, 47, 45} and {7, 8, 7}: here in the whole numbers of each measure.
    @Test(arguments: [
        (ImbalanceMeasure.range, [41, 47, 44], 6.0, 1.0),
        (.variance, [41, 47, 44], 9.3333333, 6),
        (.standardDeviation, [41, 47, 44], 3.0550505, 4_294_967_296 * 2.449489742783178),
        (.marginalBalance, [41, 47, 44], 0.0451127, 4_294_967_296),
        (.range, [7, 8, 6], 1, 1), (.variance, [7, 8, 6], 0.3333333, 6),
        (.standardDeviation, [7, 8, 6], 0.5773503, 4_294_967_296 * 2.449489742783178),
        (.marginalBalance, [7, 8, 6], 0.0454545, 4_294_967_296),
    ])
    func `measures of imbalance`(
        _ measure: ImbalanceMeasure,
        _ counts: [Int],
        _ expected: Double,
        _ unit: Double
    ) throws {
        let procedure = try Self.minimization([1, 1, 1], .best(Fraction(1, 1)), measure: measure)
        var state = procedure.initialState
        for (arm, count) in counts.enumerated() {
            for _ in 0..<count { procedure.record(arm, for: .empty, in: &state) }
        }
        let total = Double(procedure.total(adding: 2, for: .empty, in: state)) / unit
        #expect((total - expected).magnitude < 1e-6)
    }

    /// Counts 3 and 1 with a ratio of 3 to 2: one more in the first arm gives 4/3 and 1/2.
    @Test func `a candidate's count is raised before it is divided by the share`() throws {
        let procedure = try Self.minimization([3, 2], .best(Fraction(1, 1)))
        var state = procedure.initialState
        for arm in [0, 0, 0, 1] { procedure.record(arm, for: .empty, in: &state) }
        // In sixths: 4/3 - 1/2, and 2/2 - 3/3.
        #expect(procedure.total(adding: 0, for: .empty, in: state) == 5)
        #expect(procedure.total(adding: 1, for: .empty, in: state) == 0)
    }

    /// Cases of the package `unbiased`.
    @Test(arguments: [[3, 1, 1], [300, 100, 100]])
    func `the ratio 3 to 1 to 1 prefers the control, however it is scaled`(_ ratio: [Int]) throws {
        let procedure = try Self.minimization(
            ratio,
            .best(Fraction(1, 1)),
            levels: [2],
            weights: [1]
        )
        var state = procedure.initialState
        for arm in 0..<3 { procedure.record(arm, for: Profile([0]), in: &state) }
        #expect(try Self.probabilities(procedure, Profile([0]), state, arms: 3) == [1, 0, 0])
    }

    @Test(arguments: [([1, 0], 0), ([0, 1], 1)])
    func `weights decide between factors`(_ weights: [Int], _ arm: Int) throws {
        // Both factors of the earlier four differ by arm, in opposite directions for the newcomer.
        let procedure = try Self.minimization(
            [1, 1],
            .best(Fraction(1, 1)),
            levels: [2, 2],
            weights: weights.map { $0 * 999 + 1 }
        )
        var state = procedure.initialState
        for (arm, levels) in [(0, [0, 0]), (0, [0, 0]), (1, [1, 1]), (1, [1, 1])] {
            procedure.record(arm, for: Profile(levels), in: &state)
        }
        let found = try Self.probabilities(procedure, Profile([1, 0]), state, arms: 2)
        #expect(found[arm] == 1)
    }

    @Test func `without factors it is Efron's coin`() throws {
        let one = try ExactDesignTests.scheme("pocock-simon measure=range probability=2/3")
        let other = try ExactDesignTests.scheme("efron probability=2/3")
        let source = FastSource(seed: 3)
        #expect(
            try Schemes.draws(200, one, source).map(\.arm)
                == Schemes.draws(200, other, source).map(\.arm)
        )
    }

    @Test func `Hu's and Hu's weights decide what is balanced`() throws {
        func procedure(_ overall: Int, _ stratum: Int, _ margins: [Int]) throws -> HuHu {
            try HuHu(
                ratio: Ratio([1, 1]),
                levelCounts: [2, 2],
                probability: Fraction(17, 20),
                weights: .init(overall: overall, stratum: stratum, margins: margins)
            )
        }
        // Over all the first arm is ahead by 1; at the newcomer's levels and in her stratum the
        // second one.
        let past = [(0, [0, 0]), (0, [1, 1]), (0, [1, 1]), (1, [0, 1]), (1, [0, 1])]
        for (weights, expected) in [
            ((1, 0, [0, 0]), 0.15), ((0, 1, [0, 0]), 0.85), ((0, 0, [1, 0]), 0.85),
            ((0, 0, [0, 1]), 0.5), ((1, 1, [0, 0]), 0.85),
        ] {
            let procedure = try procedure(weights.0, weights.1, weights.2)
            var state = procedure.initialState
            for (arm, levels) in past { procedure.record(arm, for: Profile(levels), in: &state) }
            let found = try Self.probabilities(procedure, Profile([0, 1]), state, arms: 2)
            #expect(found[0] == expected)
        }
    }

    /// Without factors `a` is `D / n`, so the coin is Smith's with exponent 2.
    @Test func `the D-optimal coin without factors is Smith's`() throws {
        let optimal = try DOptimal(ratio: Ratio([1, 1]), levelCounts: [])
        let smith = try GeneralizedBiasedCoin(ratio: Ratio([1, 1]), exponent: 2)
        var state = (optimal: optimal.initialState, smith: smith.initialState)
        for arm in [0, 0, 1, 0, 0, 1, 1, 0] {
            let found = try Self.probabilities(optimal, .empty, state.optimal, arms: 2)
            let expected = try Self.probabilities(smith, .empty, state.smith, arms: 2)
            #expect((found[0] - expected[0]).magnitude < 1e-9)
            optimal.record(arm, for: .empty, in: &state.optimal)
            smith.record(arm, for: .empty, in: &state.smith)
        }
    }

    /// Two sites, of which the first has one patient in each arm, and the second one in the first
    /// arm: with site effects, the estimate of the treatment effect there decides.
    @Test func `the D-optimal coin uses the factors`() throws {
        let optimal = try DOptimal(ratio: Ratio([1, 1]), levelCounts: [2])
        var state = optimal.initialState
        for (arm, site) in [(0, 0), (1, 0), (0, 1)] {
            optimal.record(arm, for: Profile([site]), in: &state)
        }
        let first = try Self.probabilities(optimal, Profile([0]), state, arms: 2)
        let second = try Self.probabilities(optimal, Profile([1]), state, arms: 2)
        // At the first site a = 0; at the second a = 1.
        #expect(first == [0.5, 0.5])
        #expect(second == [0, 1])
        // A third site that nobody had is no reason to stop.
        let wider = try DOptimal(ratio: Ratio([1, 1]), levelCounts: [3])
        #expect(
            try Self.probabilities(wider, Profile([2]), wider.initialState, arms: 2) == [0.5, 0.5]
        )
    }
}
