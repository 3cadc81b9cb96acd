public import Cryptography

extension SignedNote {
    /// Signs the text, as a log does; an earlier line of the same key is replaced.
    ///
    /// - Parameters:
    ///   - name: The name of the key.
    ///   - privateKey: The key.
    /// - Throws: `AuditLogError.malformedKey` for a name that is not permitted, or `.cryptography`.
    public mutating func sign(
        name: String,
        with privateKey: borrowing Ed25519.PrivateKey
    ) throws(AuditLogError) {
        let key = try NoteKey(name: name, kind: .ed25519, publicKey: privateKey.publicKey)
        let signature = try Self.signature(for: key.message(for: text, time: 0), with: privateKey)
        replaceLine(of: key, with: signature)
    }

    /// Signs the text and a time, as a witness does (C2SP tlog-cosignature).
    ///
    /// - Parameters:
    ///   - name: The name of the key.
    ///   - secondsSince1970: When the witness saw the text.
    ///   - privateKey: The key.
    /// - Throws: `AuditLogError.malformedKey` for a name that is not permitted, or `.cryptography`.
    public mutating func cosign(
        name: String,
        secondsSince1970: UInt64,
        with privateKey: borrowing Ed25519.PrivateKey
    ) throws(AuditLogError) {
        let key = try NoteKey(name: name, kind: .cosignature, publicKey: privateKey.publicKey)
        let message = key.message(for: text, time: secondsSince1970)
        var signature = ByteWriter()
        signature.append(bigEndian: secondsSince1970)
        signature.append(try Self.signature(for: message, with: privateKey))
        replaceLine(of: key, with: signature.bytes)
    }

    private mutating func replaceLine(of key: NoteKey, with signature: [UInt8]) {
        let id = key.id
        signatures.removeAll { $0.keyID == id && $0.name.isIdentical(to: key.name) }
        signatures.append(Signature(name: key.name, keyID: id, signature: signature))
    }

    private static func signature(
        for message: [UInt8],
        with privateKey: borrowing Ed25519.PrivateKey
    ) throws(AuditLogError) -> [UInt8] {
        do {
            return try privateKey.signature(for: message).bytes
        } catch {
            throw .cryptography(error)
        }
    }
}
