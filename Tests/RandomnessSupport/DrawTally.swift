public import Randomization

/// What is counted of draws: frequencies, runs, pairs, blocks, and how often the arm came that a
/// procedure held for probable.
public struct DrawTally: Sendable {
    /// The draws of a part, for each scheme.
    public static let partSize = 10_000

    private static let methods = [
        "complete", "permuted-blocks sizes=2,4,6", "block-urn factor=3", "big-stick tolerance=3",
        "maximal count=10000 tolerance=4", "pocock-simon measure=range probability=0.8",
    ]

    private(set) var counts: [String: [Int]] = [:]
    private(set) var surprises: [String: (excess: Double, variance: Double)] = [:]
    /// All draws.
    public private(set) var draws = 0

    /// Nothing yet.
    public init() {}

    /// Draws a part through the code that allocates.
    ///
    /// - Parameters:
    ///   - part: Its number; it names the streams.
    ///   - source: The streams.
    /// - Throws: What the sequence throws.
    public init(part: Int, source: some StreamSource) throws {
        for method in Self.methods.prefix(part.isMultiple(of: 100) ? 6 : 4) {
            // The maximal procedure counts numbers of thousands of bits: less of it.
            let size = method.hasPrefix("maximal") ? 1_000 : Self.partSize
            let method = method.replacing("count=10000", with: "count=\(size)")
            try run(method, ratio: [1, 1], part, size, source)
        }
        try run("complete", ratio: [3, 1, 2], part, Self.partSize, source)
    }

    private mutating func run(
        _ method: String,
        ratio: [Int],
        _ part: Int,
        _ size: Int,
        _ source: some StreamSource
    ) throws {
        let words = method.split(separator: " ")
        let scheme = try Scheme(
            // Else all schemes would draw from the same words.
            identifier: "\(words[0])-\(ratio.count)-\(part)",
            arms: ratio.indices.map { try Arm("A\($0)") },
            ratio: Ratio(ratio),
            factors: [],
            method: AllocationMethod(MethodText(line: method))
        )
        let name = scheme.method.text.name + (ratio.count == 2 ? "" : " 3:1:2")
        let stratum = scheme.strata[0]
        var sequence = AllocationSequence(scheme: scheme, source: source)
        var arms: [Int] = []
        var block = (size: 0, order: 0)
        for _ in 0..<size {
            let draw = try sequence.next(in: stratum)
            try sequence.record(draw.allocation)
            let arm = scheme.arms.firstIndex(of: draw.arm) ?? 0
            arms.append(arm)
            addSurprise(name, draw.unblinding, arm)
            if let place = draw.unblinding.block {
                if place.position == 1 {
                    block = (place.size, 0)
                    count("block size", place.size / 2 - 1, of: 3)
                }
                block.order = block.order * 2 + arm
                if place.position == place.size {
                    count("order in blocks of \(place.size)", block.order, of: 1 << place.size)
                }
            }
        }
        draws += size
        if method == "complete" { countPatterns(arms, name, ratio.count) }
    }

    private mutating func countPatterns(_ arms: [Int], _ name: String, _ count: Int) {
        for arm in arms { self.count("frequencies, \(name)", arm, of: count) }
        guard count == 2 else { return }
        for lag in [1, 2, 3, 5, 8] {
            for (first, second) in zip(arms, arms.dropFirst(lag)) {
                self.count("pairs at a distance of \(lag)", first == second ? 0 : 1, of: 2)
            }
        }
        var length = 1
        for place in 1..<arms.count {
            if arms[place] == arms[place - 1] {
                length += 1
            } else {
                self.count("runs", min(length, 12) - 1, of: 12)
                length = 1
            }
        }
    }

    private mutating func count(_ name: String, _ value: Int, of categories: Int) {
        counts[name, default: Array(repeating: 0, count: categories)][value] += 1
    }

    /// The first arm's count minus its probability: a martingale, whatever the procedure.
    private mutating func addSurprise(_ name: String, _ details: DrawDetails, _ arm: Int) {
        guard details.large == nil else { return addLarge(name, details, arm) }
        let probability = Double(details.weights[0]) / Double(details.weights.reduce(0, +))
        add(name, probability, arm)
    }

    private mutating func addLarge(_ name: String, _ details: DrawDetails, _ arm: Int) {
        let weights = (details.large?.weights ?? []).map { text in
            text.reduce(0.0) { $0 * 16 + Double($1.hexDigitValue ?? 0) }
        }
        // Larger numbers than a `Double` holds have no quotient here.
        guard weights[0].isFinite, weights[1].isFinite else { return }
        add(name, weights[0] / (weights[0] + weights[1]), arm)
    }

    private mutating func add(_ name: String, _ probability: Double, _ arm: Int) {
        surprises[name, default: (0, 0)].excess += (arm == 0 ? 1 : 0) - probability
        surprises[name, default: (0, 0)].variance += probability * (1 - probability)
    }

    /// Adds another part.
    ///
    /// - Parameter other: The part.
    public mutating func add(_ other: DrawTally) {
        draws += other.draws
        for (name, values) in other.counts {
            let before = counts[name] ?? Array(repeating: 0, count: values.count)
            counts[name] = zip(before, values).map(+)
        }
        for (name, value) in other.surprises {
            surprises[name, default: (0, 0)].excess += value.excess
            surprises[name, default: (0, 0)].variance += value.variance
        }
    }
}
