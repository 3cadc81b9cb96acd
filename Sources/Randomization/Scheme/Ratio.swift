/// The allocation ratio: one whole share for each arm, in the order of the arms.
public struct Ratio: Hashable, Sendable {
    /// The shares, each from 1 to 1,000.
    public let shares: [Int]

    /// The sum of the shares: the length of the shortest balanced run.
    public var sum: Int { shares.reduce(0, +) }

    /// Takes a ratio.
    ///
    /// - Parameter shares: One share for each arm, for example `[1, 2]`.
    /// - Throws: `RandomizationError.tooFewArms` or `.outOfRange(.share)`.
    public init(_ shares: [Int]) throws(RandomizationError) {
        guard shares.count >= 2 else { throw .tooFewArms }
        guard shares.allSatisfy((1...1_000).contains) else { throw .outOfRange(.share) }
        self.shares = shares
    }
}

extension Ratio: Codable {
    /// Reads the shares, through the same check as `init(_:)`.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode([Int].self))
    }

    /// Writes the shares.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(shares)
    }
}
