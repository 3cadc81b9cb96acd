public import Cryptography

/// The check of a whole log, leaf by leaf and in order.
///
/// Feed every leaf, then compare with a checkpoint. Reading a log of any length takes constant
/// memory. A fault does not stop the replay: the root is computed over all leaves as they are.
public struct LogReplay: ~Copyable, Sendable {
    private let origin: String
    private let checksSignatures: Bool
    private var hasher = MerkleHasher()

    /// The number of leaves so far and the peaks over them.
    public private(set) var range = CompactRange()

    /// Begins with no leaves.
    ///
    /// - Parameters:
    ///   - origin: The origin of the log, as in its checkpoints.
    ///   - checksSignatures: Whether to check every signature here, at about 0.1 ms each; pass
    ///     false to check them elsewhere, for example on several cores with `SignedEvent.verify`.
    public init(origin: String, checksSignatures: Bool = true) {
        self.origin = origin
        self.checksSignatures = checksSignatures
    }

    /// The number of leaves so far.
    public var size: UInt64 { range.size }

    /// Feeds the next leaf.
    ///
    /// - Parameters:
    ///   - leaf: Its bytes.
    ///   - isSigner: Whether a key is one of the person named in an event, at its place in the
    ///     log; called once, after the signature was found to hold, so that it may learn from
    ///     events that announce keys.
    /// - Returns: What does not hold, or nil.
    public mutating func add(
        leaf: [UInt8],
        isSigner: (SignedEvent, _ sequence: UInt64) -> Bool
    ) -> LogFault? {
        let sequence = range.size
        range.append(hasher.leaf(leaf), using: &hasher)
        let signed: SignedEvent
        do throws(AuditLogError) {
            signed = try SignedEvent(leaf: leaf)
        } catch {
            return LogFault(.unreadable(error), at: sequence)
        }
        if checksSignatures {
            do throws(AuditLogError) {
                try signed.verify(origin: origin, sequence: sequence)
            } catch {
                return LogFault(.signature, at: sequence)
            }
        }
        return isSigner(signed, sequence) ? nil : LogFault(.signer, at: sequence)
    }

    /// The root over the leaves so far.
    ///
    /// - Returns: The root hash.
    public mutating func root() -> Digest {
        range.root(using: &hasher)
    }

    /// Compares the leaves so far with a checkpoint whose signature was checked.
    ///
    /// - Parameter checkpoint: The checkpoint.
    /// - Returns: What does not hold, or nil.
    public mutating func compare(with checkpoint: Checkpoint) -> LogFault? {
        guard checkpoint.origin.isIdentical(to: origin) else { return LogFault(.origin) }
        guard checkpoint.size == size else {
            return LogFault(.size(expected: checkpoint.size, actual: size))
        }
        return checkpoint.root == root() ? nil : LogFault(.root)
    }
}
