/// The two private keys of one person.
public struct UserKeys: ~Copyable, Sendable {
    /// Opens the data keys that were wrapped for the person.
    public let agreement: X25519.PrivateKey

    /// Signs what the person does.
    public let signing: Ed25519.PrivateKey

    /// Puts two keys together.
    ///
    /// - Parameters:
    ///   - agreement: The agreement key.
    ///   - signing: The signing key.
    public init(agreement: consuming X25519.PrivateKey, signing: consuming Ed25519.PrivateKey) {
        self.agreement = agreement
        self.signing = signing
    }

    /// Makes new keys from the operating system's randomness.
    ///
    /// - Returns: Fresh keys.
    /// - Throws: `CryptographyError.library` when there is no randomness.
    public static func random() throws(CryptographyError) -> UserKeys {
        UserKeys(agreement: try .random(), signing: try .random())
    }

    /// The secret of the agreement key, then the secret of the signing key.
    borrowing func secretBytes() throws(CryptographyError) -> SecretBytes {
        let agreement = try agreement.secretBytes()
        let signing = try signing.secretBytes()
        return SecretBytes(count: 64) { output in
            agreement.withSpan { first in
                signing.withSpan { second in
                    for index in 0..<32 {
                        output[index] = first[index]
                        output[32 + index] = second[index]
                    }
                }
            }
        }
    }

    /// Takes the keys apart again.
    init(secretBytes: borrowing SecretBytes) throws(CryptographyError) {
        guard secretBytes.count == 64 else { throw .malformed("sealed user keys") }
        let agreement = secretBytes.withSpan { SecretBytes(copying: $0.extracting(0..<32)) }
        let signing = secretBytes.withSpan { SecretBytes(copying: $0.extracting(32..<64)) }
        let agreementKey = try X25519.PrivateKey(secret: agreement)
        let signingKey = try Ed25519.PrivateKey(secret: signing)
        self.init(agreement: agreementKey, signing: signingKey)
    }
}
