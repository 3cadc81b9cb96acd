/// The checks that several procedures share.
enum ParameterRange {
    static func check(
        _ value: Int,
        _ range: ClosedRange<Int>,
        _ parameter: String,
        _ method: String
    ) throws(RandomizationError) -> Int {
        guard range.contains(value) else {
            throw .impossible(
                method,
                parameter,
                "\(value) is not from \(range.lowerBound) to \(range.upperBound)",
                "give a whole number in this range"
            )
        }
        return value
    }

    static func tolerance(_ value: Int, _ method: String) throws(RandomizationError) -> Int {
        try check(value, 1...10_000, "tolerance", method)
    }
}

extension Ratio {
    /// The places of each arm among `count` allocations, for procedures that end.
    func places(
        _ count: Int,
        _ method: String,
        upTo maximum: Int = 100_000
    ) throws(RandomizationError) -> [Int] {
        _ = try ParameterRange.check(count, sum...max(sum, maximum), "count", method)
        guard count.isMultiple(of: sum) else {
            throw .impossible(
                method,
                "count",
                "\(count) is not a multiple of \(sum), the sum of the ratio",
                "take \((count / sum + 1) * sum), which every arm's share divides"
            )
        }
        return shares.map { $0 * (count / sum) }
    }
}
