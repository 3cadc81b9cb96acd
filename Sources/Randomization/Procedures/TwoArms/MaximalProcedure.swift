/// The maximal procedure: of all sequences that end in balance and never leave the tolerance, each
/// has the same probability.
///
/// The weight of an arm is the number of sequences that still can follow it, counted exactly. With
/// shares `r` and `s` the imbalance is `|s × first - r × second|`: with equal shares of 1, the
/// difference.
///
/// Source: Berger, Ivanova and Deloria Knoll, Statistics in Medicine 2003;22:3017.
public struct MaximalProcedure: PairProcedure {
    static let name = "maximal"
    private let ends: (first: Int, second: Int)
    /// The number of sequences that lead from `first` and `second` allocations to the end.
    private let ways: [[Natural]]

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: Two shares.
    ///   - count: The number of allocations, a multiple of the sum of the ratio, at most 1,000.
    ///   - tolerance: The largest imbalance that can come.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(ratio: Ratio, count: Int, tolerance: Int) throws(RandomizationError) {
        guard ratio.shares.count == 2 else {
            throw .impossible(
                Self.name,
                "ratio",
                "it is made for two arms only",
                "take permuted-blocks, block-urn or mass-weighted-urn"
            )
        }
        let places = try ratio.places(count, Self.name, upTo: 1_000)
        ends = (places[0], places[1])
        _ = try ParameterRange.tolerance(tolerance, Self.name)
        let (first, second) = (ratio.shares[0], ratio.shares[1])
        var ways = Array(
            repeating: Array(repeating: Natural(0), count: places[1] + 1),
            count: places[0] + 1
        )
        for one in (0...places[0]).reversed() {
            for other in (0...places[1]).reversed()
            where abs(second * one - first * other) <= tolerance {
                if one == places[0], other == places[1] {
                    ways[one][other] = Natural(1)
                } else {
                    let down = one < places[0] ? ways[one + 1][other] : Natural(0)
                    let right = other < places[1] ? ways[one][other + 1] : Natural(0)
                    ways[one][other] = down + right
                }
            }
        }
        guard !ways[0][0].isZero else {
            throw .impossible(
                Self.name,
                "tolerance",
                "no sequence of this ratio stays within it",
                "take a larger tolerance"
            )
        }
        self.ways = ways
    }

    /// The number of sequences among which the procedure chooses.
    public var sequences: Natural { ways[0][0] }

    /// The numbers of sequences that can follow each arm.
    public func weigh(
        _ profile: Profile,
        in state: PairCounts,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        let (first, second) = (state.first, state.second)
        guard first < ends.first || second < ends.second else { throw .exhausted }
        weights.set([
            first < ends.first ? ways[first + 1][second] : Natural(0),
            second < ends.second ? ways[first][second + 1] : Natural(0),
        ])
    }
}
