public import Cryptography

extension MerkleProof {
    /// Checks that an older tree is the beginning of a newer one (RFC 6962 section 2.1.2).
    ///
    /// - Parameters:
    ///   - olderSize: At least 1: an empty tree is the beginning of every tree.
    ///   - olderRoot: The root of the older tree.
    ///   - newerSize: The size of the newer tree.
    ///   - newerRoot: The root of the newer tree.
    ///   - proof: The hashes.
    /// - Throws: `AuditLogError.proof`.
    public static func verifyConsistency(
        from olderSize: UInt64,
        root olderRoot: Digest,
        to newerSize: UInt64,
        root newerRoot: Digest,
        proof: [Digest]
    ) throws(AuditLogError) {
        guard olderSize > 0 else { throw .proof(.sizeOutOfRange) }
        try verifySubtreeConsistency(
            start: 0,
            end: olderSize,
            subtreeRoot: olderRoot,
            size: newerSize,
            root: newerRoot,
            proof: proof
        )
    }

    /// Checks that the leaves of a subtree are leaves of a tree at the same places.
    ///
    /// - Parameters:
    ///   - start: The first leaf of the subtree.
    ///   - end: The leaf after its last; the same as `start` for a subtree without leaves, which
    ///     every tree contains.
    ///   - subtreeRoot: The root of the subtree.
    ///   - size: The size of the tree.
    ///   - root: The root of the tree.
    ///   - proof: The hashes.
    /// - Throws: `AuditLogError.proof`.
    public static func verifySubtreeConsistency(
        start: UInt64,
        end: UInt64,
        subtreeRoot: Digest,
        size: UInt64,
        root: Digest,
        proof: [Digest]
    ) throws(AuditLogError) {
        guard TreeGeometry.isSubtree(start: start, end: end) else {
            throw .proof(.invalidSubtree)
        }
        guard end <= size else { throw .proof(.sizeOutOfRange) }
        guard start < end else {
            guard proof.isEmpty else { throw .proof(.wrongLength) }
            guard subtreeRoot == MerkleHasher.emptyRoot else {
                throw .proof(.olderRootMismatch)
            }
            return
        }
        var path: [Step] = []
        var remaining = proof[...]
        var low: UInt64 = 0
        var high = size
        var start = start
        var isKnown = true
        while (start, end) != (low, high) {
            guard let sibling = remaining.popLast() else { throw .proof(.wrongLength) }
            let middle = low + TreeGeometry.split(high - low)
            if end <= middle {
                path.append(.onTheRight(sibling))
                high = middle
            } else if start >= middle {
                path.append(.onTheLeft(sibling))
                low = middle
            } else {
                path.append(.inside(sibling))
                low = middle
                start = middle
                isKnown = false
            }
        }
        var seed = subtreeRoot
        if !isKnown {
            guard let first = remaining.popLast() else { throw .proof(.wrongLength) }
            seed = first
        }
        guard remaining.isEmpty else { throw .proof(.wrongLength) }
        let roots = fold(path, older: seed, newer: seed)
        guard roots.older == subtreeRoot else { throw .proof(.olderRootMismatch) }
        guard roots.newer == root else { throw .proof(.rootMismatch) }
    }
}
