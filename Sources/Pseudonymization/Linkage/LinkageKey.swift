public import Cryptography

/// The key of the linkage tokens, shared by the coordinators of all sites and by nobody else.
///
/// Without it a token says nothing about an identity, not even to somebody who tries out every
/// name and date. It is derived from the `linkage` key and used for nothing else.
public struct LinkageKey: ~Copyable, Sendable {
    private static let purpose = Array("milenari linkage tokens v1".utf8)

    let secret: SecretBytes

    /// Derives the key: HKDF-SHA-256 with an empty salt and `milenari linkage tokens v1` as info.
    ///
    /// - Parameter secret: The secret of the `linkage` key, at least 32 bytes.
    /// - Throws: `PseudonymizationError.cryptographyFailed`.
    public init(secret: borrowing SecretBytes) throws(PseudonymizationError) {
        do {
            self.secret = try HKDF.derive(from: secret, salt: [], info: Self.purpose, count: 32)
        } catch {
            throw .cryptographyFailed
        }
    }
}
