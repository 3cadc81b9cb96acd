internal import CLibCrypto

/// Randomness from the operating system, through libcrypto's generators.
public enum SystemRandom: Sendable {
    /// Random bytes that may become public: salts, nonces, pseudonym codes.
    ///
    /// Keys come from `SecretBytes.random(count:)`, which uses a separate generator.
    ///
    /// - Parameter count: The number of bytes.
    /// - Returns: Fresh random bytes.
    /// - Throws: `CryptographyError.library` when the generator cannot be seeded.
    public static func bytes(_ count: Int) throws(CryptographyError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var span = bytes.mutableSpan
        try fill(&span)
        return bytes
    }

    static func fill(_ span: inout MutableSpan<UInt8>) throws(CryptographyError) {
        let library = try LibCrypto.shared()
        let status = unsafe span.withUnsafeMutableBufferPointer { buffer in
            unsafe RAND_bytes_ex(library.context, buffer.baseAddress, buffer.count, 256)
        }
        guard status == 1 else { throw .fromLibrary("RAND_bytes_ex") }
    }

    /// RAND_priv_bytes(3): "has the same semantics as RAND_bytes(). It is intended to be used for
    /// generating values that should remain private."
    static func fillPrivately(_ span: inout MutableSpan<UInt8>) throws(CryptographyError) {
        let library = try LibCrypto.shared()
        let status = unsafe span.withUnsafeMutableBufferPointer { buffer in
            unsafe RAND_priv_bytes_ex(library.context, buffer.baseAddress, buffer.count, 256)
        }
        guard status == 1 else { throw .fromLibrary("RAND_priv_bytes_ex") }
    }
}
