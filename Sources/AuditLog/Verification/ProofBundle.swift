public import Cryptography

/// Some events of a log with all that is needed to check them without the log.
///
/// A bundle holds a signed checkpoint and, for each event, its index, its signature and the proof
/// that it is in the tree of the checkpoint. The encoded form is canonical JSON (RFC 8785):
///
/// ```
/// {"checkpoint": the signed note, "entries": [{"event": the event's own JSON as a text,
///  "index": the sequence number, "proof": [base64 of each hash, from the leaf upward],
///  "signature": base64, "signer": base64 of the public key}], "format": "milenari proof bundle",
///  "version": 1}
/// ```
public struct ProofBundle: Hashable, Sendable {
    /// One event and its proof.
    public struct Entry: Hashable, Sendable {
        /// The index of the leaf.
        public let index: UInt64
        /// The signed event.
        public let signedEvent: SignedEvent
        /// The hashes from the leaf to the root of the checkpoint.
        public let proof: [Digest]

        /// Puts an entry together.
        ///
        /// - Parameters:
        ///   - index: The index of the leaf.
        ///   - signedEvent: The signed event.
        ///   - proof: The hashes from the leaf to the root of the checkpoint.
        public init(index: UInt64, signedEvent: SignedEvent, proof: [Digest]) {
            self.index = index
            self.signedEvent = signedEvent
            self.proof = proof
        }
    }

    /// The signed checkpoint.
    public let checkpointNote: SignedNote

    /// The events, in the order of the log.
    public let entries: [Entry]

    /// Puts a bundle together; nothing is checked here.
    ///
    /// - Parameters:
    ///   - checkpointNote: The signed checkpoint.
    ///   - entries: The events, in the order of the log.
    public init(checkpointNote: SignedNote, entries: [Entry]) {
        self.checkpointNote = checkpointNote
        self.entries = entries
    }
}
