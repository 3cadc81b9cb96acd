/// Error correction of Data Matrix: Reed–Solomon over GF(2⁸) with x⁸ + x⁵ + x³ + x² + 1.
package enum ReedSolomon {
    private static func doubled(_ element: UInt8) -> UInt8 {
        element << 1 ^ (element & 0x80 == 0 ? 0 : 0x2D)
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result: UInt8 = 0
        var shifted = left
        for bit in 0..<8 {
            if right >> UInt8(bit) & 1 == 1 { result ^= shifted }
            shifted = doubled(shifted)
        }
        return result
    }

    /// The polynomial with the roots 2¹ … 2ⁿ, the highest coefficient (which is 1) left out.
    private static func generator(_ count: Int) -> [UInt8] {
        var coefficients: [UInt8] = [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            root = doubled(root)
            let factor = root
            coefficients = (0...coefficients.count).map { index in
                let above = index < coefficients.count ? coefficients[index] : 0
                let below = index > 0 ? product(coefficients[index - 1], factor) : 0
                return above ^ below
            }
        }
        return Array(coefficients.dropFirst())
    }

    /// The words that correct errors in `data`: the remainder of its division by the generator.
    package static func correction(for data: [UInt8], count: Int) -> [UInt8] {
        let generator = generator(count)
        var remainder = [UInt8](repeating: 0, count: count)
        for word in data {
            let factor = word ^ remainder[0]
            remainder.removeFirst()
            remainder.append(0)
            for index in remainder.indices {
                remainder[index] ^= product(generator[index], factor)
            }
        }
        return remainder
    }
}
