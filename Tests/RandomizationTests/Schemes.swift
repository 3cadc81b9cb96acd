import Randomization

/// Schemes for tests.
enum Schemes {
    static func permutedBlocks(
        _ sizes: [Int] = [2, 4, 6],
        arms: [String] = ["POC", "HUB"],
        ratio: [Int] = [1, 1],
        identifier: String = "MILENARI-ALL-1"
    ) throws -> Scheme {
        try Scheme(
            identifier: identifier,
            arms: arms.map { try Arm($0) },
            ratio: Ratio(ratio),
            factors: [
                StratificationFactor(name: "site", levels: ["AMM", "BCN", "BEY", "ROM"]),
                StratificationFactor(name: "disease-burden", levels: ["high", "low"]),
            ],
            method: .permutedBlocks(BlockSizes(sizes))
        )
    }

    static func complete(_ ratio: [Int]) throws -> Scheme {
        try Scheme(
            identifier: "COMPLETE",
            arms: ratio.indices.map { try Arm("ARM\($0)") },
            ratio: Ratio(ratio),
            factors: [],
            method: .complete
        )
    }

    static func stratum(_ site: String = "BCN", _ burden: String = "high") throws -> Stratum {
        try Stratum(text: "site=\(site);disease-burden=\(burden)")
    }

    /// The first allocations of a stratum.
    static func draws(
        _ count: Int,
        _ scheme: Scheme,
        _ source: some StreamSource,
        in stratum: Stratum? = nil
    ) throws -> [Draw] {
        let stratum = stratum ?? scheme.strata[0]
        var sequence = AllocationSequence(scheme: scheme, source: source)
        return try (0..<count).map { _ in
            let draw = try sequence.next(in: stratum)
            try sequence.record(draw.allocation)
            return draw
        }
    }
}
