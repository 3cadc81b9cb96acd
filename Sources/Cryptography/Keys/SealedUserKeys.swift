/// A person's private keys under a passphrase, as they are stored.
///
/// ```
/// offset  bytes  content
/// 0       4      "MLNU"
/// 4       1      format version, 1
/// 5       1      log2 N of scrypt
/// 6       2      r, big-endian
/// 8       1      p
/// 9       32     salt of scrypt, random
/// 41      32     salt of HKDF, random
/// 73      32     commitment to the key
/// 105     12     nonce, random
/// 117     64     ciphertext of the agreement secret (X25519) and the signing secret (Ed25519)
/// 181     16     tag
/// ```
///
/// The passphrase goes through scrypt (RFC 7914) with the stored parameters and salt, giving 32
/// bytes. Key and commitment are, in this order, the 64 bytes of HKDF-SHA256 with those 32 bytes
/// as input key, the second salt, and the info `milenari user keys v1`. The cipher is AES-256-GCM;
/// the associated data are these fields, each with its length as 4 bytes, big-endian, in front:
/// `milenari user keys`, the first 41 bytes, user, trial.
///
/// Parameters below the floor of `Scrypt` are refused before the passphrase is used, so that a
/// cost lowered by somebody else is found out.
public struct SealedUserKeys: Hashable, Sendable {
    private static let magic = Array("MLNU".utf8)
    private static let version: UInt8 = 1
    private static let purpose = "milenari user keys v1"
    private static let saltSize = 32
    private static let headerSize = 9 + saltSize
    private static let secretSize = 64
    private static let encodedSize =
        headerSize + SealingEngine.prefixSize + secretSize + AESGCM.tagSize

    /// The bytes to store.
    public let encoded: [UInt8]

    /// The cost at which the passphrase is stretched.
    public let cost: Scrypt

    /// Seals a person's keys.
    ///
    /// - Parameters:
    ///   - keys: The keys.
    ///   - passphrase: The UTF-8 bytes of the passphrase, exactly as they will be given again:
    ///     a caller that accepts several keyboards normalizes the text first.
    ///   - user: The name of the person in the trial.
    ///   - trial: The identifier of the trial.
    ///   - cost: The cost of a guess.
    /// - Returns: The sealed keys.
    /// - Throws: `CryptographyError.library` when memory or randomness is missing.
    public static func seal(
        _ keys: borrowing UserKeys,
        passphrase: borrowing SecretBytes,
        user: String,
        trial: String,
        cost: Scrypt = .standard
    ) throws(CryptographyError) -> SealedUserKeys {
        let salt = try SystemRandom.bytes(saltSize)
        var header = ByteWriter()
        header.append(magic)
        header.append(version)
        header.append(UInt8(cost.log2N))
        header.append(bigEndian: UInt16(cost.r))
        header.append(UInt8(cost.p))
        header.append(salt)

        let associatedData = associatedData(header: header.bytes, user: user, trial: trial)
        let stretched = try cost.derive(passphrase: passphrase, salt: salt, count: 32)
        let secret = try keys.secretBytes()
        var engine = try SealingEngine()
        let nothing: [UInt8] = []
        let encoded = try secret.withSpan { secret throws(CryptographyError) in
            try stretched.withSpan { stretched throws(CryptographyError) in
                try engine.seal(
                    secret,
                    trailer: nothing.span,
                    after: header.bytes,
                    secret: stretched,
                    purpose: purpose,
                    associatedData: associatedData
                )
            }
        }
        return SealedUserKeys(encoded: encoded, cost: cost)
    }

    /// Opens the keys.
    ///
    /// - Parameters:
    ///   - passphrase: The bytes of the passphrase.
    ///   - user: The name of the person in the trial.
    ///   - trial: The identifier of the trial.
    /// - Returns: The keys.
    /// - Throws: `CryptographyError.wrongPassphrase`; `.authenticationFailed` when the file was
    ///   changed or belongs to another person or trial.
    public func open(
        passphrase: borrowing SecretBytes,
        user: String,
        trial: String
    ) throws(CryptographyError) -> UserKeys {
        let header = Array(encoded[0..<Self.headerSize])
        let salt = Array(header.suffix(Self.saltSize))
        let associatedData = Self.associatedData(header: header, user: user, trial: trial)
        let stretched = try cost.derive(passphrase: passphrase, salt: salt, count: 32)
        var engine = try SealingEngine()
        var secret = SecretBytes(zeroed: Self.secretSize)
        do {
            try secret.withMutableSpan { output throws(CryptographyError) in
                try stretched.withSpan { stretched throws(CryptographyError) in
                    try engine.open(
                        encoded.span,
                        after: Self.headerSize,
                        secret: stretched,
                        purpose: Self.purpose,
                        associatedData: associatedData,
                        into: &output
                    )
                }
            }
        } catch .wrongKey {
            throw .wrongPassphrase
        }
        return try UserKeys(secretBytes: secret)
    }

    /// Reads stored bytes.
    ///
    /// - Parameter encoded: What `encoded` gave.
    /// - Throws: `CryptographyError.malformed`, `.unsupportedVersion`, or `.weakParameters` and
    ///   `.excessiveParameters` for a cost outside the permitted range.
    public init(encoded: [UInt8]) throws(CryptographyError) {
        var reader = ByteReader(encoded)
        guard reader.read(4) == Self.magic, let version = reader.readByte() else {
            throw .malformed("sealed user keys")
        }
        guard version == Self.version else { throw .unsupportedVersion(version) }
        guard encoded.count == Self.encodedSize,
            let log2N = reader.readByte(),
            let r = reader.readInteger(UInt16.self),
            let p = reader.readByte()
        else { throw .malformed("sealed user keys") }
        let cost = try Scrypt(log2N: Int(log2N), r: Int(r), p: Int(p))
        self.init(encoded: encoded, cost: cost)
    }

    private init(encoded: [UInt8], cost: Scrypt) {
        self.encoded = encoded
        self.cost = cost
    }

    private static func associatedData(header: [UInt8], user: String, trial: String) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(field: "milenari user keys")
        writer.append(field: header)
        writer.append(field: user)
        writer.append(field: trial)
        return writer.bytes
    }
}
