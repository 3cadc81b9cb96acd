/// The big stick: a fair coin, until one arm is ahead by the tolerance; then the other arm.
///
/// Source: Soares and Wu, Communications in Statistics 1983;12:2017.
public struct BigStick: TwoArmProcedure {
    static let name = "big-stick"
    private let tolerance: Int

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: Two equal shares.
    ///   - tolerance: The largest difference that can come, from 1 to 10,000.
    /// - Throws: `RandomizationError.impossibleParameter`.
    public init(ratio: Ratio, tolerance: Int) throws(RandomizationError) {
        try ratio.requireTwoEqualArms(Self.name)
        self.tolerance = try ParameterRange.tolerance(tolerance, Self.name)
    }

    /// The coin, or the stick.
    public func weights(after counts: PairCounts) -> (first: Int, second: Int) {
        let difference = counts.difference
        return difference <= -tolerance ? (1, 0) : difference >= tolerance ? (0, 1) : (1, 1)
    }
}
