import Cryptography
import Testing

/// The bytes of a hexadecimal literal; a mistake in a literal fails the test that uses it.
func bytes(_ hex: String) throws -> [UInt8] {
    try #require(Hex.decode(hex))
}

func utf8(_ text: String) -> [UInt8] {
    Array(text.utf8)
}

func secret(_ hex: String) throws -> SecretBytes {
    SecretBytes(copying: try bytes(hex))
}

/// The content of a secret, which only a test may see.
func reveal(_ secret: borrowing SecretBytes) -> String {
    secret.withSpan { span in Hex.encode(span.indices.map { span[$0] }) }
}

extension Array<UInt8> {
    /// A copy with one bit changed.
    func flippingBit(_ bit: Int) -> [UInt8] {
        var copy = self
        copy[bit / 8] ^= 1 << UInt8(bit % 8)
        return copy
    }
}
