/// Key derivation by HKDF with SHA-256 (RFC 5869).
public enum HKDF: Sendable {
    /// The most bytes that one derivation may give.
    public static let maximumCount = 255 * Digest.byteCount

    /// Concentrates the randomness of an input key.
    ///
    /// - Parameters:
    ///   - salt: A value that need not be secret; may be empty.
    ///   - inputKey: The input key material.
    /// - Returns: The 32-byte pseudorandom key.
    public static func extract(
        salt: Span<UInt8>,
        inputKey: borrowing SecretBytes
    ) -> SecretBytes {
        var context = HMACSHA256()
        return SecretBytes(count: Digest.byteCount) { output in
            inputKey.withSpan { inputKey in
                extract(salt: salt, inputKey: inputKey, into: &output, using: &context)
            }
        }
    }

    /// Expands a pseudorandom key.
    ///
    /// - Parameters:
    ///   - key: The pseudorandom key, from `extract` or uniformly random.
    ///   - info: What the derived key is for.
    ///   - count: The number of bytes, at most 8,160.
    /// - Returns: The derived key.
    /// - Throws: `CryptographyError.outputTooLong` when `count` is above the limit.
    public static func expand(
        _ key: borrowing SecretBytes,
        info: Span<UInt8>,
        count: Int
    ) throws(CryptographyError) -> SecretBytes {
        guard count <= maximumCount else { throw .outputTooLong("HKDF") }
        var context = HMACSHA256()
        return SecretBytes(count: count) { output in
            key.withSpan { key in
                expand(key, info: info, into: &output, using: &context)
            }
        }
    }

    /// Extracts and expands in one step.
    ///
    /// - Parameters:
    ///   - inputKey: The input key material.
    ///   - salt: A value that need not be secret; may be empty.
    ///   - info: What the derived key is for.
    ///   - count: The number of bytes, at most 8,160.
    /// - Returns: The derived key.
    /// - Throws: `CryptographyError.outputTooLong` when `count` is above the limit.
    public static func derive(
        from inputKey: borrowing SecretBytes,
        salt: [UInt8],
        info: [UInt8],
        count: Int
    ) throws(CryptographyError) -> SecretBytes {
        let key = extract(salt: salt.span, inputKey: inputKey)
        return try expand(key, info: info.span, count: count)
    }

    /// RFC 5869 section 2.2, on a context that is at hand.
    static func extract(
        salt: Span<UInt8>,
        inputKey: Span<UInt8>,
        into output: inout MutableSpan<UInt8>,
        using context: inout HMACSHA256
    ) {
        context.setKey(salt)
        context.update(inputKey)
        context.finalize(into: &output)
    }

    /// RFC 5869 section 2.3, on a context that is at hand; the output must not be over the limit.
    static func expand(
        _ key: Span<UInt8>,
        info: Span<UInt8>,
        into output: inout MutableSpan<UInt8>,
        using context: inout HMACSHA256
    ) {
        precondition(output.count <= maximumCount)
        context.setKey(key)
        var block = SecretBytes(zeroed: Digest.byteCount)
        var offset = 0
        var counter: UInt8 = 1
        while offset < output.count {
            if offset > 0 {
                block.withSpan { block in context.update(block) }
            }
            context.update(info)
            context.update([counter])
            block.withMutableSpan { block in context.finalize(into: &block) }
            block.withSpan { block in
                for index in 0..<min(Digest.byteCount, output.count - offset) {
                    output[offset + index] = block[index]
                }
            }
            offset += Digest.byteCount
            counter &+= 1
        }
    }
}
