/// A deterministic stream of random bits: HMAC_DRBG with SHA-256.
///
/// The construction is that of NIST SP 800-90A Rev. 1, section 10.1.2.
///
/// This is the bit stream of the allocation. One seed gives one independent stream for each label,
/// and the same stream for ever: there is no reseeding and no additional input. Exactly:
///
/// ```
/// HMAC      = HMAC-SHA-256, `||` is concatenation
/// Update(D) : K = HMAC(K, V || 0x00 || D);  V = HMAC(K, V)
///             if D is not empty:  K = HMAC(K, V || 0x01 || D);  V = HMAC(K, V)
/// Instantiate: K = 32 bytes 0x00;  V = 32 bytes 0x01
///             Update(seed || nonce || personalization)
/// Generate(n bytes): T = empty;  while T has fewer than n bytes: V = HMAC(K, V);  T = T || V
///             Update(empty);  the output is the first n bytes of T
/// ```
///
/// The label of the stream is the personalization string. The standard permits 65,536 bytes for a
/// request and 2⁴⁸ requests without reseeding; a longer `generate` is a sequence of such requests.
public struct HMACDRBG: ~Copyable, Sendable {
    private static let longestRequest = 1 << 16

    private var context = HMACSHA256()
    private var key = SecretBytes(zeroed: Digest.byteCount)
    private var value = SecretBytes(zeroed: Digest.byteCount)

    /// Instantiates the generator.
    ///
    /// - Parameters:
    ///   - seed: The entropy input; 32 random bytes or more.
    ///   - nonce: The standard's nonce; empty where the seed holds at least 48 bytes, or where
    ///     one seed is told apart by labels.
    ///   - personalization: The label of this stream.
    public init(
        seed: borrowing SecretBytes,
        nonce: [UInt8] = [],
        personalization: [UInt8]
    ) {
        value.withMutableSpan { value in
            for index in value.indices {
                value[index] = 1
            }
        }
        for marker: UInt8 in [0, 1] {
            seed.withSpan { seed in
                updateKey(marker: marker, seed, nonce.span, personalization.span)
            }
            updateValue()
        }
    }

    /// The next bytes of the stream, as one Generate request.
    ///
    /// Two requests of 8 bytes give other bytes than one of 16: the state is updated in between.
    ///
    /// - Parameter count: The number of bytes.
    /// - Returns: The bytes.
    public mutating func generate(_ count: Int) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(count)
        while output.count < count {
            let end = min(count, output.count + Self.longestRequest)
            while output.count < end {
                updateValue()
                let missing = end - output.count
                value.withSpan { value in
                    for index in 0..<min(missing, Digest.byteCount) {
                        output.append(value[index])
                    }
                }
            }
            finishRequest()
        }
        return output
    }

    /// The next 8 bytes of the stream as one Generate request, read as a big-endian number.
    ///
    /// - Returns: A uniformly distributed number.
    public mutating func nextUInt64() -> UInt64 {
        updateValue()
        let number = value.withSpan { value in
            var number: UInt64 = 0
            for index in 0..<8 {
                number = number << 8 | UInt64(value[index])
            }
            return number
        }
        finishRequest()
        return number
    }

    private mutating func finishRequest() {
        let empty: [UInt8] = []
        updateKey(marker: 0, empty.span, empty.span, empty.span)
        updateValue()
    }

    private mutating func updateKey(
        marker: UInt8,
        _ first: Span<UInt8>,
        _ second: Span<UInt8>,
        _ third: Span<UInt8>
    ) {
        key.withSpan { key in context.setKey(key) }
        value.withSpan { value in context.update(value) }
        context.update([marker])
        context.update(first)
        context.update(second)
        context.update(third)
        key.withMutableSpan { key in context.finalize(into: &key) }
        key.withSpan { key in context.setKey(key) }
    }

    /// V = HMAC(K, V); the context is keyed with K whenever this is called.
    private mutating func updateValue() {
        value.withSpan { value in context.update(value) }
        value.withMutableSpan { value in context.finalize(into: &value) }
    }
}
