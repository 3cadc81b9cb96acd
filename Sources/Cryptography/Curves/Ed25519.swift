/// Signatures by Ed25519 (RFC 8032).
public enum Ed25519: Sendable {
    /// A signature: 64 bytes.
    public struct Signature: Hashable, Sendable {
        /// The number of bytes of every signature.
        public static let byteCount = 64

        /// The 64 bytes.
        public let bytes: [UInt8]

        /// Takes a signature from its bytes.
        ///
        /// - Parameter bytes: Exactly 64 bytes.
        /// - Throws: `CryptographyError.invalidLength` for another length.
        public init(bytes: [UInt8]) throws(CryptographyError) {
            guard bytes.count == Self.byteCount else {
                throw .invalidLength("signature", expected: Self.byteCount, actual: bytes.count)
            }
            self.bytes = bytes
        }
    }

    /// The private half of a signing key; never copied, never printed.
    public struct PrivateKey: ~Copyable, Sendable {
        /// libcrypto 3.0 keeps the private half of its own keys on the ordinary heap, so such a key
        /// is made for each operation and erased after it.
        private let secret: SecretBytes

        /// The public half.
        public let publicKey: PublicKey

        /// Takes a private key from its secret (the 32-byte seed of RFC 8032).
        ///
        /// - Parameter secret: Exactly 32 bytes.
        /// - Throws: `CryptographyError.invalidLength`, or `.library`.
        public init(secret: borrowing SecretBytes) throws(CryptographyError) {
            guard secret.count == 32 else {
                throw .invalidLength("Ed25519 private key", expected: 32, actual: secret.count)
            }
            publicKey = try PublicKey(bytes: Self.key(secret).publicBytes())
            self.secret = secret.clone()
        }

        private static func key(
            _ secret: borrowing SecretBytes
        ) throws(CryptographyError) -> CurveKey {
            try secret.withSpan { span throws(CryptographyError) in
                try CurveKey(privateKey: span, on: .ed25519)
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

        /// Signs a message; the same key and message always give the same signature.
        ///
        /// - Parameter message: The message.
        /// - Returns: The signature.
        /// - Throws: `CryptographyError.library`.
        public borrowing func signature(
            for message: [UInt8]
        ) throws(CryptographyError) -> Signature {
            try Signature(bytes: Self.key(secret).signature(for: message.span))
        }
    }
}

extension Ed25519.Signature: Codable {
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
