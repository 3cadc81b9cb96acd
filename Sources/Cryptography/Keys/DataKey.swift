/// A key that seals records: 32 secret bytes under a public name.
///
/// Data keys are random, and reach people only as `WrappedKey`. Sealing derives a fresh key for
/// every record, so that one data key may seal any number of them.
public struct DataKey: ~Copyable, Sendable {
    /// The number of secret bytes.
    public static let byteCount = 32

    /// The public name and version.
    public let identifier: KeyIdentifier

    private let secret: SecretBytes

    /// Gives a name to a secret.
    ///
    /// - Parameters:
    ///   - identifier: The public name and version.
    ///   - secret: Exactly 32 bytes.
    /// - Throws: `CryptographyError.invalidLength`.
    public init(
        identifier: KeyIdentifier,
        secret: consuming SecretBytes
    ) throws(CryptographyError) {
        let count = secret.count
        guard count == Self.byteCount else {
            throw .invalidLength("data key", expected: Self.byteCount, actual: count)
        }
        self.identifier = identifier
        self.secret = secret
    }

    /// Makes a new key from the operating system's randomness.
    ///
    /// - Parameter identifier: The public name and version.
    /// - Returns: A fresh key.
    /// - Throws: `CryptographyError.library` when there is no randomness.
    public static func random(
        identifier: KeyIdentifier
    ) throws(CryptographyError) -> DataKey {
        try DataKey(identifier: identifier, secret: .random(count: byteCount))
    }

    /// Gives the secret for a use other than sealing: a linkage key, the seed of the allocation.
    ///
    /// - Parameter body: Uses the secret.
    /// - Returns: What `body` returns.
    /// - Throws: What `body` throws.
    public borrowing func withSecret<Result: ~Copyable, Failure: Error>(
        _ body: (borrowing SecretBytes) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(secret)
    }

    /// A second, independent copy of the key.
    ///
    /// - Returns: The copy.
    /// - Throws: Nothing in practice; the length is checked again.
    public borrowing func clone() throws(CryptographyError) -> DataKey {
        try DataKey(identifier: identifier, secret: secret.clone())
    }
}
