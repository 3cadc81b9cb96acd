/// How often each of two arms was allocated.
public struct PairCounts: Hashable, Sendable {
    /// The allocations of the first arm.
    public internal(set) var first = 0
    /// The allocations of the second arm.
    public internal(set) var second = 0

    /// By how many allocations the first arm is ahead: `D` in the literature.
    public var difference: Int { first - second }
    /// All allocations.
    public var total: Int { first + second }
}

/// A procedure for two arms that remembers how often each was allocated, and nothing else.
public protocol PairProcedure: Procedure where State == PairCounts {}

extension PairProcedure {
    /// Nothing was allocated.
    public var initialState: PairCounts { PairCounts() }

    /// Counts the arm.
    public func record(_ arm: Int, for profile: Profile, in state: inout PairCounts) {
        if arm == 0 { state.first += 1 } else { state.second += 1 }
    }
}

/// A coin between two arms with equal shares, whose bias depends on what was allocated so far.
///
/// The literature defines these for two equal arms only, and so they refuse everything else.
public protocol TwoArmProcedure: PairProcedure {
    /// The weights of both arms.
    ///
    /// - Parameter counts: What was allocated so far.
    /// - Returns: One weight for each arm, with a sum of at most 2^40.
    func weights(after counts: PairCounts) -> (first: Int, second: Int)
}

extension TwoArmProcedure {
    /// Writes both weights.
    public func weigh(
        _ profile: Profile,
        in state: PairCounts,
        into weights: inout ArmWeights
    ) throws(RandomizationError) {
        let pair = self.weights(after: state)
        weights[0] = pair.first
        weights[1] = pair.second
    }
}

extension Ratio {
    /// Refuses everything but two arms with equal shares.
    func requireTwoEqualArms(_ method: String) throws(RandomizationError) {
        guard shares.count == 2, shares[0] == shares[1] else {
            throw .impossible(
                method,
                "ratio",
                "it is defined for two arms with equal shares only",
                "take permuted-blocks, block-urn, mass-weighted-urn, or pocock-simon without"
                    + " factors, which keep any ratio"
            )
        }
    }
}

/// A coin that favors the arm that is behind.
struct BiasedCoin: Hashable, Sendable {
    let probability: Fraction

    init(_ probability: Fraction, _ method: String) throws(RandomizationError) {
        guard probability.isAtLeast(1, 2), !probability.isMoreThan(1, 1) else {
            throw .impossible(
                method,
                "probability",
                "the arm that is behind needs a probability from 1/2 to 1",
                "give for example 2/3"
            )
        }
        self.probability = probability
    }

    /// The weights when the first arm is ahead by `difference`.
    func weights(_ difference: Int) -> (first: Int, second: Int) {
        let favored = probability.numerator
        let other = probability.denominator - favored
        return difference == 0 ? (1, 1) : difference < 0 ? (favored, other) : (other, favored)
    }
}
