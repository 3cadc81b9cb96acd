/// The exact probabilities of a choice, as whole weights: choice `i` has `values[i] / total`.
public struct ArmWeights: Hashable, Sendable {
    /// The largest sum of weights.
    public static let maximumTotal = 1 << 40

    /// One weight for each choice, none negative.
    public let values: [Int]
    /// The sum of the weights, from 1 to `maximumTotal`.
    public let total: Int

    /// Checks and takes weights.
    ///
    /// - Parameter values: One weight for each choice; not all of them zero.
    /// - Throws: `RandomizationError.invalidWeights`.
    public init(_ values: [Int]) throws(RandomizationError) {
        var total = 0
        for value in values {
            guard (0...Self.maximumTotal).contains(value) else { throw .invalidWeights }
            total += value
            guard total <= Self.maximumTotal else { throw .invalidWeights }
        }
        guard total > 0 else { throw .invalidWeights }
        self.values = values
        self.total = total
    }
}
