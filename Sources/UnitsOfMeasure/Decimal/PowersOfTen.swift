/// 10^`exponent` for 0...19, the powers that fit in 64 bits.
///
/// A `switch` over constants becomes a table without an initializer to run at start-up.
@usableFromInline
func smallPowerOfTen(_ exponent: Int) -> UInt64 {
    switch exponent {
    case 0: 1
    case 1: 10
    case 2: 100
    case 3: 1_000
    case 4: 10_000
    case 5: 100_000
    case 6: 1_000_000
    case 7: 10_000_000
    case 8: 100_000_000
    case 9: 1_000_000_000
    case 10: 10_000_000_000
    case 11: 100_000_000_000
    case 12: 1_000_000_000_000
    case 13: 10_000_000_000_000
    case 14: 100_000_000_000_000
    case 15: 1_000_000_000_000_000
    case 16: 10_000_000_000_000_000
    case 17: 100_000_000_000_000_000
    case 18: 1_000_000_000_000_000_000
    default: 10_000_000_000_000_000_000
    }
}

/// 10^`exponent` for 0...38, the powers that fit in 128 bits.
func powerOfTen(_ exponent: Int) -> UInt128 {
    if exponent <= 19 { return UInt128(smallPowerOfTen(exponent)) }
    return UInt128(smallPowerOfTen(19)) &* UInt128(smallPowerOfTen(exponent - 19))
}
