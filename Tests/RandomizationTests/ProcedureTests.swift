import Randomization
import Testing

/// What the literature says of single procedures, and laws that hold for all.
@Suite struct ProcedureTests {
    /// The probabilities of every sequence of `count` allocations, from the procedure's weights.
    private static func sequences(
        _ method: String,
        _ count: Int,
        ratio: [Int] = [1, 1]
    ) throws -> [[Int]: Double] {
        let scheme = try ExactDesignTests.scheme(method, ratio: ratio)
        let all = scheme.strata[0]
        var open: [[Int]: Double] = [[]: 1]
        for _ in 0..<count {
            var next: [[Int]: Double] = [:]
            for (sequence, probability) in open {
                var run = try AllocationSequence(
                    scheme: scheme,
                    source: FastSource(seed: 1),
                    history: sequence.map { PastAllocation(stratum: all, arm: scheme.arms[$0]) }
                )
                let details = try run.next(in: all).unblinding
                let total = Double(details.weights.reduce(0, +))
                for (arm, weight) in details.weights.enumerated() where weight > 0 {
                    next[sequence + [arm]] = probability * Double(weight) / total
                }
            }
            open = next
        }
        return open
    }

    @Test(arguments: [
        "complete", "random-allocation-rule count=8", "truncated-binomial count=8",
        "maximal count=8 tolerance=2", "block-urn factor=2", "mass-weighted-urn mass=2",
        "wei-urn initial=1 added=2", "ehrenfest-urn balls=3", "efron probability=0.7",
        "big-stick tolerance=2", "chen probability=0.7 tolerance=2",
        "generalized-biased-coin exponent=2", "adjustable-biased-coin exponent=3",
        "pocock-simon measure=range probability=0.8", "permuted-blocks sizes=4",
    ])
    func `the probabilities of all sequences add up to 1`(_ method: String) throws {
        let sequences = try Self.sequences(method, 8)
        #expect((sequences.values.reduce(0, +) - 1).magnitude < 1e-12)
        // Both arms have equal shares: turned round, a sequence is as probable.
        for (sequence, probability) in sequences {
            let mirrored = try #require(sequences[sequence.map { 1 - $0 }])
            #expect((mirrored - probability).magnitude < 1e-12)
        }
    }

    /// Berger, Ivanova and Deloria Knoll 2003.
    @Test(arguments: [
        (4, 1, 4), (6, 2, 18), (8, 2, 54), (10, 2, 162), (10, 3, 232), (12, 1, 64),
    ])
    func `the maximal procedure chooses among all sequences`(
        _ count: Int,
        _ tolerance: Int,
        _ number: Int
    ) throws {
        let procedure = try MaximalProcedure(
            ratio: Ratio([1, 1]),
            count: count,
            tolerance: tolerance
        )
        #expect(procedure.sequences.int == number)
        guard count <= 8 else { return }
        let sequences = try Self.sequences("maximal count=\(count) tolerance=\(tolerance)", count)
        #expect(sequences.count == number)
        let share = 1 / Double(number)
        #expect(sequences.values.allSatisfy { ($0 - share).magnitude < 1e-12 })
    }

    /// Zhao and Weng 2011, table 1: blocks of 6, the first arm where the number is below P(A).
    @Test func `the block urn takes the published steps`() throws {
        let uniforms = [
            0.4026, 0.5654, 0.0927, 0.3080, 0.7758, 0.9219, 0.6115, 0.8604, 0.4848, 0.7746, 0.2345,
            0.8507, 0.0661, 0.2630,
        ]
        let expected = [
            0.5, 0.4, 0.5, 0.4, 0.25, 0.4, 0.5, 0.6, 0.75, 0.6, 0.75, 0.6, 0.75, 0.6,
        ]
        let procedure = try BlockUrn(ratio: Ratio([1, 1]), factor: 3)
        var state = procedure.initialState
        var weights = ArmWeights(zeros: 2)
        var arms = ""
        for (uniform, probability) in zip(uniforms, expected) {
            try procedure.weigh(.empty, in: state, into: &weights)
            #expect(Double(weights[0]) / Double(weights.total) == probability)
            let arm = uniform < probability ? 0 : 1
            arms += arm == 0 ? "A" : "B"
            procedure.record(arm, for: .empty, in: &state)
        }
        #expect(arms == "ABAABBBBABABAA")
    }

    /// Procedures for any ratio: the long-run shares are those of the ratio.
    @Test(arguments: [
        "complete", "permuted-blocks sizes=12", "block-urn factor=2", "mass-weighted-urn mass=4",
        "pocock-simon measure=range probability=0.7", "random-allocation-rule count=3000",
        "pocock-simon measure=marginal-balance probability=0.7",
        "pocock-simon measure=standard-deviation probability=0.7",
        "pocock-simon measure=variance probability=0.7", "truncated-binomial count=3000",
    ])
    func `the ratio is kept`(_ method: String) throws {
        let scheme = try ExactDesignTests.scheme(method, ratio: [1, 2, 3])
        let draws = try Schemes.draws(3_000, scheme, FastSource(seed: 12))
        for (arm, expected) in zip(scheme.arms, [500.0, 1_000, 1_500]) {
            let count = Double(draws.count { $0.arm == arm })
            // Complete randomization, the widest: five standard deviations.
            let most: Double = method == "complete" ? 150 : 12
            #expect((count - expected).magnitude <= most)
        }
    }

