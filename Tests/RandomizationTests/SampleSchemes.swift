import Randomization

/// A scheme of every procedure, as its canonical text would say it.
enum SampleSchemes {
    /// The method's lines, the shares, whether the scheme has factors.
    static let methods: [(name: String, lines: [String], ratio: [Int], hasFactors: Bool)] = [
        ("complete", ["method complete"], [3, 1, 2], true),
        ("permuted-blocks", ["method permuted-blocks", "block 3 1", "block 6 2"], [1, 2], true),
        (
            "random-allocation-rule",
            ["method random-allocation-rule", "parameter count 120"], [1, 2], false
        ),
        (
            "truncated-binomial", ["method truncated-binomial", "parameter count 120"], [1, 1, 2],
            false
        ),
        (
            "maximal",
            ["method maximal", "parameter count 60", "parameter tolerance 3"], [1, 1], false
        ),
        (
            "maximal-unequal",
            ["method maximal", "parameter count 120", "parameter tolerance 4"], [1, 2], false
        ),
        ("block-urn", ["method block-urn", "parameter factor 3"], [2, 1, 1], true),
        (
            "mass-weighted-urn", ["method mass-weighted-urn", "parameter mass 5/2"], [3, 1, 2], true
        ),
        (
            "wei-urn", ["method wei-urn", "parameter initial 0", "parameter added 1"], [1, 1, 1],
            false
        ),
        ("ehrenfest-urn", ["method ehrenfest-urn", "parameter balls 10"], [1, 1], false),
        ("efron", ["method efron", "parameter probability 2/3"], [1, 1], true),
        ("big-stick", ["method big-stick", "parameter tolerance 3"], [1, 1], false),
        (
            "chen", ["method chen", "parameter probability 3/5", "parameter tolerance 3"], [1, 1],
            true
        ),
        (
            "generalized-biased-coin",
            ["method generalized-biased-coin", "parameter exponent 7"], [1, 1], false
        ),
        (
            "adjustable-biased-coin",
            ["method adjustable-biased-coin", "parameter exponent 2"], [1, 1], false
        ),
        (
            "pocock-simon-range",
            [
                "method pocock-simon", "parameter measure range", "parameter probability 4/5",
                "balance site 2", "balance disease-burden 1",
            ], [1, 1], true
        ),
        (
            "pocock-simon-variance-ranks",
            [
                "method pocock-simon", "parameter measure variance", "parameter rank 3/5",
                "balance disease-burden 1",
            ], [1, 1, 1], true
        ),
        (
            "pocock-simon-deviation-unequal",
            [
                "method pocock-simon", "parameter measure standard-deviation",
                "parameter probability 7/10", "balance site 1", "balance disease-burden 1",
            ], [1, 2, 3], true
        ),
        (
            "pocock-simon-marginal-balance",
            [
                "method pocock-simon", "parameter measure marginal-balance",
                "parameter probability 17/20", "balance site 1", "balance disease-burden 3",
            ], [2, 1], true
        ),
        (
            "pocock-simon-without-factors",
            ["method pocock-simon", "parameter measure range", "parameter probability 3/4"],
            [2, 1, 1], false
        ),
        (
            "hu-hu",
            [
                "method hu-hu", "parameter probability 17/20", "parameter overall 1",
                "parameter stratum 1", "balance site 2", "balance disease-burden 1",
            ], [1, 1], true
        ),
        (
            "d-optimal", ["method d-optimal", "balance site 1", "balance disease-burden 1"],
            [1, 1], true
        ),
    ]

    /// The scheme of one of them.
    static func scheme(_ name: String) throws -> Scheme {
        guard let sample = methods.first(where: { $0.name == name }) else {
            throw RandomizationError.unknownMethod
        }
        let arms = sample.ratio.enumerated().map { "arm ARM\($0.offset) \($0.element)" }
        let factors =
            sample.hasFactors
            ? ["factor site AMM BCN BEY ROM", "factor disease-burden high low"] : []
        let lines =
            ["milenari scheme v1", "identifier SAMPLE"] + arms + factors + sample.lines + ["end"]
        return try Scheme(canonicalText: lines.map { $0 + "\n" }.joined())
    }

    /// 120 allocations (60 where the scheme ends there), over the strata in a mixed order.
    static func draws(_ scheme: Scheme, _ source: some StreamSource) throws -> [Draw] {
        var sequence = AllocationSequence(scheme: scheme, source: source)
        var draws: [Draw] = []
        for number in 0..<120 {
            let stratum = scheme.strata[number * number * 5 % 37 % scheme.strata.count]
            do {
                let draw = try sequence.next(in: stratum)
                try sequence.record(draw.allocation)
                draws.append(draw)
            } catch RandomizationError.exhausted {
                break
            }
        }
        return draws
    }
}
