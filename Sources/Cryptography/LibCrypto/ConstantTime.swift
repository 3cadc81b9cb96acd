internal import CLibCrypto

/// Comparison of authentication codes and commitments without a timing side channel.
public enum ConstantTime: Sendable {
    /// Whether the bytes are the same, in time that depends on the lengths only.
    ///
    /// - Parameters:
    ///   - left: Some bytes.
    ///   - right: Other bytes.
    /// - Returns: True when length and content agree.
    public static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        return unsafe left.withUnsafeBufferPointer { left in
            unsafe right.withUnsafeBufferPointer { right in
                guard let first = left.baseAddress, let second = right.baseAddress else {
                    return true
                }
                // CRYPTO_memcmp(3): "takes an amount of time dependent on len, but independent
                // of the contents of the memory regions".
                return unsafe CRYPTO_memcmp(first, second, left.count) == 0
            }
        }
    }

    /// Whether the bytes are the same, in time that depends on the lengths only.
    ///
    /// - Parameters:
    ///   - left: Some bytes.
    ///   - right: Other bytes.
    /// - Returns: True when length and content agree.
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        areEqual(left.span, right.span)
    }

    /// Overwrites bytes in a way that the compiler does not remove.
    static func erase(_ bytes: inout MutableSpan<UInt8>) {
        unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            if let start = buffer.baseAddress {
                unsafe OPENSSL_cleanse(start, buffer.count)
            }
        }
    }
}