    @Test(arguments: [
        ("big-stick tolerance=0", [1, 1], "tolerance"), ("big-stick tolerance=2", [1, 2], "ratio"),
        ("efron probability=0.4", [1, 1], "probability"), ("efron", [1, 1], "probability"),
        ("efron probability=1.2", [1, 1], "probability"),
        ("efron probability=x", [1, 1], "probability"),
        ("efron probability=0.6 tolerance=2", [1, 1], "tolerance"),
        ("wei-urn initial=1 added=0", [1, 1], "added"),
        ("wei-urn initial=1 added=1", [2, 1], "ratio"),
        ("maximal count=7 tolerance=2", [1, 1], "count"), ("block-urn factor=0", [1, 1], "factor"),
        ("maximal count=8 tolerance=1", [1, 3], "tolerance"),
        ("maximal count=9 tolerance=2", [1, 1, 1], "ratio"),
        ("mass-weighted-urn mass=0", [1, 1], "mass"),
        ("random-allocation-rule count=5", [1, 1], "count"),
        ("ehrenfest-urn balls=x", [1, 1], "balls"),
        ("generalized-biased-coin exponent=21", [1, 1], "exponent"),
        ("pocock-simon measure=mode probability=0.8", [1, 1], "measure"),
        ("pocock-simon measure=range probability=0.3", [1, 1], "probability"),
        ("pocock-simon measure=range rank=1/3", [1, 1, 1], "rank"),
        ("pocock-simon measure=range rank=1", [1, 1, 1], "rank"),
        ("pocock-simon measure=range rank=0.5", [1, 1, 2], "rank"),
        ("pocock-simon measure=range probability=0.8 balance=age", [1, 1], "balance"),
        ("hu-hu probability=0.8 overall=1 stratum=1", [1, 1], "balance"),
        ("big-stick tolerance=2 balance=age", [1, 1], "balance"),
        ("big-stick tolerance=2 sizes=4", [1, 1], "block"), ("big-stick =", [1, 1], "tolerance"),
    ])
    func `what cannot be is refused with place and remedy`(
        _ method: String,
        _ ratio: [Int],
        _ parameter: String
    ) throws {
        let error = #expect(throws: RandomizationError.self) {
            try ExactDesignTests.scheme(method, ratio: ratio)
        }
        guard case .impossibleParameter(let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem.parameter == parameter)
        #expect(method.hasPrefix(problem.method))
        #expect(!problem.problem.isEmpty && !problem.remedy.isEmpty)
    }

    /// Whatever a procedure's numbers are, it refuses them at the beginning or never fails.
    @Test(arguments: [
        ("mass-weighted-urn mass=9999/10000", [1_000, 999]),
        ("mass-weighted-urn mass=1000", [1_000, 1_000, 997]),
        ("pocock-simon measure=variance probability=0.9", [1_000, 999]),
        ("pocock-simon measure=standard-deviation probability=0.9", [7, 11]),
        ("pocock-simon measure=marginal-balance probability=0.9", [16, 9]),
        ("pocock-simon measure=range probability=9999/10000", [1_000, 999]),
        ("block-urn factor=10000", [1_000, 999]),
        ("wei-urn initial=1000 added=1000", [1, 1, 1, 1]),
        ("generalized-biased-coin exponent=20", [1, 1]),
        ("adjustable-biased-coin exponent=20", [1, 1]), ("complete", [1_000, 1, 1_000]),
    ])
    func `extreme parameters`(_ method: String, _ ratio: [Int]) throws {
        let scheme: Scheme
        do {
            scheme = try ExactDesignTests.scheme(method, ratio: ratio)
        } catch RandomizationError.impossibleParameter {
            return
        }
        #expect(try Schemes.draws(2_000, scheme, FastSource(seed: 1)).count == 2_000)
    }

    @Test(arguments: ["hu-hu probability=0.8 overall=1 stratum=1", "d-optimal"])
    func `factors too many to balance are refused`(_ method: String) throws {
        let names = (0..<6).map { "f\($0)" }
        let levels = (0..<60).map { "l\($0)" }
        let error = #expect(throws: RandomizationError.self) {
            try Scheme(
                identifier: "X",
                arms: [Arm("A"), Arm("B")],
                ratio: Ratio([1, 1]),
                factors: names.map { try StratificationFactor(name: $0, levels: levels) },
                method: AllocationMethod(
                    MethodText(line: method + " balance=" + names.joined(separator: ","))
                )
            )
        }
        guard case .impossibleParameter(let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem.parameter == "balance")
    }

    @Test(arguments: [
        "1/0", "", "-1", "1/2/3", "0.12345678", "1/10001", "1e3", "½", "0,5", "/", ".",
    ])
    func `a text that is no fraction is refused`(_ text: String) {
        #expect(throws: RandomizationError.invalidFraction) { try Fraction(text: text) }
    }

    @Test(arguments: [("0.85", "17/20"), ("2/4", "1/2"), ("3", "3"), ("0.5", "1/2"), ("1.0", "1")])
    func `a fraction is kept reduced`(_ text: String, _ reduced: String) throws {
        #expect(try Fraction(text: text).description == reduced)
    }
}
