/// Hybrid public key encryption (RFC 9180): base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256.
///
/// One value is one end of an encryption context. Messages are numbered: the receiver opens them
/// in the order in which they were sealed.
public struct HPKE: ~Copyable, Sendable {
    /// The cipher of the suite.
    public enum Cipher: UInt16, Sendable {
        /// AES-128-GCM; only for the test vectors of the standard.
        case aes128GCM = 1
        /// AES-256-GCM; what this project uses.
        case aes256GCM = 2

        var keySize: Int {
            switch self {
            case .aes128GCM: 16
            case .aes256GCM: 32
            }
        }
    }

    /// The sender's one-time public key, which travels with the messages.
    public let encapsulatedKey: X25519.PublicKey

    private let schedule: KeySchedule
    private var sequence: UInt64 = 0

    /// Begins a context for the owner of a public key.
    ///
    /// - Parameters:
    ///   - recipient: The recipient's public key.
    ///   - info: What both ends know about the purpose; the receiver must give the same.
    ///   - cipher: The cipher of the suite.
    /// - Throws: `CryptographyError.sharedSecretIsZero` for a key of small order, or `.library`.
    public init(
        sendingTo recipient: X25519.PublicKey,
        info: [UInt8],
        cipher: Cipher = .aes256GCM
    ) throws(CryptographyError) {
        let ephemeral = try X25519.PrivateKey.random()
        let encapsulatedKey = ephemeral.publicKey
        let agreed = try ephemeral.sharedSecret(with: recipient)
        schedule = try KeySchedule(
            agreed: agreed,
            encapsulatedKey: encapsulatedKey,
            recipient: recipient,
            info: info,
            cipher: cipher
        )
        self.encapsulatedKey = encapsulatedKey
    }

    /// Joins a context that a sender began.
    ///
    /// - Parameters:
    ///   - encapsulatedKey: The sender's one-time public key.
    ///   - privateKey: The recipient's private key.
    ///   - info: What both ends know about the purpose.
    ///   - cipher: The cipher of the suite.
    /// - Throws: `CryptographyError.sharedSecretIsZero` for a key of small order, or `.library`.
    public init(
        receiving encapsulatedKey: X25519.PublicKey,
        with privateKey: borrowing X25519.PrivateKey,
        info: [UInt8],
        cipher: Cipher = .aes256GCM
    ) throws(CryptographyError) {
        let agreed = try privateKey.sharedSecret(with: encapsulatedKey)
        schedule = try KeySchedule(
            agreed: agreed,
            encapsulatedKey: encapsulatedKey,
            recipient: privateKey.publicKey,
            info: info,
            cipher: cipher
        )
        self.encapsulatedKey = encapsulatedKey
    }

    /// Seals the next message.
    ///
    /// - Parameters:
    ///   - plaintext: The message.
    ///   - associatedData: Bytes that are authenticated and not encrypted.
    /// - Returns: The ciphertext followed by the 16-byte tag.
    /// - Throws: `CryptographyError.library`.
    public mutating func seal(
        _ plaintext: borrowing SecretBytes,
        associatedData: [UInt8]
    ) throws(CryptographyError) -> [UInt8] {
        let nonce = schedule.nonce(sequence)
        sequence += 1
        var context = try AESGCMContext()
        var sealed = [UInt8](repeating: 0, count: plaintext.count + AESGCM.tagSize)
        var output = sealed.mutableSpan
        let nothing: [UInt8] = []
        try plaintext.withSpan { plaintext throws(CryptographyError) in
            try schedule.key.withSpan { key throws(CryptographyError) in
                try context.seal(
                    plaintext,
                    trailer: nothing.span,
                    key: key,
                    nonce: nonce.span,
                    associatedData: associatedData.span,
                    into: &output,
                    at: 0
                )
            }
        }
        return sealed
    }

    /// Opens the next message.
    ///
    /// - Parameters:
    ///   - sealed: The ciphertext followed by the 16-byte tag.
    ///   - associatedData: The associated data used for sealing.
    /// - Returns: The message.
    /// - Throws: `CryptographyError.authenticationFailed`; the message may then be tried again.
    public mutating func open(
        _ sealed: [UInt8],
        associatedData: [UInt8]
    ) throws(CryptographyError) -> SecretBytes {
        guard sealed.count >= AESGCM.tagSize else { throw .authenticationFailed }
        let nonce = schedule.nonce(sequence)
        var context = try AESGCMContext()
        var plaintext = SecretBytes(zeroed: sealed.count - AESGCM.tagSize)
        try plaintext.withMutableSpan { output throws(CryptographyError) in
            try schedule.key.withSpan { key throws(CryptographyError) in
                try context.open(
                    sealed.span,
                    key: key,
                    nonce: nonce.span,
                    associatedData: associatedData.span,
                    into: &output
                )
            }
        }
        sequence += 1
        return plaintext
    }

    /// Derives a further secret that both ends share.
    ///
    /// - Parameters:
    ///   - context: What the secret is for.
    ///   - count: The number of bytes, at most 8,160.
    /// - Returns: The secret.
    /// - Throws: `CryptographyError.outputTooLong`.
    public borrowing func export(
        context: [UInt8],
        count: Int
    ) throws(CryptographyError) -> SecretBytes {
        try schedule.export(context: context, count: count)
    }
}
