/// An allocation that was drawn and not yet recorded.
public struct Draw: Hashable, Sendable, Codable {
    /// The stratum.
    public let stratum: Stratum
    /// The arm.
    public let arm: Arm
    /// The number of this allocation in its stratum's sequence, counted from 1.
    public let sequenceNumber: Int
    /// How the arm came about.
    ///
    /// **Unblinding**: keep it sealed, away from sites and blinded exports.
    public let unblinding: DrawDetails

    /// The allocation for the history.
    public var allocation: PastAllocation {
        PastAllocation(stratum: stratum, arm: arm)
    }
}

/// How an arm was drawn: enough to check the draw by hand, and to guess the next one.
public struct DrawDetails: Hashable, Sendable, Codable {
    /// The text of the stream's label.
    public let label: String
    /// The weight of each arm, in the order of the scheme.
    public let weights: [Int]
    /// The whole number that was drawn, from 0 to the sum of the weights minus 1.
    public let value: Int
    /// How many 64-bit words were taken from the stream.
    public let words: Int
    /// The place in the block, for procedures with blocks.
    public let block: BlockPosition?
    /// Weights and value where the sum of the weights is larger than 2^40; `weights` and `value` are
    /// then zero.
    public let large: LargeDraw?
}

/// A draw among weights that no machine word holds, in hexadecimal digits.
public struct LargeDraw: Hashable, Sendable, Codable {
    /// The weight of each arm, in the order of the scheme.
    public let weights: [String]
    /// The whole number that was drawn.
    public let value: String
}

/// The place of an allocation in its block.
public struct BlockPosition: Hashable, Sendable, Codable {
    /// The number of the block in the sequence, counted from 1.
    public let index: Int
    /// The number of allocations that the block holds.
    public let size: Int
    /// The place in the block, counted from 1.
    public let position: Int
}
