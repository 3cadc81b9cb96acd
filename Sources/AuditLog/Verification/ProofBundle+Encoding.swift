import Cryptography

extension ProofBundle {
    private static let format = "milenari proof bundle"
    private static let formatVersion: Int64 = 1

    /// The bytes to hand on.
    public var encoded: [UInt8] {
        let entries = entries.map { entry in
            CanonicalJSON.object([
                ("event", .text(String(decoding: entry.signedEvent.event.encoded, as: UTF8.self))),
                ("index", .integer(Int64(clamping: entry.index))),
                ("proof", .list(entry.proof.map { .text(Base64.encode($0.bytes)) })),
                ("signature", .text(Base64.encode(entry.signedEvent.signature.bytes))),
                ("signer", .text(Base64.encode(entry.signedEvent.signer.bytes))),
            ])
        }
        return CanonicalJSON.object([
            ("checkpoint", .text(String(decoding: checkpointNote.encoded, as: UTF8.self))),
            ("entries", .list(entries)),
            ("format", .text(Self.format)),
            ("version", .integer(Self.formatVersion)),
        ]).encoded
    }

    /// Reads what `encoded` gave; any other bytes are refused.
    ///
    /// - Parameter encoded: The bytes.
    /// - Throws: `AuditLogError.notCanonical`, `.malformedBundle`, or the error of the part that
    ///   cannot be read. Signatures and proofs are not checked here.
    public init(encoded: [UInt8]) throws(AuditLogError) {
        guard case .object(let pairs) = try CanonicalJSON(encoded: encoded), pairs.count == 4,
            case ("checkpoint", .text(let note)) = pairs[0],
            case ("entries", .list(let entries)) = pairs[1],
            case ("format", .text(Self.format)) = pairs[2],
            case ("version", .integer(Self.formatVersion)) = pairs[3]
        else { throw .malformedBundle }
        self.init(
            checkpointNote: try SignedNote(encoded: Array(note.utf8)),
            entries: try entries.map(Self.entry)
        )
        guard self.encoded == encoded else { throw .notCanonical }
    }

    private static func entry(_ json: CanonicalJSON) throws(AuditLogError) -> Entry {
        guard case .object(let pairs) = json, pairs.count == 5,
            case ("event", .text(let event)) = pairs[0],
            case ("index", .integer(let number)) = pairs[1],
            case ("proof", .list(let proof)) = pairs[2],
            case ("signature", .text(let signature)) = pairs[3],
            case ("signer", .text(let signer)) = pairs[4],
            let index = UInt64(exactly: number),
            let signature = try? Ed25519.Signature(bytes: Base64.decode(signature) ?? []),
            let signer = try? Ed25519.PublicKey(bytes: Base64.decode(signer) ?? [])
        else { throw .malformedBundle }
        let signed = SignedEvent(
            event: try Event(encoded: Array(event.utf8)),
            signer: signer,
            signature: signature
        )
        return Entry(index: index, signedEvent: signed, proof: try proof.map(hash))
    }

    private static func hash(_ json: CanonicalJSON) throws(AuditLogError) -> Digest {
        guard case .text(let text) = json, let bytes = Base64.decode(text),
            let digest = Digest(bytes: bytes)
        else { throw .malformedBundle }
        return digest
    }
}
