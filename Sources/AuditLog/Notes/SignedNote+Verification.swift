import Cryptography

/// A signature of a note that was checked and holds.
public struct VerifiedSignature: Hashable, Sendable {
    /// Who signed.
    public let key: NoteKey

    /// When a witness saw the note, in seconds since 1970; nil for the log's own signature.
    public let secondsSince1970: UInt64?
}

extension SignedNote {
    /// Checks the signatures of the keys that the caller trusts.
    ///
    /// Lines of other keys are ignored. A line that names a trusted key and does not hold refuses
    /// the whole note, as C2SP signed-note asks.
    ///
    /// - Parameter keys: The trusted keys.
    /// - Returns: The signatures that hold, in the order of the lines, each key once; never empty.
    /// - Throws: `AuditLogError.invalidNoteSignature` or `.noTrustedSignature`.
    public func verify(trusting keys: [NoteKey]) throws(AuditLogError) -> [VerifiedSignature] {
        var verified: [VerifiedSignature] = []
        for line in signatures {
            let named = keys.filter { $0.name.isIdentical(to: line.name) && $0.id == line.keyID }
            for key in named where !verified.contains(where: { $0.key == key }) {
                verified.append(try verify(line, by: key))
            }
        }
        guard !verified.isEmpty else { throw .noTrustedSignature }
        return verified
    }

    private func verify(
        _ line: Signature,
        by key: NoteKey
    ) throws(AuditLogError) -> VerifiedSignature {
        var reader = ByteReader(line.signature)
        var time: UInt64?
        if key.kind == .cosignature {
            time = reader.readInteger(UInt64.self)
        }
        // C2SP tlog-cosignature: the time "MUST NOT exceed 2^63 - 1".
        guard time ?? 0 <= UInt64(Int64.max), reader.remaining == Ed25519.Signature.byteCount,
            let bytes = reader.read(Ed25519.Signature.byteCount),
            let signature = try? Ed25519.Signature(bytes: bytes),
            key.publicKey.isValid(signature, for: key.message(for: text, time: time ?? 0))
        else { throw .invalidNoteSignature(keyName: key.name) }
        return VerifiedSignature(key: key, secondsSince1970: time)
    }
}
