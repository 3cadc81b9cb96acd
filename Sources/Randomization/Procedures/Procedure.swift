/// A randomization procedure: a pure function from the history to the probability of each arm.
///
/// The history reaches the procedure as a state that is advanced one allocation at a time, so the
/// same code allocates, replays, simulates and, the state being small and hashable, computes
/// exactly. Chance is never the procedure's own: what it needs besides the arm itself, such as the
/// size of a block, it asks for as a hidden draw.
public protocol Procedure: Sendable {
    /// What the procedure has to remember of the history.
    associatedtype State: Hashable, Sendable

    /// The state before the first allocation.
    var initialState: State { get }

    /// The draw that has to be settled before the next arm can be drawn; nil when none is due.
    func hiddenDraw(in state: State) -> HiddenDraw?

    /// Takes the outcome of the hidden draw that was due into the state.
    func settle(_ choice: Int, in state: inout State)

    /// Writes the weight of each arm for the next allocation; asked when no hidden draw is due.
    ///
    /// - Parameters:
    ///   - profile: The participant to be allocated, as far as the procedure balances factors.
    ///   - state: The state after all earlier allocations.
    ///   - weights: One place for each arm, in the order of the scheme; whatever stands there is
    ///     overwritten.
    /// - Throws: `RandomizationError.exhausted` when the scheme ends here.
    func weigh(
        _ profile: Profile,
        in state: State,
        into weights: inout ArmWeights
    ) throws(RandomizationError)

    /// Takes an allocation into the state.
    ///
    /// - Parameters:
    ///   - arm: The position of the arm in the scheme. Its weight was greater than zero.
    ///   - profile: The participant.
    ///   - state: The state to advance.
    func record(_ arm: Int, for profile: Profile, in state: inout State)

    /// Where in its block the next allocation stands; nil for procedures without blocks.
    func block(in state: State) -> BlockPlace?
}

extension Procedure {
    /// No hidden draw is ever due.
    public func hiddenDraw(in state: State) -> HiddenDraw? { nil }

    /// There is nothing to settle.
    public func settle(_ choice: Int, in state: inout State) {}

    /// There are no blocks.
    public func block(in state: State) -> BlockPlace? { nil }
}

/// A draw that a procedure needs besides that of the arm; nobody at a site may learn its outcome.
public struct HiddenDraw: Hashable, Sendable {
    /// What is drawn: a part of the stream's label.
    ///
    /// The sequence counts these draws from 1.
    public let purpose: String
    /// The weights of the possible outcomes.
    public let weights: ArmWeights
}

/// The place of an allocation in its block, without the block's number.
public struct BlockPlace: Hashable, Sendable {
    /// The number of allocations that the block holds.
    public let size: Int
    /// The place in the block, counted from 1.
    public let position: Int
}
