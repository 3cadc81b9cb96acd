/// SplitMix64: the same draws from the same seed on every machine.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func bits() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A number from 0 up to but not including `limit`, which is at least 1.
    mutating func below(_ limit: Int) -> Int { Int(bits() % UInt64(limit)) }

    mutating func one<Item>(of items: [Item]) -> Item { items[below(items.count)] }
}
