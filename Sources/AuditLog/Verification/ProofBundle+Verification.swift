import Cryptography

/// The answer of a check without access to the log.
public enum BundleVerdict: Hashable, Sendable {
    /// Everything holds, for the tree of this checkpoint, on the word of these keys.
    case holds(Checkpoint, signedBy: [VerifiedSignature])

    /// The first thing that does not hold.
    case fails(LogFault)
}

extension ProofBundle {
    /// Checks everything in the bundle.
    ///
    /// - Parameters:
    ///   - keys: The keys that are trusted to sign checkpoints of this log.
    ///   - origin: The log that the bundle must come from.
    ///   - isSigner: Whether a key is one of the person named in an event, at its place.
    /// - Returns: That all holds, or the first thing that does not.
    public func verify(
        trusting keys: [NoteKey],
        origin: String,
        isSigner: (SignedEvent, _ sequence: UInt64) -> Bool
    ) -> BundleVerdict {
        do throws(LogFault) {
            let (checkpoint, signatures) = try checkedCheckpoint(trusting: keys, origin: origin)
            var next: UInt64 = 0
            var hasher = MerkleHasher()
            for entry in entries {
                guard entry.index >= next else { throw LogFault(.order, at: entry.index) }
                try check(entry, in: checkpoint, isSigner: isSigner, using: &hasher)
                next = entry.index + 1
            }
            return .holds(checkpoint, signedBy: signatures)
        } catch {
            return .fails(error)
        }
    }

    private func checkedCheckpoint(
        trusting keys: [NoteKey],
        origin: String
    ) throws(LogFault) -> (Checkpoint, [VerifiedSignature]) {
        let checkpoint: Checkpoint
        let signatures: [VerifiedSignature]
        do throws(AuditLogError) {
            signatures = try checkpointNote.verify(trusting: keys)
            checkpoint = try Checkpoint(text: checkpointNote.text)
        } catch {
            throw LogFault(.checkpoint(error))
        }
        guard checkpoint.origin.isIdentical(to: origin) else { throw LogFault(.origin) }
        return (checkpoint, signatures)
    }

    private func check(
        _ entry: Entry,
        in checkpoint: Checkpoint,
        isSigner: (SignedEvent, _ sequence: UInt64) -> Bool,
        using hasher: inout MerkleHasher
    ) throws(LogFault) {
        do throws(AuditLogError) {
            try MerkleProof.verifyInclusion(
                leafHash: hasher.leaf(entry.signedEvent.leaf),
                index: entry.index,
                size: checkpoint.size,
                root: checkpoint.root,
                proof: entry.proof
            )
        } catch .proof(let fault) {
            throw LogFault(.inclusion(fault), at: entry.index)
        } catch {
            throw LogFault(.unreadable(error), at: entry.index)
        }
        do throws(AuditLogError) {
            try entry.signedEvent.verify(origin: checkpoint.origin, sequence: entry.index)
        } catch {
            throw LogFault(.signature, at: entry.index)
        }
        guard isSigner(entry.signedEvent, entry.index) else {
            throw LogFault(.signer, at: entry.index)
        }
    }
}
