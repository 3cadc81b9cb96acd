/// A natural number of any size: the numerator or denominator of a unit's magnitude.
///
/// Units need few and small ones; their size is bounded where they are multiplied.
struct BigNatural: Hashable, Sendable {
    /// The digits to the base 2^32, the least significant one first; no leading zero digit.
    private(set) var limbs: [UInt32]

    static let one = BigNatural(limbs: [1])

    init(limbs: [UInt32]) {
        self.limbs = limbs
        while self.limbs.last == 0 { self.limbs.removeLast() }
    }

    init(_ value: UInt128) {
        var limbs: [UInt32] = []
        var rest = value
        while rest != 0 {
            limbs.append(UInt32(truncatingIfNeeded: rest))
            rest >>= 32
        }
        self.limbs = limbs
    }

    /// Reads hexadecimal digits; nil when there is anything else.
    init?(hexadecimal text: Substring) {
        var limbs: [UInt32] = []
        var rest = text[...]
        while !rest.isEmpty {
            guard let limb = UInt32(rest.suffix(8), radix: 16) else { return nil }
            limbs.append(limb)
            rest = rest.dropLast(8)
        }
        self.init(limbs: limbs)
    }

    var isZero: Bool { limbs.isEmpty }

    var isOne: Bool { limbs == [1] }

    /// The number of significant bits.
    var bitWidth: Int {
        guard let top = limbs.last else { return 0 }
        return limbs.count * 32 - top.leadingZeroBitCount
    }

    /// The value when it fits in 128 bits.
    var small: UInt128? {
        guard limbs.count <= 4 else { return nil }
        return limbs.reversed().reduce(UInt128(0)) { $0 << 32 | UInt128($1) }
    }

    /// The nearest binary floating-point number, infinite where it is too great.
    var doubleValue: Double {
        limbs.reversed().reduce(0.0) { $0 * 4_294_967_296 + Double($1) }
    }

    static func * (left: BigNatural, right: BigNatural) -> BigNatural {
        if left.isZero || right.isZero { return BigNatural(limbs: []) }
        if left.isOne { return right }
        if right.isOne { return left }
        var result = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count)
        for (i, digit) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (j, other) in right.limbs.enumerated() {
                let sum = UInt64(digit) * UInt64(other) + UInt64(result[i + j]) + carry
                result[i + j] = UInt32(truncatingIfNeeded: sum)
                carry = sum >> 32
            }
            result[i + right.limbs.count] = UInt32(carry)
        }
        return BigNatural(limbs: result)
    }

    static func + (left: BigNatural, right: BigNatural) -> BigNatural {
        let (long, short) =
            left.limbs.count >= right.limbs.count ? (left, right) : (right, left)
        var result = long.limbs
        var carry: UInt64 = 0
        for index in result.indices {
            let digit = index < short.limbs.count ? UInt64(short.limbs[index]) : 0
            let sum = UInt64(result[index]) + digit + carry
            result[index] = UInt32(truncatingIfNeeded: sum)
            carry = sum >> 32
        }
        if carry != 0 { result.append(UInt32(carry)) }
        return BigNatural(limbs: result)
    }

    /// The difference; `right` is not greater than `left`.
    static func - (left: BigNatural, right: BigNatural) -> BigNatural {
        var result = left.limbs
        var borrow: Int64 = 0
        for index in result.indices {
            let digit = index < right.limbs.count ? Int64(right.limbs[index]) : 0
            let difference = Int64(result[index]) - digit - borrow
            result[index] = UInt32(truncatingIfNeeded: difference)
            borrow = difference < 0 ? 1 : 0
        }
        return BigNatural(limbs: result)
    }

    /// This number to the power `exponent` (0 or more).
    func raised(to exponent: Int) -> BigNatural {
        var result = BigNatural.one
        var square = self
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result = result * square }
            rest >>= 1
            if rest > 0 { square = square * square }
        }
        return result
    }
}

extension BigNatural: Comparable {
    static func < (left: BigNatural, right: BigNatural) -> Bool {
        if left.limbs.count != right.limbs.count { return left.limbs.count < right.limbs.count }
        return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
    }
}
