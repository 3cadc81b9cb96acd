public import Pseudonymization

/// What the decisions about labelled pairs came to.
public struct LinkageRates: Sendable {
    /// The pairs of one rule.
    public struct Row: Sendable {
        /// The rule.
        public let rule: String
        /// Whether its pairs are of one child.
        public let isSameChild: Bool
        /// How many were decided so.
        public internal(set) var same = 0
        /// How many were decided so.
        public internal(set) var possible = 0
        /// How many were decided so.
        public internal(set) var different = 0

        /// How many there are.
        public var count: Int { same + possible + different }
    }

    /// The rules in the order in which they came up.
    public private(set) var rows: [Row] = []
    /// Duplicates that were not found, and others that were taken for possible or the same.
    public private(set) var wrong: [String] = []

    /// Decides all pairs.
    public init(
        _ pairs: [LabelledPair],
        key: borrowing LinkageKey
    ) throws(PseudonymizationError) {
        for pair in pairs {
            let left = try LinkageTokens(pair.left, key: key)
            let right = try LinkageTokens(pair.right, key: key)
            add(pair, LinkageDecision.between(left, right).outcome)
        }
    }

    private mutating func add(_ pair: LabelledPair, _ outcome: LinkageOutcome) {
        var row = rows.firstIndex { $0.rule == pair.rule && $0.isSameChild == pair.isSameChild }
        if row == nil {
            row = rows.count
            rows.append(Row(rule: pair.rule, isSameChild: pair.isSameChild))
        }
        guard let row else { return }
        switch outcome {
        case .same: rows[row].same += 1
        case .possible: rows[row].possible += 1
        case .different: rows[row].different += 1
        }
        if (outcome == .different) == pair.isSameChild {
            wrong.append("\(pair.rule) [\(outcome.rawValue)]: \(pair.text)")
        }
    }

    private func sum(_ isSameChild: Bool, _ count: (Row) -> Int) -> Int {
        rows.filter { $0.isSameChild == isSameChild }.map(count).reduce(0, +)
    }

    /// Pairs of two children that were taken for one.
    public var falseMerges: Int { sum(false, \.same) }

    /// Of a thousand true duplicates, how many are at least possible.
    public var foundPerMille: Int {
        sum(true) { $0.same + $0.possible } * 1_000 / max(sum(true, \.count), 1)
    }

    /// Of a thousand pairs of different children, how many are possible, rounded up.
    public var falsePossiblePerMille: Int {
        let count = max(sum(false, \.count), 1)
        return (sum(false, \.possible) * 1_000 + count - 1) / count
    }
}
