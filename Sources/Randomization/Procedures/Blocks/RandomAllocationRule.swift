/// The random allocation rule: all sequences of `count` allocations that end in balance have the
/// same probability.
///
/// One block over the whole sequence; after it the scheme is exhausted.
public struct RandomAllocationRule: CountingProcedure {
    static let name = "random-allocation-rule"
    /// The shares of the arms.
    public let ratio: Ratio
    private let places: [Int]

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: The shares of the arms.
    ///   - count: The number of allocations, a multiple of the sum of the ratio.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(ratio: Ratio, count: Int) throws(RandomizationError) {
        self.ratio = ratio
        places = try ratio.places(count, Self.name)
    }

    /// The places that are left.
    public func weigh(
        _ profile: Profile,
        in state: ArmCounts,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        var isExhausted = true
        for arm in places.indices {
            weights[arm] = max(places[arm] - state.values[arm], 0)
            if weights[arm] > 0 { isExhausted = false }
        }
        if isExhausted { throw .exhausted }
    }
}
