import UnitsOfMeasure

/// A small generator (SplitMix64) with a fixed seed, so that a failure can be repeated.
struct FixedGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int {
        Int(next() % UInt64(bound))
    }

    /// A decimal of up to `digits` digits and `scale` decimals, of either sign.
    mutating func decimal(digits: Int, scale: Int) -> ExactDecimal {
        var coefficient: Int128 = 0
        for _ in 0..<(1 + below(digits)) { coefficient = coefficient * 10 + Int128(below(10)) }
        if next() & 1 == 1 { coefficient = -coefficient }
        return ExactDecimal(uncheckedCoefficient: coefficient, scale: below(scale + 1))
    }
}

/// A decimal from its text, for tables; the test fails where the text is none.
func decimal(_ text: String) throws -> ExactDecimal {
    try ExactDecimal(parsing: text.utf8)
}
