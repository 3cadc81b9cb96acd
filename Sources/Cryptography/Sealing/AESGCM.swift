/// Raw AES-GCM (NIST SP 800-38D) with 96-bit nonces and 128-bit tags.
///
/// Under one key a nonce must never repeat. Records are sealed with `DataKey`, which takes care of
/// that and also commits to the key, which plain AES-GCM does not.
public enum AESGCM: Sendable {
    /// The length of a nonce, in bytes; other lengths are refused.
    public static let nonceSize = AESGCMContext.nonceSize

    /// The length of a tag, in bytes.
    public static let tagSize = AESGCMContext.tagSize

    /// Encrypts and authenticates.
    ///
    /// - Parameters:
    ///   - plaintext: At most 1 GiB.
    ///   - key: 16, 24 or 32 bytes.
    ///   - nonce: 12 bytes, never used before with this key.
    ///   - associatedData: Bytes that are authenticated and not encrypted.
    /// - Returns: The ciphertext followed by the 16-byte tag.
    /// - Throws: `CryptographyError.invalidLength` or `.library`.
    public static func seal(
        _ plaintext: [UInt8],
        key: borrowing SecretBytes,
        nonce: [UInt8],
        associatedData: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        var context = try AESGCMContext()
        var sealed = [UInt8](repeating: 0, count: plaintext.count + tagSize)
        var output = sealed.mutableSpan
        let nothing: [UInt8] = []
        try key.withSpan { key throws(CryptographyError) in
            try context.seal(
                plaintext.span,
                trailer: nothing.span,
                key: key,
                nonce: nonce.span,
                associatedData: associatedData.span,
                into: &output,
                at: 0
            )
        }
        return sealed
    }

    /// Checks and decrypts.
    ///
    /// - Parameters:
    ///   - sealed: The ciphertext followed by the 16-byte tag.
    ///   - key: 16, 24 or 32 bytes.
    ///   - nonce: The 12 bytes used for sealing.
    ///   - associatedData: The associated data used for sealing.
    /// - Returns: The plaintext.
    /// - Throws: `CryptographyError.authenticationFailed` when anything differs.
    public static func open(
        _ sealed: [UInt8],
        key: borrowing SecretBytes,
        nonce: [UInt8],
        associatedData: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        guard sealed.count >= tagSize else { throw .authenticationFailed }
        var context = try AESGCMContext()
        var plaintext = [UInt8](repeating: 0, count: sealed.count - tagSize)
        var output = plaintext.mutableSpan
        try key.withSpan { key throws(CryptographyError) in
            try context.open(
                sealed.span,
                key: key,
                nonce: nonce.span,
                associatedData: associatedData.span,
                into: &output
            )
        }
        return plaintext
    }
}
