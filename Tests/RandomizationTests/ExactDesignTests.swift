import Randomization
import Testing

/// Published and independently computed operating characteristics, to all digits given.
@Suite struct ExactDesignTests {
    /// A method of two equal arms, from its name and parameters.
    static func scheme(_ method: String, ratio: [Int] = [1, 1]) throws -> Scheme {
        try Scheme(
            identifier: "X",
            arms: ratio.indices.map { try Arm("A\($0)") },
            ratio: Ratio(ratio),
            factors: [],
            method: AllocationMethod(MethodText(line: method))
        )
    }

    static func exact(_ method: String, _ count: Int) throws -> [Characteristic: Double] {
        let found = try ExactDesign(scheme(method), count: count).characteristics()
        return try #require(found).values.mapValues(\.value)
    }

    /// Whether a value is the one printed with so many digits.
    static func agrees(_ value: Double?, _ printed: String) -> Bool {
        guard let value, let expected = Double(printed) else { return false }
        let digits = printed.split(separator: ".").dropFirst().first?.count ?? 0
        let unit = (0..<digits).reduce(1.0) { unit, _ in unit / 10 }
        return (value - expected).magnitude <= unit * 0.5001
    }

    /// Columns: steps in balance, SD, maximal imbalance, entropy, certain steps, convergence.
    private static let columns: [Characteristic] = [
        .balanced, .finalDeviation, .maximalImbalance, .entropy, .deterministic, .guessConvergence,
    ]

    @Test(arguments: [
        ("big-stick tolerance=2", ".25 1.414214 2.0 .523326 .245 .6225"),
        ("big-stick tolerance=3", ".168889 1.632993 2.999999 .580703 .162222 .581111"),
        ("big-stick tolerance=4", ".13 2.44949 3.999559 .611702 .1175 .55875"),
        ("permuted-blocks sizes=4", ".416667 0 1.99996 .44794 .333333 .708333"),
        ("permuted-blocks sizes=6", ".364 1.264911 2.833228 .505116 .241 .68"),
        ("permuted-blocks sizes=8", ".329714 1.511858 3.275901 .536752 .192 .662143"),
        ("permuted-blocks sizes=10", ".306349 0 3.62714 .552943 .166667 .653175"),
        ("permuted-blocks sizes=12", ".284632 1.705606 3.928546 .573736 .137143 .638983"),
        ("permuted-blocks sizes=30", ".19653 2.626129 5.611597 .634773 .05625 .591759"),
        ("efron probability=0.65", ".237048 2.346322 5.494761 .658526 0 .613635"),
        ("efron probability=2/3", ".254999 2.107938 5.162628 .651239 0 .623333"),
        ("ehrenfest-urn balls=10", ".180624 2.236068 5.251224 .668774 0.0000 .585204"),
        ("complete", ".070385 10 12.054026 .693147 0 .5"),
        ("block-urn factor=2", ".333333 1.154701 2 .551617 .163333 .665"),
        ("block-urn factor=3", ".265536 1.371989 2.994274 .614367 .057439 .630415"),
        ("maximal count=100 tolerance=2", ".336667 0 2 .545251 .173333 .668333"),
        ("maximal count=100 tolerance=3", ".257071 0 2.997928 .607042 .08383 .628536"),
        ("maximal count=100 tolerance=4", ".210944 0 3.931022 .633802 .051141 .605472"),
    ])
    func `of 100 allocations`(_ method: String, _ printed: String) throws {
        try Self.compare(method, 100, printed, Self.columns)
    }

    @Test(arguments: [
        ("efron probability=0.7", 20, ".30122 1.706292 2.932533 .637399 0 .635504"),
        ("efron probability=0.7", 80, ".289732 1.744937 4.353066 .635145 0 .640982"),
        ("efron probability=0.7", 300, ".286786 1.744993 5.824998 .634579 0 .642357"),
        ("permuted-blocks sizes=20", 20, ".233773 0 3.433805 .607 .090909 .616887"),
        ("permuted-blocks sizes=20", 80, ".233773 0 4.654665 .606 .090909 .616887"),
        ("permuted-blocks sizes=20", 300, ".233773 0 5.694182 .606 .090909 .616887"),
    ])
    func `of other numbers`(_ method: String, _ count: Int, _ printed: String) throws {
        try Self.compare(method, count, printed, Self.columns)
    }

    /// The roadmap of Berger and others, BMC Medical Research Methodology 2021;21:168: n = 50.
    @Test(arguments: [
        ("random-allocation-rule count=50", "0 0 .31627 .57907"),
        ("permuted-blocks sizes=4", ".66667 .02667 .81333 .70333"),
        ("big-stick tolerance=3", "1.33333 .05333 .31556 .57889"),
        ("efron probability=2/3", "1.32884 .08811 .48671 .62168"),
        ("complete", "5.61376 1 0 .5"),
    ])
    func `of the roadmap`(_ method: String, _ printed: String) throws {
        try Self.compare(
            method,
            50,
            printed,
            [.finalImbalance, .loss, .forcing, .guessConvergence]
        )
    }

