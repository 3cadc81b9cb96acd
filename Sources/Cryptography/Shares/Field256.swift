/// Arithmetic in GF(2⁸) with x⁸ + x⁴ + x³ + x + 1, the field of AES.
///
/// No step and no address depends on a value, so that the time tells nothing about a secret.
enum Field256 {
    /// The product of two elements, by shifting and adding under masks.
    static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result: UInt8 = 0
        var shifted = left
        var rest = right
        for _ in 0..<8 {
            result ^= shifted & (0 &- (rest & 1))
            shifted = shifted << 1 ^ (0x1B & (0 &- (shifted >> 7)))
            rest >>= 1
        }
        return result
    }

    /// The inverse of an element other than zero: its 254th power.
    static func inverse(_ element: UInt8) -> UInt8 {
        var square = element
        var result: UInt8 = 1
        for _ in 0..<7 {
            square = product(square, square)
            result = product(result, square)
        }
        return result
    }

    /// What the value at each place counts for the value at zero (Lagrange), for public places.
    static func weights(of places: [UInt8]) -> [UInt8] {
        places.map { place in
            places.reduce(1) { weight, other in
                place == other
                    ? weight : product(weight, product(other, inverse(other ^ place)))
            }
        }
    }
}
