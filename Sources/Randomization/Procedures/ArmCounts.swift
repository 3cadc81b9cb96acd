/// How often each arm was allocated: all that most procedures remember.
public struct ArmCounts: Hashable, Sendable {
    /// The number of allocations of each arm.
    public internal(set) var values: [Int]
    /// The number of all allocations.
    public internal(set) var total = 0

    init(arms: Int) {
        values = Array(repeating: 0, count: arms)
    }

    mutating func add(_ arm: Int) {
        values[arm] += 1
        total += 1
    }
}

/// A procedure that remembers how often each arm was allocated, and nothing else.
public protocol CountingProcedure: Procedure where State == ArmCounts {
    /// The shares of the arms.
    var ratio: Ratio { get }
}

extension CountingProcedure {
    /// Nothing was allocated.
    public var initialState: ArmCounts { ArmCounts(arms: ratio.shares.count) }

    /// Counts the arm.
    public func record(_ arm: Int, for profile: Profile, in state: inout ArmCounts) {
        state.add(arm)
    }
}
