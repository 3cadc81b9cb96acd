/// Permuted blocks, of random or of one fixed size.
///
/// Within a block each arm's weight is the number of its places that are left. That gives every
/// order of the block's places the same probability: it is a Fisher–Yates shuffle of the block,
/// made one allocation at a time. The size of a block is a hidden draw of its own stream, due when
/// the block before it is full.
public struct PermutedBlocks: Procedure {
    /// The open block.
    public struct State: Hashable, Sendable {
        /// The size of the open block.
        var size = 0
        /// The places left in the open block, for each arm.
        var left: [Int]
    }

    private let ratio: Ratio
    private let sizes: [Int]
    private let sizeWeights: ArmWeights

    /// Makes the procedure.
    ///
    /// - Parameters:
    ///   - ratio: The shares of the arms in every block.
    ///   - sizes: The block sizes, all multiples of the sum of the ratio.
    /// - Throws: `RandomizationError.blockSizeNotMultiple`.
    public init(ratio: Ratio, sizes: BlockSizes) throws(RandomizationError) {
        for choice in sizes.choices where !choice.size.isMultiple(of: ratio.sum) {
            throw .blockSizeNotMultiple(size: choice.size, ratioSum: ratio.sum)
        }
        self.ratio = ratio
        self.sizes = sizes.choices.map(\.size)
        sizeWeights = try ArmWeights(sizes.choices.map(\.weight))
    }

    /// No block is open.
    public var initialState: State {
        State(left: ratio.shares.map { _ in 0 })
    }

    /// The size of the next block, once the open one is full.
    ///
    /// It is drawn also when there is only one size, so that a fixed size and a random one that
    /// happens to be the same take the same steps.
    public func hiddenDraw(in state: State) -> HiddenDraw? {
        guard state.left.allSatisfy({ $0 == 0 }) else { return nil }
        return HiddenDraw(purpose: "size", weights: sizeWeights)
    }

    /// Opens a block of the size that was drawn.
    public func settle(_ choice: Int, in state: inout State) {
        state.size = sizes[choice]
        let rounds = state.size / ratio.sum
        state.left = ratio.shares.map { $0 * rounds }
    }

    /// The places that are left in the open block.
    public func weigh(
        _ profile: Profile,
        in state: State,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        for arm in state.left.indices {
            weights[arm] = state.left[arm]
        }
    }

    /// Takes one place of the arm.
    public func record(_ arm: Int, for profile: Profile, in state: inout State) {
        state.left[arm] -= 1
    }

    /// The place of the next allocation in the open block.
    public func block(in state: State) -> BlockPlace? {
        let used = state.size - state.left.reduce(0, +)
        return BlockPlace(size: state.size, position: used + 1)
    }
}
