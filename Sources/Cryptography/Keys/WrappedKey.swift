/// A data key that one person can open: sealed to that person's public agreement key.
///
/// The construction is HPKE (RFC 9180), base mode, with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256
/// and AES-256-GCM, one message, empty associated data. Its `info` holds these fields, each with
/// its length as 4 bytes, big-endian, in front: `milenari wrapped key`, the version byte, the
/// trial, the key identifier (UTF-8), the recipient's public key. AES-GCM alone does not commit to
/// its key: 32 bytes exported for `milenari wrapped key commitment` stand beside the ciphertext
/// and are compared in constant time before it is opened. Encoded:
///
/// ```
/// offset  bytes  content
/// 0       4      "MLNW"
/// 4       1      format version, 1
/// 5       1      n, the length of the key identifier
/// 6       n      the key identifier, ASCII
/// 6+n     32     the encapsulated key of HPKE
/// 38+n    32     the commitment
/// 70+n    32     ciphertext of the data key
/// 102+n   16     tag
/// ```
///
/// Who wrapped a key is not part of it: the event that records the grant is signed.
public struct WrappedKey: Hashable, Sendable {
    private static let magic = Array("MLNW".utf8)
    private static let version: UInt8 = 1
    private static let commitmentSize = 32
    private static let ciphertextSize = DataKey.byteCount + AESGCM.tagSize

    /// The key that is inside.
    public let keyIdentifier: KeyIdentifier

    private let encapsulatedKey: X25519.PublicKey
    private let commitment: [UInt8]
    private let ciphertext: [UInt8]

    /// Seals a key to a person.
    ///
    /// - Parameters:
    ///   - key: The key to hand on.
    ///   - recipient: The person's public agreement key.
    ///   - trial: The identifier of the trial.
    /// - Returns: The wrapped key; wrapping again gives other bytes.
    /// - Throws: `CryptographyError.sharedSecretIsZero` for a hostile public key, or `.library`.
    public static func wrap(
        _ key: borrowing DataKey,
        for recipient: X25519.PublicKey,
        trial: String
    ) throws(CryptographyError) -> WrappedKey {
        let info = info(key: key.identifier, recipient: recipient, trial: trial)
        var context = try HPKE(sendingTo: recipient, info: info)
        let ciphertext = try key.withSecret { secret throws(CryptographyError) in
            try context.seal(secret, associatedData: [])
        }
        let commitment = try commitment(of: context)
        return WrappedKey(
            keyIdentifier: key.identifier,
            encapsulatedKey: context.encapsulatedKey,
            commitment: commitment.withSpan { span in span.indices.map { span[$0] } },
            ciphertext: ciphertext
        )
    }

    /// Opens the key.
    ///
    /// - Parameters:
    ///   - privateKey: The recipient's private agreement key.
    ///   - trial: The identifier of the trial.
    /// - Returns: The data key.
    /// - Throws: `CryptographyError.wrongKey` when it was wrapped for another person or trial, or
    ///   under another name; `.authenticationFailed` when it was changed.
    public func unwrap(
        with privateKey: borrowing X25519.PrivateKey,
        trial: String
    ) throws(CryptographyError) -> DataKey {
        let info = Self.info(
            key: keyIdentifier,
            recipient: privateKey.publicKey,
            trial: trial
        )
        var context = try HPKE(receiving: encapsulatedKey, with: privateKey, info: info)
        guard try Self.commitment(of: context).isEqual(to: commitment.span) else {
            throw .wrongKey
        }
        let secret = try context.open(ciphertext, associatedData: [])
        return try DataKey(identifier: keyIdentifier, secret: secret)
    }

    /// The bytes to store.
    public var encoded: [UInt8] {
        let name = Array(keyIdentifier.text.utf8)
        return Self.magic + [Self.version, UInt8(name.count)] + name
            + encapsulatedKey.bytes + commitment + ciphertext
    }

    /// Reads stored bytes.
    ///
    /// - Parameter encoded: What `encoded` gave.
    /// - Throws: `CryptographyError.malformed` or `.unsupportedVersion`.
    public init(encoded: [UInt8]) throws(CryptographyError) {
        var reader = ByteReader(encoded)
        guard reader.read(4) == Self.magic, let version = reader.readByte() else {
            throw .malformed("wrapped key")
        }
        guard version == Self.version else { throw .unsupportedVersion(version) }
        guard let nameSize = reader.readByte(),
            let name = reader.read(Int(nameSize)),
            let text = String(validating: name, as: UTF8.self),
            let encapsulatedKey = reader.read(32),
            let commitment = reader.read(Self.commitmentSize),
            let ciphertext = reader.read(Self.ciphertextSize),
            reader.remaining == 0
        else { throw .malformed("wrapped key") }
        self.init(
            keyIdentifier: try KeyIdentifier(text: text),
            encapsulatedKey: try X25519.PublicKey(bytes: encapsulatedKey),
            commitment: commitment,
            ciphertext: ciphertext
        )
    }

    private init(
        keyIdentifier: KeyIdentifier,
        encapsulatedKey: X25519.PublicKey,
        commitment: [UInt8],
        ciphertext: [UInt8]
    ) {
        self.keyIdentifier = keyIdentifier
        self.encapsulatedKey = encapsulatedKey
        self.commitment = commitment
        self.ciphertext = ciphertext
    }

    private static func info(
        key: KeyIdentifier,
        recipient: X25519.PublicKey,
        trial: String
    ) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(field: "milenari wrapped key")
        writer.append(field: [version])
        writer.append(field: trial)
        writer.append(field: key.text)
        writer.append(field: recipient.bytes)
        return writer.bytes
    }

    private static func commitment(
        of context: borrowing HPKE
    ) throws(CryptographyError) -> SecretBytes {
        try context.export(
            context: Array("milenari wrapped key commitment".utf8),
            count: commitmentSize
        )
    }
}
