/// The outside of a sealed record: which key opens it.
///
/// A sealed record is written so that any program with HKDF and AES-GCM can read it:
///
/// ```
/// offset  bytes  content
/// 0       4      "MLNS"
/// 4       1      format version, 1
/// 5       1      n, the length of the key identifier
/// 6       n      the key identifier, ASCII, for example records/BCN#1
/// 6+n     32     salt, random
/// 38+n    32     commitment to the key
/// 70+n    12     nonce, random
/// 82+n    m      ciphertext of the padded plaintext
/// 82+n+m  16     tag
/// ```
///
/// Record key (32 bytes) and commitment (32 bytes) are, in this order, the 64 bytes of HKDF-SHA256
/// (RFC 5869) with the data key as input key, the salt, and the info `milenari sealed record v1`.
/// A reader computes both, compares the commitments in constant time, then opens with AES-256-GCM.
/// The associated data are these fields, each with its length as 4 bytes, big-endian, in front:
/// `milenari sealed record`, the version byte, trial, table, column, row (UTF-8), key identifier.
/// The plaintext ends before the last byte 0x80; after that byte there are only zeros.
public struct SealedEnvelope: Hashable, Sendable {
    static let magic = Array("MLNS".utf8)
    static let version: UInt8 = 1
    static let purpose = "milenari sealed record v1"
    static let fixedHeaderSize = 6

    /// The key that the record says it needs: a hint until the record has been opened.
    public let keyIdentifier: KeyIdentifier

    let headerSize: Int

    /// Reads the head of a sealed record.
    ///
    /// - Parameter bytes: The sealed record.
    /// - Throws: `CryptographyError.malformed` or `.unsupportedVersion`.
    public init(of bytes: [UInt8]) throws(CryptographyError) {
        guard bytes.count >= Self.fixedHeaderSize, bytes.starts(with: Self.magic) else {
            throw .malformed("sealed record")
        }
        guard bytes[4] == Self.version else { throw .unsupportedVersion(bytes[4]) }
        let end = Self.fixedHeaderSize + Int(bytes[5])
        guard bytes.count >= end,
            let text = String(validating: bytes[Self.fixedHeaderSize..<end], as: UTF8.self)
        else { throw .malformed("sealed record") }
        keyIdentifier = try KeyIdentifier(text: text)
        headerSize = end
    }

    static func header(for key: KeyIdentifier) -> [UInt8] {
        let text = Array(key.text.utf8)
        return magic + [version, UInt8(text.count)] + text
    }
}
