/// The random words of a simulation: xoshiro256** of Blackman and Vigna, fast and reproducible.
///
/// Not for allocations: it can be predicted. Those come from the trial's own streams.
public struct SimulationStream: BitStream, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// Starts from a seed and the number of an independent part of the simulation, spread out by
    /// SplitMix64.
    ///
    /// - Parameters:
    ///   - seed: Any number.
    ///   - part: Any number, another one for each part.
    public init(seed: UInt64, part: UInt64) {
        var mixed = seed &* 0xD134_2543_DE82_EF95 &+ part &* 0x9E37_79B9_7F4A_7C15
        func word() -> UInt64 {
            mixed &+= 0x9E37_79B9_7F4A_7C15
            var value = mixed
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
        state = (word(), word(), word(), word())
    }

    /// The next word.
    public mutating func next() -> UInt64 {
        let scrambled = state.1 &* 5
        let result = (scrambled << 7 | scrambled >> 57) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = state.3 << 45 | state.3 >> 19
        return result
    }
}
