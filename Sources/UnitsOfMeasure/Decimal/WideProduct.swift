/// A 256-bit magnitude: the product of two 128-bit ones, before it is divided or rounded.
struct WideProduct {
    var high: UInt128
    var low: UInt128

    /// Whether the value can be the magnitude of an `ExactDecimal` coefficient.
    var fitsCoefficient: Bool { high == 0 && low <= UInt128(Int128.max) }

    init(_ value: UInt128) {
        high = 0
        low = value
    }

    init(_ left: UInt128, times right: UInt128) {
        if (left | right) >> 64 == 0 {
            high = 0
            low = left &* right
        } else {
            (high, low) = left.multipliedFullWidth(by: right)
        }
    }

    /// Multiplies by `factor`; nil when the product needs more than 256 bits.
    func multiplied(by factor: UInt128) -> WideProduct? {
        let lower = low.multipliedFullWidth(by: factor)
        let (upper, overflow) = high.multipliedReportingOverflow(by: factor)
        let (sum, carry) = upper.addingReportingOverflow(lower.high)
        if overflow || carry { return nil }
        var result = WideProduct(lower.low)
        result.high = sum
        return result
    }

    /// Replaces the value by its quotient and returns the remainder; `divisor` is not zero.
    mutating func divide(by divisor: UInt128) -> UInt128 {
        if high == 0 {
            if (low | divisor) >> 64 == 0 {
                let parts = UInt64(truncatingIfNeeded: low)
                    .quotientAndRemainder(dividingBy: UInt64(truncatingIfNeeded: divisor))
                low = UInt128(parts.quotient)
                return UInt128(parts.remainder)
            }
            let parts = low.quotientAndRemainder(dividingBy: divisor)
            low = parts.quotient
            return parts.remainder
        }
        let upper = high.quotientAndRemainder(dividingBy: divisor)
        let lower = divisor.dividingFullWidth((upper.remainder, low))
        high = upper.quotient
        low = lower.quotient
        return lower.remainder
    }
}

extension RemainderSize {
    /// The size of `remainder / divisor` for `remainder < divisor`.
    init(_ remainder: UInt128, of divisor: UInt128) {
        if remainder == 0 {
            self = .none
        } else {
            // `divisor - remainder` cannot overflow, doubling the remainder could.
            let rest = divisor - remainder
            self = remainder == rest ? .half : (remainder < rest ? .belowHalf : .aboveHalf)
        }
    }

    /// The size of `remainder + fraction` over `divisor`, where `fraction` (below one) is `self`.
    ///
    /// A division in two steps leaves two remainders: this one and that of the step before.
    func carried(into remainder: UInt128, of divisor: UInt128) -> RemainderSize {
        if self == .none { return RemainderSize(remainder, of: divisor) }
        let rest = divisor - remainder
        if remainder >= rest { return .aboveHalf }
        // Twice the remainder is one short of the divisor: the fraction alone decides.
        return rest - remainder == 1 ? self : .belowHalf
    }
}
