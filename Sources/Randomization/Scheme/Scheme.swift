/// An allocation scheme: arms, ratio, stratification and method.
///
/// A scheme is valid once it is made.
///
/// The identifier names the scheme's streams of random bits. An amendment that must not disturb
/// running sequences, such as a new site, keeps it; one that changes arms, ratio or method takes
/// a new identifier and starts new sequences.
public struct Scheme: Hashable, Sendable {
    /// The identifier, for example `MILENARI-ALL-1`.
    public let identifier: String
    /// The arms, at least two; their order is the order of every list of weights.
    public let arms: [Arm]
    /// The shares of the arms.
    public let ratio: Ratio
    /// The factors; those that the method does not balance itself stratify.
    ///
    /// Empty for one sequence over the whole trial.
    public let factors: [StratificationFactor]
    /// The method.
    public let method: AllocationMethod

    /// Checks and takes a scheme.
    ///
    /// - Parameters:
    ///   - identifier: The identifier.
    ///   - arms: At least two arms with different codes.
    ///   - ratio: One share for each arm.
    ///   - factors: The factors of the stratification, with different names.
    ///   - method: The method; its parameters have to fit arms, ratio and factors.
    /// - Throws: The `RandomizationError` that names the first thing that does not hold.
    public init(
        identifier: String,
        arms: [Arm],
        ratio: Ratio,
        factors: [StratificationFactor],
        method: AllocationMethod
    ) throws(RandomizationError) {
        try SchemeName.check(identifier, .identifier)
        guard arms.count >= 2 else { throw .tooFewArms }
        try SchemeName.checkDistinct(arms.map(\.code), .arm)
        guard ratio.shares.count == arms.count else {
            throw .shareCountMismatch(arms: arms.count, shares: ratio.shares.count)
        }
        try SchemeName.checkDistinct(factors.map(\.name), .factor)
        self.identifier = identifier
        self.arms = arms
        self.ratio = ratio
        self.factors = factors
        self.method = method
        try checkMethod()
    }

    /// The position of an arm in the scheme's order.
    func index(of arm: Arm) throws(RandomizationError) -> Int {
        guard let index = arms.firstIndex(of: arm) else { throw .unknownArm }
        return index
    }
}
