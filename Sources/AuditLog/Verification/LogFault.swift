/// The thing that does not hold, and where.
public struct LogFault: Error, Hashable, Sendable {
    /// What can be wrong with a log, an export or a bundle of proofs.
    public enum Kind: Hashable, Sendable {
        /// The note, or the checkpoint in it, cannot be read or is not signed by a trusted key.
        case checkpoint(AuditLogError)
        /// The checkpoint belongs to another log.
        case origin
        /// The log has another number of leaves than the checkpoint: something was cut off.
        case size(expected: UInt64, actual: UInt64)
        /// The leaves do not give the root of the checkpoint: something was changed.
        case root
        /// The leaf is not a signed event in its canonical form.
        case unreadable(AuditLogError)
        /// The signature does not hold for this event at this place.
        case signature
        /// The key is not one of the person whom the event names.
        case signer
        /// The entries of a bundle are not in the order of the log, or one comes twice.
        case order
        /// The inclusion proof does not lead to the root of the checkpoint.
        case inclusion(ProofFault)
    }

    /// The index of the leaf, where the fault lies in one leaf.
    public let sequence: UInt64?

    /// What does not hold.
    public let kind: Kind

    /// Names a fault.
    ///
    /// - Parameters:
    ///   - kind: What does not hold.
    ///   - sequence: The index of the leaf, if it lies in one.
    public init(_ kind: Kind, at sequence: UInt64? = nil) {
        self.kind = kind
        self.sequence = sequence
    }
}

extension LogFault: CustomStringConvertible {
    /// One sentence that says what does not hold, and where.
    public var description: String {
        let what =
            switch kind {
            case .checkpoint(let error): error.description
            case .origin: "the checkpoint belongs to another log"
            case .size(let expected, let actual):
                "the log has \(actual) entries, its checkpoint says \(expected)"
            case .root: "the entries do not give the root of the checkpoint"
            case .unreadable(let error): error.description
            case .signature: "the event is not signed for this place in this log"
            case .signer: "the signing key is not one of the person named in the event"
            case .order: "the entry is out of order"
            case .inclusion(let fault): fault.description
            }
        guard let sequence else { return what }
        return "entry \(sequence): \(what)"
    }
}
