extension BigNatural {
    /// The quotient and the remainder; `divisor` is not zero.
    func quotientAndRemainder(
        dividingBy divisor: BigNatural
    ) -> (quotient: BigNatural, remainder: BigNatural) {
        if self < divisor { return (BigNatural(limbs: []), self) }
        if divisor.limbs.count == 1 {
            let (quotient, remainder) = divided(by: divisor.limbs[0])
            return (quotient, BigNatural(UInt128(remainder)))
        }
        return longDivision(by: divisor)
    }

    /// The quotient and the remainder of a division by one digit other than zero.
    func divided(by divisor: UInt32) -> (quotient: BigNatural, remainder: UInt32) {
        var quotient = limbs
        var rest: UInt64 = 0
        for index in limbs.indices.reversed() {
            let value = rest << 32 | UInt64(limbs[index])
            quotient[index] = UInt32(truncatingIfNeeded: value / UInt64(divisor))
            rest = value % UInt64(divisor)
        }
        return (BigNatural(limbs: quotient), UInt32(rest))
    }

    /// Algorithm D of Knuth, The Art of Computer Programming, volume 2, section 4.3.1.
    private func longDivision(
        by divisor: BigNatural
    ) -> (quotient: BigNatural, remainder: BigNatural) {
        let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
        let v = divisor.shiftedLeft(by: shift).limbs
        var u = shiftedLeft(by: shift).limbs
        u.append(contentsOf: repeatElement(0, count: limbs.count + 1 - u.count))
        let n = v.count
        let (first, second) = (UInt64(v[n - 1]), UInt64(v[n - 2]))
        var quotient = [UInt32](repeating: 0, count: u.count - n)
        for j in quotient.indices.reversed() {
            let top = UInt64(u[j + n]) << 32 | UInt64(u[j + n - 1])
            var digit = top / first
            var rest = top % first
            while digit >> 32 != 0 || digit * second > (rest << 32 | UInt64(u[j + n - 2])) {
                digit -= 1
                rest += first
                if rest >> 32 != 0 { break }
            }
            if Self.subtract(v, times: digit, from: &u, at: j) {
                digit -= 1
                Self.add(v, to: &u, at: j)
            }
            quotient[j] = UInt32(truncatingIfNeeded: digit)
        }
        let remainder = BigNatural(limbs: Array(u.prefix(n))).shiftedRight(by: shift)
        return (BigNatural(limbs: quotient), remainder)
    }

    /// `u -= v × digit` at `offset`; true when the result is negative (modulo 2^32 per digit).
    private static func subtract(
        _ v: [UInt32],
        times digit: UInt64,
        from u: inout [UInt32],
        at offset: Int
    ) -> Bool {
        var borrow: Int64 = 0
        var carry: UInt64 = 0
        for i in v.indices {
            let product = digit * UInt64(v[i]) + carry
            carry = product >> 32
            let low = Int64(UInt32(truncatingIfNeeded: product))
            let difference = Int64(u[offset + i]) - low - borrow
            u[offset + i] = UInt32(truncatingIfNeeded: difference)
            borrow = difference < 0 ? 1 : 0
        }
        let difference = Int64(u[offset + v.count]) - Int64(carry) - borrow
        u[offset + v.count] = UInt32(truncatingIfNeeded: difference)
        return difference < 0
    }

    private static func add(_ v: [UInt32], to u: inout [UInt32], at offset: Int) {
        var carry: UInt64 = 0
        for i in v.indices {
            let sum = UInt64(u[offset + i]) + UInt64(v[i]) + carry
            u[offset + i] = UInt32(truncatingIfNeeded: sum)
            carry = sum >> 32
        }
        u[offset + v.count] &+= UInt32(truncatingIfNeeded: carry)
    }

    /// Shifts by 0...31 bits.
    private func shiftedLeft(by shift: Int) -> BigNatural {
        if shift == 0 { return self }
        var result: [UInt32] = []
        var carry: UInt32 = 0
        for limb in limbs {
            result.append(limb << UInt32(shift) | carry)
            carry = limb >> UInt32(32 - shift)
        }
        result.append(carry)
        return BigNatural(limbs: result)
    }

    /// Shifts by 0...31 bits.
    private func shiftedRight(by shift: Int) -> BigNatural {
        if shift == 0 { return self }
        var result = limbs
        for index in limbs.indices {
            let next = index + 1 < limbs.count ? limbs[index + 1] << UInt32(32 - shift) : 0
            result[index] = limbs[index] >> UInt32(shift) | next
        }
        return BigNatural(limbs: result)
    }

    /// The greatest common divisor of two numbers, neither of them zero.
    func greatestCommonDivisor(with other: BigNatural) -> BigNatural {
        var (left, right) = (self, other)
        while !right.isZero {
            if left.isOne || right.isOne { return .one }
            (left, right) = (right, left.quotientAndRemainder(dividingBy: right).remainder)
        }
        return left
    }
}
