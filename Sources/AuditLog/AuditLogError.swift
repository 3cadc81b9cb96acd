public import Cryptography

/// Something about a log, a proof, a note or an event that does not hold.
///
/// No case carries text that was read from an event.
public enum AuditLogError: Error, Hashable, Sendable {
    /// The proof does not show what it claims.
    case proof(ProofFault)

    /// The store has no node where the size of the log says that there is one.
    case missingNode(level: Int, index: UInt64)

    /// A size, an index or a range lies outside the log.
    case outOfRange

    /// The number of peaks does not fit the size of the compact range.
    case invalidCompactRange

    /// The bytes are not a signed note.
    case malformedNote

    /// The text is not a checkpoint.
    case malformedCheckpoint

    /// The text is not a verifier key.
    case malformedKey

    /// None of the trusted keys signed the note.
    case noTrustedSignature

    /// The note has a line of the named trusted key, and its signature does not hold.
    case invalidNoteSignature(keyName: String)

    /// The named field is missing, empty, too long, or holds what it may not hold.
    case invalidField(String)

    /// The bytes are not the canonical form of what they encode.
    case notCanonical

    /// The bytes are not a leaf of an event log.
    case malformedLeaf

    /// The signature of the event does not hold for this log and this place in it.
    case invalidEventSignature

    /// The bytes are not a proof bundle.
    case malformedBundle

    /// A cryptographic operation did not succeed.
    case cryptography(CryptographyError)
}

extension AuditLogError: CustomStringConvertible {
    /// One sentence that says what did not hold.
    public var description: String {
        switch self {
        case .proof(let fault): fault.description
        case .missingNode(let level, let index): "node \(index) of level \(level) is missing"
        case .outOfRange: "the index or size lies outside the log"
        case .invalidCompactRange: "the stored peaks do not fit the size of the log"
        case .malformedNote: "the bytes are not a signed note"
        case .malformedCheckpoint: "the text is not a checkpoint"
        case .malformedKey: "the text is not a verifier key"
        case .noTrustedSignature: "no trusted key signed the note"
        case .invalidNoteSignature(let name): "the signature of \(name) does not hold"
        case .invalidField(let name): "the field \(name) is missing or not permitted"
        case .notCanonical: "the bytes are not in canonical form"
        case .malformedLeaf: "the bytes are not a leaf of an event log"
        case .invalidEventSignature: "the event is not signed for this place in this log"
        case .malformedBundle: "the bytes are not a proof bundle"
        case .cryptography(let error): error.description
        }
    }
}

/// What is wrong with a Merkle proof.
public enum ProofFault: Hashable, Sendable {
    /// The index lies outside the tree or subtree.
    case indexOutOfRange

    /// The sizes are in the wrong order, or one of them is zero where a proof says nothing.
    case sizeOutOfRange

    /// No subtree has this beginning and end.
    case invalidSubtree

    /// The proof has more or fewer hashes than the sizes ask for.
    case wrongLength

    /// The older root, or the root of the subtree, does not follow from the proof.
    case olderRootMismatch

    /// The root of the tree does not follow from the proof.
    case rootMismatch
}

extension ProofFault: CustomStringConvertible {
    /// One sentence that says what is wrong.
    public var description: String {
        switch self {
        case .indexOutOfRange: "the index lies outside the tree"
        case .sizeOutOfRange: "the sizes do not belong to a proof"
        case .invalidSubtree: "no subtree has this beginning and end"
        case .wrongLength: "the proof has the wrong length"
        case .olderRootMismatch: "the proof does not lead to the older root"
        case .rootMismatch: "the proof does not lead to the root"
        }
    }
}
