/// A whole number of any size, not negative: as much arithmetic as exact weights need.
///
/// The maximal procedure counts sequences, and their number outgrows every machine word.
public struct Natural: Hashable, Sendable {
    /// 64 bits each, the lowest first, the last one not zero.
    private var limbs: [UInt64]

    private init(limbs: [UInt64]) {
        self.limbs = limbs
        while self.limbs.last == 0 { self.limbs.removeLast() }
    }

    /// Takes a number; a negative one counts as zero.
    public init(_ value: Int) {
        limbs = value > 0 ? [UInt64(value)] : []
    }

    /// Takes the first `count` bits of words, the highest bit of the first word first.
    init(first count: Int, bitsOf words: [UInt64]) {
        var limbs = Array(words.reversed())
        let excess = words.count * 64 - count
        if excess > 0 {
            for place in limbs.indices {
                let above = place + 1 < limbs.count ? limbs[place + 1] : 0
                limbs[place] = limbs[place] >> UInt64(excess) | above << UInt64(64 - excess)
            }
        }
        self.init(limbs: limbs)
    }

    /// Whether it is zero.
    public var isZero: Bool { limbs.isEmpty }

    /// The number of its binary digits; 0 for zero.
    public var bitWidth: Int {
        limbs.isEmpty ? 0 : limbs.count * 64 - (limbs.last?.leadingZeroBitCount ?? 0)
    }

    /// The number, where it fits.
    public var int: Int? {
        limbs.isEmpty ? 0 : limbs.count == 1 ? Int(exactly: limbs[0]) : nil
    }

    /// Hexadecimal digits, without leading zeros.
    public var hexadecimal: String {
        var text = limbs.last.map { String($0, radix: 16) } ?? "0"
        for limb in limbs.dropLast().reversed() {
            let digits = String(limb, radix: 16)
            text += String(repeating: "0", count: 16 - digits.count) + digits
        }
        return text
    }

    /// The sum.
    public static func + (left: Natural, right: Natural) -> Natural {
        var limbs: [UInt64] = []
        var carry: UInt64 = 0
        for place in 0..<max(left.limbs.count, right.limbs.count) {
            let first = place < left.limbs.count ? left.limbs[place] : 0
            let second = place < right.limbs.count ? right.limbs[place] : 0
            let (sum, overflow) = first.addingReportingOverflow(second)
            let (whole, carried) = sum.addingReportingOverflow(carry)
            limbs.append(whole)
            carry = overflow || carried ? 1 : 0
        }
        if carry > 0 { limbs.append(carry) }
        return Natural(limbs: limbs)
    }

    /// The product with a machine word.
    public static func * (left: Natural, right: Int) -> Natural {
        guard right > 0 else { return Natural(0) }
        var limbs: [UInt64] = []
        var carry: UInt64 = 0
        for limb in left.limbs {
            let product = limb.multipliedFullWidth(by: UInt64(right))
            let (low, overflow) = product.low.addingReportingOverflow(carry)
            limbs.append(low)
            carry = product.high + (overflow ? 1 : 0)
        }
        limbs.append(carry)
        return Natural(limbs: limbs)
    }

    /// The quotient as a `Double`, from the 64 highest bits of both numbers.
    ///
    /// - Parameter whole: A number greater than zero.
    /// - Returns: The quotient.
    public func ratio(to whole: Natural) -> Double {
        let (part, partShift) = leading
        let (all, allShift) = whole.leading
        return part / all * Double(sign: .plus, exponent: partShift - allShift, significand: 1)
    }

    private var leading: (value: Double, shift: Int) {
        guard limbs.count > 1 else { return (Double(limbs.first ?? 0), 0) }
        let zeros = UInt64(limbs[limbs.count - 1].leadingZeroBitCount)
        let high = limbs[limbs.count - 1] << zeros
        let low = zeros == 0 ? 0 : limbs[limbs.count - 2] >> (64 - zeros)
        return (Double(high | low), bitWidth - 64)
    }
}

extension Natural: Comparable {
    /// Whether the left number is the smaller one.
    public static func < (left: Natural, right: Natural) -> Bool {
        guard left.limbs.count == right.limbs.count else {
            return left.limbs.count < right.limbs.count
        }
        for (first, second) in zip(left.limbs.reversed(), right.limbs.reversed())
        where first != second {
            return first < second
        }
        return false
    }
}