    /// The means of randomizeR's table of all 16 sequences of complete randomization.
    @Test func `of 4 allocations`() throws {
        try Self.compare(
            "complete",
            4,
            "1.500000 1.000000 2.125000",
            [.finalImbalance, .loss, .maximalImbalance]
        )
    }

    /// The table of predictability, n = 96: certain steps and right guesses.
    @Test(arguments: [
        ("permuted-blocks sizes=2", ".500 .750"), ("permuted-blocks sizes=4", ".333 .708"),
        ("permuted-blocks sizes=6", ".250 .683"), ("big-stick tolerance=1", ".500 .750"),
        ("big-stick tolerance=2", ".24479 .6224"), ("big-stick tolerance=3", ".16204 .58102"),
    ])
    func `of the table of predictability`(_ method: String, _ printed: String) throws {
        try Self.compare(method, 96, printed, [.deterministic, .guessConvergence])
    }

    /// Zhao and others 2012, table 4: 5,000 simulations of 100 allocations.
    ///
    /// Within what such a simulation can tell.
    @Test(arguments: [
        ("chen probability=0.5 tolerance=4", [0.130, 2.473, 3.999, 0.612, 0.118, 0.559]),
        ("generalized-biased-coin exponent=5", [0.216, 3.040, 5.503, 0.647, 0.010, 0.600]),
        ("wei-urn initial=0 added=1", [0.125, 5.673, 8.415, 0.680, 0.010, 0.544]),
    ])
    func `near the simulated ones`(_ method: String, _ simulated: [Double]) throws {
        let found = try Self.exact(method, 100)
        let slack = [0.004, 0.25, 0.15, 0.002, 0.002, 0.004]
        for (place, column) in Self.columns.enumerated() {
            let value = try #require(found[column])
            #expect((value - simulated[place]).magnitude <= slack[place], "\(column) \(value)")
        }
    }

    /// The roadmap's simulations, 10,000 of 50 allocations.
    @Test(arguments: [
        ("adjustable-biased-coin exponent=2", [1.1544, 0.04836, 0.41724, 0.60502]),
        ("truncated-binomial count=50", [0, 0, 0.22646, 0.55600]),
    ])
    func `near the roadmap's simulations`(_ method: String, _ simulated: [Double]) throws {
        let found = try Self.exact(method, 50)
        let columns: [Characteristic] = [
            .finalImbalance, .loss, .forcing, .guessConvergence,
        ]
        for (column, expected) in zip(columns, simulated) {
            let value = try #require(found[column])
            #expect((value - expected).magnitude <= 0.04 * expected + 1e-12, "\(column) \(value)")
        }
    }

    /// randomizeR's cases: a tolerance of 1 is blocks of 2 under any name.
    @Test(arguments: [
        "permuted-blocks sizes=2", "big-stick tolerance=1", "maximal count=10 tolerance=1",
        "block-urn factor=1",
    ])
    func `a tolerance of 1 is blocks of 2`(_ method: String) throws {
        let found = try Self.exact(method, 10)
        #expect(found[.guessConvergence] == 0.75)
        #expect(found[.guessDivergence] == 0.25)
        #expect(found[.guessDirectional] == 0.75)
        #expect(found[.maximalImbalance] == 1)
    }

    @Test(arguments: [
        ("chen probability=0.6 tolerance=1", "big-stick tolerance=1"),
        ("chen probability=0.5 tolerance=5", "big-stick tolerance=5"),
        ("wei-urn initial=0 added=3", "generalized-biased-coin exponent=1"),
        ("random-allocation-rule count=40", "permuted-blocks sizes=40"),
        ("maximal count=40 tolerance=20", "random-allocation-rule count=40"),
        ("adjustable-biased-coin exponent=0", "complete"),
        ("generalized-biased-coin exponent=0", "complete"),
        ("efron probability=1", "permuted-blocks sizes=2"),
    ])
    func `designs that are the same have the same characteristics`(
        _ one: String,
        _ other: String
    ) throws {
        let (first, second) = (try Self.exact(one, 40), try Self.exact(other, 40))
        for (characteristic, value) in first {
            let difference = value - (second[characteristic] ?? -1)
            #expect(difference.magnitude < 1e-12, "\(characteristic)")
        }
    }

    @Test func `what is not small is left to simulation`() throws {
        let scheme = try Self.scheme("block-urn factor=4", ratio: [1, 1, 1, 1])
        #expect(try ExactDesign(scheme, count: 100, budget: 10_000).characteristics() == nil)
    }

    @Test func `a scheme that ends before is refused`() throws {
        let scheme = try Self.scheme("random-allocation-rule count=20")
        #expect(throws: RandomizationError.exhausted) {
            try ExactDesign(scheme, count: 21).characteristics()
        }
    }

    private static func compare(
        _ method: String,
        _ count: Int,
        _ printed: String,
        _ columns: [Characteristic]
    ) throws {
        let found = try exact(method, count)
        let texts = printed.split(separator: " ").map(String.init)
        try #require(texts.count == columns.count)
        for (column, text) in zip(columns, texts) {
            #expect(agrees(found[column], text), "\(column) \(found[column] ?? -1)")
        }
    }
}
