/// The 32-byte result of SHA-256, as a plain value.
///
/// A digest is public: comparison with `==` is not constant time. Codes that a forger could probe
/// are compared by `HMACSHA256.isValid`.
public struct Digest: Hashable, Sendable {
    /// The number of bytes of every digest.
    public static let byteCount = 32

    // Four words in big-endian reading order: comparing words compares bytes.
    let word0: UInt64
    let word1: UInt64
    let word2: UInt64
    let word3: UInt64

    init(words word0: UInt64, _ word1: UInt64, _ word2: UInt64, _ word3: UInt64) {
        self.word0 = word0
        self.word1 = word1
        self.word2 = word2
        self.word3 = word3
    }

    /// The first 16 bytes as two words in big-endian order.
    package var firstWords: (UInt64, UInt64) { (word0, word1) }

    /// Takes a digest from its bytes.
    ///
    /// - Parameter bytes: Exactly 32 bytes; anything else gives nil.
    public init?(bytes: Span<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        func word(_ offset: Int) -> UInt64 {
            var value: UInt64 = 0
            for index in offset..<offset + 8 {
                value = value << 8 | UInt64(bytes[index])
            }
            return value
        }
        self.init(words: word(0), word(8), word(16), word(24))
    }

    /// Takes a digest from its bytes.
    ///
    /// - Parameter bytes: Exactly 32 bytes; anything else gives nil.
    public init?(bytes: [UInt8]) {
        self.init(bytes: bytes.span)
    }

    /// Takes a digest from its text.
    ///
    /// - Parameter hex: 64 lower-case hexadecimal digits; anything else gives nil.
    public init?(hex: String) {
        guard let bytes = Hex.decode(hex) else { return nil }
        self.init(bytes: bytes)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        for word in [word0, word1, word2, word3] {
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return bytes
    }

    /// The 64 lower-case hexadecimal digits.
    public var hex: String {
        Hex.encode(bytes)
    }
}

extension Digest: Comparable {
    /// Orders digests by their bytes.
    public static func < (left: Digest, right: Digest) -> Bool {
        (left.word0, left.word1, left.word2, left.word3)
            < (right.word0, right.word1, right.word2, right.word3)
    }
}

extension Digest: CustomStringConvertible {
    /// The 64 lower-case hexadecimal digits.
    public var description: String { hex }
}

extension Digest: Codable {
    /// Reads the hexadecimal text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let digest = Digest(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a digest is 64 lower-case hexadecimal digits"
            )
        }
        self = digest
    }

    /// Writes the hexadecimal text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hex)
    }
}
