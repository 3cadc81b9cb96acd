/// Key agreement on Curve25519 (RFC 7748).
public enum X25519: Sendable {
    /// The public half of an agreement key: 32 bytes.
    public struct PublicKey: Hashable, Sendable {
        /// The 32 bytes.
        public let bytes: [UInt8]

        /// Takes a public key from its bytes.
        ///
        /// Every 32 bytes are a public key of this curve; a key of small order is found out by
        /// the agreement, which then refuses its all-zero result.
        ///
        /// - Parameter bytes: Exactly 32 bytes.
        /// - Throws: `CryptographyError.invalidPublicKey` for another length.
        public init(bytes: [UInt8]) throws(CryptographyError) {
            guard bytes.count == 32 else { throw .invalidPublicKey }
            self.bytes = bytes
        }
    }

    /// The private half of an agreement key; never copied, never printed.
    public struct PrivateKey: ~Copyable, Sendable {
        /// libcrypto 3.0 keeps the private half of its own keys on the ordinary heap, so such a key
        /// is made for each operation and erased after it.
        private let secret: SecretBytes

        /// The public half.
        public let publicKey: PublicKey

        /// Takes a private key from its secret.
        ///
        /// - Parameter secret: Exactly 32 bytes.
        /// - Throws: `CryptographyError.invalidLength`, or `.library`.
        public init(secret: borrowing SecretBytes) throws(CryptographyError) {
            guard secret.count == 32 else {
                throw .invalidLength("X25519 private key", expected: 32, actual: secret.count)
            }
            publicKey = try PublicKey(bytes: Self.key(secret).publicBytes())
            self.secret = secret.clone()
        }

        private static func key(
            _ secret: borrowing SecretBytes
        ) throws(CryptographyError) -> CurveKey {
            try secret.withSpan { span throws(CryptographyError) in
                try CurveKey(privateKey: span, on: .x25519)
            }
        }

        /// Makes a new key from the operating system's randomness.
        ///
        /// - Returns: A fresh private key.
        /// - Throws: `CryptographyError.library` when there is no randomness.
        public static func random() throws(CryptographyError) -> PrivateKey {
            try PrivateKey(secret: SecretBytes.random(count: 32))
        }

        /// The 32 secret bytes, to be sealed.
        ///
        /// - Returns: A copy of the secret.
        /// - Throws: `CryptographyError.library`.
        public borrowing func secretBytes() throws(CryptographyError) -> SecretBytes {
            secret.clone()
        }

        /// Agrees on a secret with the owner of a public key.
        ///
        /// - Parameter peer: The other's public key.
        /// - Returns: The 32-byte shared secret; to be fed to a key derivation, never used as is.
        /// - Throws: `CryptographyError.sharedSecretIsZero` for a public key of small order.
        public borrowing func sharedSecret(
            with peer: PublicKey
        ) throws(CryptographyError) -> SecretBytes {
            try Self.key(secret).sharedSecret(with: CurveKey(publicKey: peer.bytes, on: .x25519))
        }
    }
}

extension X25519.PublicKey: Codable {
    /// Reads the hexadecimal text.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        try self.init(bytes: Hex.decode(text) ?? [])
    }

    /// Writes the hexadecimal text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Hex.encode(bytes))
    }
}
