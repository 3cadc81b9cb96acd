public import Cryptography

/// A public key that signs notes, as C2SP signed-note describes it.
///
/// The printed form (`vkey`) is `name+id+data`: the id is 8 hexadecimal digits, the data is the
/// base64 of one byte for the kind and the 32 bytes of the key.
public struct NoteKey: Hashable, Sendable {
    /// What the key signs.
    public enum Kind: UInt8, Sendable {
        /// The text of the note, as the log itself signs it.
        case ed25519 = 0x01
        /// The text with a time in front, as a witness signs it (C2SP tlog-cosignature).
        case cosignature = 0x04
    }

    /// The name under which the key appears in notes.
    public let name: String

    /// What the key signs.
    public let kind: Kind

    /// The key.
    public let publicKey: Ed25519.PublicKey

    /// Names a key.
    ///
    /// - Parameters:
    ///   - name: Not empty; no white space and no plus sign.
    ///   - kind: What the key signs.
    ///   - publicKey: The key.
    /// - Throws: `AuditLogError.malformedKey` for a name that is not permitted.
    public init(
        name: String,
        kind: Kind = .ed25519,
        publicKey: Ed25519.PublicKey
    ) throws(AuditLogError) {
        guard Self.isPermitted(name) else { throw .malformedKey }
        self.name = name
        self.kind = kind
        self.publicKey = publicKey
    }

    /// Reads the printed form.
    ///
    /// - Parameter encoded: `name+id+data`.
    /// - Throws: `AuditLogError.malformedKey`, also when the id does not belong to the key.
    public init(encoded: String) throws(AuditLogError) {
        let parts = encoded.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3,
            let data = Base64.decode(String(parts[2])),
            let first = data.first,
            let kind = Kind(rawValue: first)
        else { throw .malformedKey }
        let publicKey: Ed25519.PublicKey
        do {
            publicKey = try Ed25519.PublicKey(bytes: Array(data.dropFirst()))
        } catch {
            throw .malformedKey
        }
        try self.init(name: String(parts[0]), kind: kind, publicKey: publicKey)
        guard self.encoded.utf8.elementsEqual(encoded.utf8) else { throw .malformedKey }
    }

    /// The first 4 bytes of SHA-256(name || 0x0A || kind || key), as a big-endian number.
    public var id: UInt32 {
        let data = Array(name.utf8) + [0x0a, kind.rawValue] + publicKey.bytes
        return SHA256.digest(of: data).bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The printed form.
    public var encoded: String {
        var id = ByteWriter()
        id.append(bigEndian: self.id)
        return "\(name)+\(Hex.encode(id.bytes))+\(Base64.encode([kind.rawValue] + publicKey.bytes))"
    }

    /// Whether a text may name a key.
    static func isPermitted(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy { scalar in
                scalar != "+" && scalar.value >= 0x20 && !scalar.properties.isWhitespace
            }
    }

    /// The bytes that a signature by this key covers.
    func message(for text: String, time: UInt64) -> [UInt8] {
        switch kind {
        case .ed25519: Array(text.utf8)
        case .cosignature: Array("cosignature/v1\ntime \(time)\n\(text)".utf8)
        }
    }
}
