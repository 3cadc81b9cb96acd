/// The truncated binomial design: complete randomization until an arm has all its places; the
/// others share the rest.
///
/// With more than two arms, truncated multinomial.
///
/// Source: Blackwell and Hodges, Annals of Mathematical Statistics 1957;28:449.
public struct TruncatedBinomial: CountingProcedure {
    static let name = "truncated-binomial"
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

    /// The shares of the arms that have a place left.
    public func weigh(
        _ profile: Profile,
        in state: ArmCounts,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        var isExhausted = true
        for arm in places.indices {
            let isOpen = state.values[arm] < places[arm]
            weights[arm] = isOpen ? ratio.shares[arm] : 0
            if isOpen { isExhausted = false }
        }
        if isExhausted { throw .exhausted }
    }
}
