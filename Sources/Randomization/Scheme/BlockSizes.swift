/// The sizes that a block can have, and how often each is drawn.
public struct BlockSizes: Hashable, Sendable {
    /// A size with its weight.
    public struct Choice: Hashable, Sendable {
        /// The number of allocations in such a block, from 1 to 10,000.
        public let size: Int
        /// How often it is drawn in relation to the other sizes, from 1 to 1,000.
        public let weight: Int

        /// Takes a size with its weight; `BlockSizes` checks the ranges.
        public init(size: Int, weight: Int) {
            self.size = size
            self.weight = weight
        }
    }

    /// The sizes with their weights, in the order of the scheme, all sizes different.
    public let choices: [Choice]

    /// Takes sizes with weights.
    ///
    /// - Parameter choices: At least one size; exactly one makes blocks of a fixed size.
    /// - Throws: `RandomizationError.empty`, `.outOfRange` or `.duplicate`.
    public init(choices: [Choice]) throws(RandomizationError) {
        guard !choices.isEmpty else { throw .empty(.blockSize) }
        guard choices.allSatisfy({ (1...10_000).contains($0.size) }) else {
            throw .outOfRange(.blockSize)
        }
        guard choices.allSatisfy({ (1...1_000).contains($0.weight) }) else {
            throw .outOfRange(.blockWeight)
        }
        guard Set(choices.map(\.size)).count == choices.count else { throw .duplicate(.blockSize) }
        self.choices = choices
    }

    /// Takes sizes that are drawn equally often.
    ///
    /// - Parameter sizes: At least one size.
    /// - Throws: As `init(choices:)`.
    public init(_ sizes: [Int]) throws(RandomizationError) {
        try self.init(choices: sizes.map { Choice(size: $0, weight: 1) })
    }
}
