/// The working memory of sealing and opening, reused from record to record.
///
/// One engine serves any number of keys, one operation at a time; it keeps nothing between them
/// but memory. Its derived keys lie in secret memory and are erased with it.
public struct SealingEngine: ~Copyable, Sendable {
    static let saltSize = 32
    static let commitmentSize = 32
    static let nonceSize = AESGCM.nonceSize
    /// Salt, commitment and nonce, which stand in front of the ciphertext.
    static let prefixSize = saltSize + commitmentSize + nonceSize

    private var hmac = HMACSHA256()
    private var extracted = SecretBytes(zeroed: Digest.byteCount)
    /// The record key, then the commitment to it.
    private var derived = SecretBytes(zeroed: 32 + 32)
    private var cipher: AESGCMContext

    /// Obtains the memory.
    ///
    /// - Throws: `CryptographyError.library` when libcrypto cannot be loaded.
    public init() throws(CryptographyError) {
        cipher = try AESGCMContext()
    }

    /// Appends salt, commitment, nonce, ciphertext and tag to a header.
    mutating func seal(
        _ message: Span<UInt8>,
        trailer: Span<UInt8>,
        after header: [UInt8],
        secret: Span<UInt8>,
        purpose: String,
        associatedData: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        let random = try SystemRandom.bytes(Self.saltSize + Self.nonceSize)
        let salt = random.span.extracting(0..<Self.saltSize)
        let nonce = random.span.extracting(Self.saltSize..<random.count)
        derive(secret: secret, salt: salt, purpose: purpose)

        let offset = header.count + Self.prefixSize
        let size = offset + message.count + trailer.count + AESGCM.tagSize
        var envelope: [UInt8] = []
        envelope.reserveCapacity(size)
        envelope.append(contentsOf: header)
        envelope.append(contentsOf: random[0..<Self.saltSize])
        derived.withSpan { derived in
            for index in 32..<64 {
                envelope.append(derived[index])
            }
        }
        envelope.append(contentsOf: random[Self.saltSize...])
        envelope.append(contentsOf: repeatElement(0, count: size - offset))
        var output = envelope.mutableSpan
        try derived.withSpan { derived throws(CryptographyError) in
            try cipher.seal(
                message,
                trailer: trailer,
                key: derived.extracting(0..<32),
                nonce: nonce,
                associatedData: associatedData.span,
                into: &output,
                at: offset
            )
        }
        return envelope
    }

    /// Checks and decrypts what stands after a header of so many bytes.
    ///
    /// The output must have `plaintextSize(of:after:)` bytes.
    mutating func open(
        _ envelope: Span<UInt8>,
        after headerSize: Int,
        secret: Span<UInt8>,
        purpose: String,
        associatedData: [UInt8],
        into output: inout MutableSpan<UInt8>
    ) throws(CryptographyError) {
        let saltEnd = headerSize + Self.saltSize
        let commitmentEnd = saltEnd + Self.commitmentSize
        let nonceEnd = commitmentEnd + Self.nonceSize
        let salt = envelope.extracting(headerSize..<saltEnd)
        let commitment = envelope.extracting(saltEnd..<commitmentEnd)
        let nonce = envelope.extracting(commitmentEnd..<nonceEnd)
        derive(secret: secret, salt: salt, purpose: purpose)
        try derived.withSpan { derived throws(CryptographyError) in
            guard ConstantTime.areEqual(derived.extracting(32..<64), commitment) else {
                throw .wrongKey
            }
            try cipher.open(
                envelope.extracting(nonceEnd..<envelope.count),
                key: derived.extracting(0..<32),
                nonce: nonce,
                associatedData: associatedData.span,
                into: &output
            )
        }
    }

    /// The number of plaintext bytes after a header of so many bytes, or nil for a short envelope.
    static func plaintextSize(of envelope: Span<UInt8>, after headerSize: Int) -> Int? {
        let size = envelope.count - headerSize - prefixSize - AESGCM.tagSize
        return size >= 0 ? size : nil
    }

    /// key || commitment = HKDF-SHA256(input key: secret, salt, info: purpose, 64 bytes).
    private mutating func derive(secret: Span<UInt8>, salt: Span<UInt8>, purpose: String) {
        extracted.withMutableSpan { extracted in
            HKDF.extract(salt: salt, inputKey: secret, into: &extracted, using: &hmac)
        }
        let info = Array(purpose.utf8)
        extracted.withSpan { extracted in
            derived.withMutableSpan { derived in
                HKDF.expand(extracted, info: info.span, into: &derived, using: &hmac)
            }
        }
    }
}
