public import Randomization

/// Schemes side by side, with what was computed of each.
public struct SchemeComparison: Sendable {
    /// A scheme with its characteristics.
    public struct Entry: Sendable {
        /// The method as it was given.
        public let method: String
        /// What was computed.
        public let characteristics: OperatingCharacteristics

        /// Takes a scheme.
        public init(method: String, characteristics: OperatingCharacteristics) {
            self.method = method
            self.characteristics = characteristics
        }
    }

    /// The schemes in the order in which they were given.
    public let entries: [Entry]
    /// What all of them share: arms, ratio, factors, participants, seed.
    public let setting: [String]

    /// Takes schemes.
    public init(_ entries: [Entry], setting: [String]) {
        self.entries = entries
        self.setting = setting
    }

    /// What at least one scheme has, in the order of the tables.
    var characteristics: [Characteristic] {
        Characteristic.allCases.filter { characteristic in
            entries.contains { $0.characteristics.values[characteristic] != nil }
        }
    }

    func estimate(_ entry: Int, _ characteristic: Characteristic) -> Estimate? {
        entries[entry].characteristics.values[characteristic]
    }

    /// The aims by which schemes are held against each other.
    static let aims: [Characteristic] = [
        .maximalImbalance, .guessConvergence, .guessDirectional, .deterministic,
    ]

    /// Whether an entry is better than another in an aim, beyond what simulation can blur: four
    /// standard errors of the difference, or the last digit printed.
    func isBetter(_ entry: Int, _ other: Int, in aim: Characteristic) -> Bool {
        guard let mine = estimate(entry, aim), let theirs = estimate(other, aim),
            let less = aim.isBetterWhenLess
        else { return false }
        let errors = [mine, theirs].map { $0.standardError ?? 0 }
        let blur = max(4 * (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot(), 5e-7)
        return less ? mine.value < theirs.value - blur : mine.value > theirs.value + blur
    }

    /// The entries than which another is better in an aim and worse in none, with that other.
    var dominated: [(entry: Int, by: Int)] {
        entries.indices.compactMap { entry in
            let better = entries.indices.first { other in
                Self.aims.contains { isBetter(other, entry, in: $0) }
                    && !Self.aims.contains { isBetter(entry, other, in: $0) }
            }
            return better.map { (entry, $0) }
        }
    }
}
