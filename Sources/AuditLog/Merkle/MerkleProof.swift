public import Cryptography

/// Verification of Merkle proofs without the log.
///
/// Every function is strict: the proof must have exactly the length that the sizes ask for, and
/// sizes or indices that make no sense are refused before anything is hashed.
public enum MerkleProof: Sendable {
    /// Checks that a leaf is in a tree (RFC 6962 section 2.1.1).
    ///
    /// - Parameters:
    ///   - leafHash: The hash of the leaf.
    ///   - index: Its index.
    ///   - size: The size of the tree.
    ///   - root: The root of the tree.
    ///   - proof: The hashes from the leaf to the root.
    /// - Throws: `AuditLogError.proof`.
    public static func verifyInclusion(
        leafHash: Digest,
        index: UInt64,
        size: UInt64,
        root: Digest,
        proof: [Digest]
    ) throws(AuditLogError) {
        try verifySubtreeInclusion(
            leafHash: leafHash,
            index: index,
            start: 0,
            end: size,
            root: root,
            proof: proof
        )
    }

    /// Checks that a leaf is in a subtree.
    ///
    /// - Parameters:
    ///   - leafHash: The hash of the leaf.
    ///   - index: Its index in the whole log.
    ///   - start: The first leaf of the subtree.
    ///   - end: The leaf after its last.
    ///   - root: The root of the subtree.
    ///   - proof: The hashes from the leaf to the root of the subtree.
    /// - Throws: `AuditLogError.proof`.
    public static func verifySubtreeInclusion(
        leafHash: Digest,
        index: UInt64,
        start: UInt64,
        end: UInt64,
        root: Digest,
        proof: [Digest]
    ) throws(AuditLogError) {
        guard TreeGeometry.isSubtree(start: start, end: end) else {
            throw .proof(.invalidSubtree)
        }
        guard start <= index, index < end else { throw .proof(.indexOutOfRange) }
        var path: [Step] = []
        var remaining = proof[...]
        var low = start
        var high = end
        while high - low > 1 {
            guard let sibling = remaining.popLast() else { throw .proof(.wrongLength) }
            let middle = low + TreeGeometry.split(high - low)
            if index < middle {
                path.append(.onTheRight(sibling))
                high = middle
            } else {
                path.append(.onTheLeft(sibling))
                low = middle
            }
        }
        guard remaining.isEmpty else { throw .proof(.wrongLength) }
        guard fold(path, older: leafHash, newer: leafHash).newer == root else {
            throw .proof(.rootMismatch)
        }
    }

    /// A sibling met on the way from the root to where the proof begins.
    enum Step: Sendable {
        /// The way goes left; the sibling is beyond the older range.
        case onTheRight(Digest)
        /// The way goes right; the older range lies wholly on this side.
        case onTheLeft(Digest)
        /// The way goes right; the sibling belongs to the older range as well.
        case inside(Digest)
    }

    /// Climbs from the end of the path to the root, for the older range and for the tree.
    static func fold(
        _ path: [Step],
        older: Digest,
        newer: Digest
    ) -> (older: Digest, newer: Digest) {
        var hasher = MerkleHasher()
        var older = older
        var newer = newer
        for step in path.reversed() {
            switch step {
            case .onTheRight(let sibling):
                newer = hasher.node(newer, sibling)
            case .onTheLeft(let sibling):
                newer = hasher.node(sibling, newer)
            case .inside(let sibling):
                older = hasher.node(sibling, older)
                newer = hasher.node(sibling, newer)
            }
        }
        return (older, newer)
    }
}
