internal import CLibCrypto

/// The scrypt function (RFC 7914), which makes guessing passphrases expensive.
///
/// Memory is 128 · 2^log2N · r bytes. Parameters that are too cheap are refused wherever they come
/// from, so a stored file whose cost somebody has lowered does not open; so are parameters that
/// would exhaust the machine.
public struct Scrypt: Hashable, Sendable {
    /// The least permitted cost exponent: 2¹⁴ = 16,384.
    public static let minimumLog2N = 14

    /// The most memory that a derivation may take, in bytes: 512 MiB.
    public static let maximumMemory = 1 << 29

    /// What new keys are sealed with: 128 MiB and about 0.4 s (OWASP's recommendation).
    public static let standard = Scrypt(unchecked: 17, r: 8, p: 1)

    /// The cheapest parameters that are accepted: 16 MiB and about 0.05 s.
    public static let minimum = Scrypt(unchecked: 14, r: 8, p: 1)

    /// The binary logarithm of the cost N.
    public let log2N: Int

    /// The block size.
    public let r: Int

    /// The parallelization.
    public let p: Int

    /// Checks the parameters.
    ///
    /// - Parameters:
    ///   - log2N: The binary logarithm of the cost N, at least 14.
    ///   - r: The block size, at least 8.
    ///   - p: The parallelization, 1 to 16.
    /// - Throws: `CryptographyError.weakParameters` or `.excessiveParameters`.
    public init(log2N: Int, r: Int, p: Int) throws(CryptographyError) {
        guard log2N >= Self.minimumLog2N, r >= 8, p >= 1 else { throw .weakParameters("scrypt") }
        guard log2N < 30, r <= 1024, p <= 16, 128 * r << log2N <= Self.maximumMemory else {
            throw .excessiveParameters("scrypt")
        }
        self.init(unchecked: log2N, r: r, p: p)
    }

    private init(unchecked log2N: Int, r: Int, p: Int) {
        self.log2N = log2N
        self.r = r
        self.p = p
    }

    /// Derives a key from a passphrase.
    ///
    /// - Parameters:
    ///   - passphrase: The bytes of the passphrase.
    ///   - salt: A random value stored beside the result.
    ///   - count: The number of bytes wanted.
    /// - Returns: The derived key.
    /// - Throws: `CryptographyError.library` when the memory cannot be had.
    public func derive(
        passphrase: borrowing SecretBytes,
        salt: [UInt8],
        count: Int
    ) throws(CryptographyError) -> SecretBytes {
        let library = try LibCrypto.shared()
        // EVP_PBE_scrypt(3): maxmem 0 means a default of 32 MiB, too little for the standard
        // parameters; what is needed beside the main array is 128 · r · (p + 2) bytes.
        let memory = UInt64(128 * r) * (1 << UInt64(log2N) + UInt64(p) + 2) + 1 << 20
        return try SecretBytes(count: count) { output throws(CryptographyError) in
            let status = unsafe output.withUnsafeMutableBufferPointer { output in
                passphrase.withSpan { passphrase in
                    unsafe passphrase.withUnsafeBytes { passphrase in
                        unsafe EVP_PBE_scrypt_ex(
                            passphrase.baseAddress,
                            passphrase.count,
                            salt,
                            salt.count,
                            1 << UInt64(log2N),
                            UInt64(r),
                            UInt64(p),
                            memory,
                            output.baseAddress,
                            output.count,
                            library.context,
                            nil
                        )
                    }
                }
            }
            guard status == 1 else { throw .fromLibrary("EVP_PBE_scrypt_ex") }
        }
    }
}
