import Randomization
import Testing

/// Simulated operating characteristics.
@Suite struct SimulationTests {
    private static func simulate(
        _ scheme: Scheme,
        _ plan: SimulationPlan
    ) throws -> OperatingCharacteristics {
        let simulation = try Simulation(scheme, plan)
        return simulation.characteristics(
            try (0..<simulation.parts).map { try simulation.run($0) }
        )
    }

    private static func twoFactors(_ method: String) throws -> Scheme {
        try Scheme(
            identifier: "X",
            arms: [Arm("A"), Arm("B")],
            ratio: Ratio([1, 1]),
            factors: [
                StratificationFactor(name: "one", levels: ["0", "1"]),
                StratificationFactor(name: "two", levels: ["0", "1"]),
            ],
            method: AllocationMethod(MethodText(line: method))
        )
    }

    @Test(arguments: [
        "complete", "big-stick tolerance=3", "permuted-blocks sizes=2,4,6",
        "maximal count=30 tolerance=3", "wei-urn initial=1 added=1",
        "pocock-simon measure=range probability=0.7",
    ])
    func `they agree with the exact ones within four standard errors`(_ method: String) throws {
        let scheme = try ExactDesignTests.scheme(method)
        let plan = SimulationPlan(count: 30, trials: 2_000, seed: 7)
        let simulated = try Self.simulate(scheme, plan).values
        let exact = try #require(try ExactDesign(scheme, count: 30).characteristics()).values
        for (characteristic, expected) in exact {
            let found = try #require(simulated[characteristic])
            let slack = 4 * (found.standardError ?? 0) + 1e-9
            #expect(
                (found.value - expected.value).magnitude <= slack,
                "\(characteristic): \(found.value) and \(expected.value)"
            )
        }
    }

    /// Two binary factors, 5,000 trials there and 2,000 here, as re-implemented for the reference: (overall, level,
    /// stratum).
    ///
    /// About three standard errors of both.
    @Test(arguments: [
        (
            "hu-hu probability=0.85 overall=1 stratum=2 balance=one,two", 100,
            [0.738, 0.884, 0.771]
        ),
        (
            "pocock-simon measure=variance probability=0.85 balance=one,two", 100,
            [0.758, 0.824, 2.026]
        ),
        ("permuted-blocks sizes=4", 100, [1.327, 0.993, 0.668]),
        ("efron probability=0.85", 100, [1.444, 1.063, 0.711]),
    ])
    func `they agree with another implementation`(
        _ method: String,
        _ count: Int,
        _ expected: [Double]
    ) throws {
        var plan = SimulationPlan(count: count, trials: 2_000, seed: 11)
        plan.measuresPredictability = false
        let found = try Self.simulate(try Self.twoFactors(method), plan).values
        let columns: [Characteristic] = [.finalImbalance, .marginImbalance, .stratumImbalance]
        for (column, value) in zip(columns, expected) {
            let estimate = try #require(found[column])
            #expect((estimate.value - value).magnitude < 0.06, "\(column) \(estimate.value)")
        }
    }

    @Test func `the order in which parts run does not matter, the seed does`() throws {
        let scheme = try Self.twoFactors("permuted-blocks sizes=2,4")
        var plan = SimulationPlan(count: 40, trials: 1_700, seed: 5)
        let simulation = try Simulation(scheme, plan)
        #expect(simulation.parts == 4)
        var sums: [Int: SimulationSums] = [:]
        for part in [2, 0, 3, 1] { sums[part] = try simulation.run(part) }
        let inOrder = (0..<4).compactMap { sums[$0] }
        let first = simulation.characteristics(inOrder)
        #expect(first.trials == 1_700)
        #expect(first == (try Self.simulate(scheme, plan)))
        plan.seed = 6
        #expect(first != (try Self.simulate(scheme, plan)))
    }

    /// Without a shift the test keeps its level; with one, blocks of 2 are easily exploited, and a
    /// trend makes the test of a balanced trial conservative.
    @Test func `bias on the type I error`() throws {
        let scheme = try ExactDesignTests.scheme("permuted-blocks sizes=2")
        var plan = SimulationPlan(count: 40, trials: 500, seed: 1)
        plan.selectionEffect = 0
        plan.trend = 0
        var found = try Self.simulate(scheme, plan).values
        for characteristic in [Characteristic.selectionBias, .chronologicalBias] {
            let value = try #require(found[characteristic]?.value)
            #expect((value - 0.05).magnitude < 1e-9)
        }
        plan.selectionEffect = 0.5
        plan.trend = 1
        found = try Self.simulate(scheme, plan).values
        let selection = try #require(found[.selectionBias]?.value)
        #expect(selection > 0.3)
        let trend = try #require(found[.chronologicalBias]?.value)
        #expect(trend < 0.05)
        let complete = try Self.simulate(try ExactDesignTests.scheme("complete"), plan).values
        let unbiased = try #require(complete[.selectionBias]?.value)
        #expect(unbiased < selection)
    }

    /// Four participants in blocks of two, integrated by another program over the noncentral
    /// chi-square density: η 2 and θ 3.
    @Test func `the rejection rate is that of the noncentral distributions`() throws {
        var plan = SimulationPlan(count: 4, trials: 20_000, seed: 3)
        plan.selectionEffect = 2
        plan.trend = 3
        let scheme = try ExactDesignTests.scheme("permuted-blocks sizes=2")
        let found = try Self.simulate(scheme, plan).values
        let expected: [(Characteristic, Double)] = [
            (.selectionBias, 0.130852), (.chronologicalBias, 0.010641),
        ]
        for (characteristic, value) in expected {
            let estimate = try #require(found[characteristic])
            let slack = 4 * (estimate.standardError ?? 0) + 2e-6
            #expect((estimate.value - value).magnitude < slack, "\(estimate)")
        }
    }

    @Test func `where bias cannot be computed in reasonable time, it is left out`() throws {
        let scheme = try ExactDesignTests.scheme("complete")
        var plan = SimulationPlan(count: 20_000, trials: 1, seed: 1)
        plan.selectionEffect = 1
        let found = try Self.simulate(scheme, plan).values
        #expect(found[.selectionBias] == nil)
        #expect(found[.finalImbalance] != nil)
    }

    @Test func `prevalences decide how often a level comes`() throws {
        let scheme = try Self.twoFactors("complete")
        var plan = SimulationPlan(count: 50, trials: 200, seed: 1)
        plan.prevalences = [[1, 0], [1, 0]]
        // Everybody is in one stratum: its imbalance over the four is a quarter of that of all.
        let found = try Self.simulate(scheme, plan).values
        let overall = try #require(found[.finalImbalance]?.value)
        let stratum = try #require(found[.stratumImbalance]?.value)
        #expect((overall / 4 - stratum).magnitude < 1e-9)
        plan.prevalences = [[1, 1]]
        #expect(throws: RandomizationError.prevalenceMismatch) { try Simulation(scheme, plan) }
    }

    @Test func `a scheme that ends before the trial is refused`() throws {
        let scheme = try ExactDesignTests.scheme("random-allocation-rule count=20")
        let plan = SimulationPlan(count: 21, trials: 1, seed: 1)
        #expect(throws: RandomizationError.exhausted) { try Simulation(scheme, plan).run(0) }
    }
}
