public import Cryptography

extension MerkleLog {
    /// Proves that a leaf is in the tree of the first leaves (RFC 6962 section 2.1.1).
    ///
    /// - Parameters:
    ///   - index: The leaf.
    ///   - size: The size of the tree; the whole log when nil.
    /// - Returns: The hashes from the leaf to the root.
    /// - Throws: `AuditLogError.outOfRange` or `.missingNode`, or an error of the store.
    public mutating func inclusionProof(index: UInt64, size: UInt64? = nil) throws -> [Digest] {
        try subtreeInclusionProof(index: index, start: 0, end: size ?? self.size)
    }

    /// Proves that an older state of the log is the beginning of a newer one (section 2.1.2).
    ///
    /// - Parameters:
    ///   - olderSize: At least 1.
    ///   - newerSize: The size of the newer state; the whole log when nil.
    /// - Returns: The hashes; none when the sizes are the same.
    /// - Throws: `AuditLogError.outOfRange` or `.missingNode`, or an error of the store.
    public mutating func consistencyProof(
        from olderSize: UInt64,
        to newerSize: UInt64? = nil
    ) throws -> [Digest] {
        guard olderSize > 0 else { throw AuditLogError.outOfRange }
        return try subtreeConsistencyProof(start: 0, end: olderSize, size: newerSize ?? size)
    }

    /// The hash over the leaves of a subtree.
    ///
    /// - Parameters:
    ///   - start: The first leaf.
    ///   - end: The leaf after the last.
    /// - Returns: The root hash of the subtree.
    /// - Throws: `AuditLogError.outOfRange` or `.missingNode`, or an error of the store.
    public mutating func subtreeRoot(start: UInt64, end: UInt64) throws -> Digest {
        guard TreeGeometry.isSubtree(start: start, end: end), end <= size else {
            throw AuditLogError.outOfRange
        }
        return try hash(start: start, end: end)
    }

    /// Proves that a leaf is in a subtree.
    ///
    /// - Parameters:
    ///   - index: The leaf, counted in the whole log.
    ///   - start: The first leaf of the subtree.
    ///   - end: The leaf after its last.
    /// - Returns: The hashes from the leaf to the root of the subtree.
    /// - Throws: `AuditLogError.outOfRange` or `.missingNode`, or an error of the store.
    public mutating func subtreeInclusionProof(
        index: UInt64,
        start: UInt64,
        end: UInt64
    ) throws -> [Digest] {
        guard TreeGeometry.isSubtree(start: start, end: end), end <= size,
            start <= index, index < end
        else { throw AuditLogError.outOfRange }
        var proof: [Digest] = []
        var low = start
        var high = end
        while high - low > 1 {
            let middle = low + TreeGeometry.split(high - low)
            if index < middle {
                proof.append(try hash(start: middle, end: high))
                high = middle
            } else {
                proof.append(try hash(start: low, end: middle))
                low = middle
            }
        }
        return proof.reversed()
    }

    /// Proves that the leaves of a subtree are leaves of a tree at the same places.
    ///
    /// - Parameters:
    ///   - start: The first leaf of the subtree.
    ///   - end: The leaf after its last.
    ///   - size: The size of the tree.
    /// - Returns: The hashes.
    /// - Throws: `AuditLogError.outOfRange` or `.missingNode`, or an error of the store.
    public mutating func subtreeConsistencyProof(
        start: UInt64,
        end: UInt64,
        size: UInt64
    ) throws -> [Digest] {
        guard TreeGeometry.isSubtree(start: start, end: end), end <= size, size <= self.size
        else { throw AuditLogError.outOfRange }
        guard start < end else { return [] }
        var proof: [Digest] = []
        var low: UInt64 = 0
        var high = size
        var start = start
        var isKnown = true
        while (start, end) != (low, high) {
            let middle = low + TreeGeometry.split(high - low)
            if end <= middle {
                proof.append(try hash(start: middle, end: high))
                high = middle
            } else {
                proof.append(try hash(start: low, end: middle))
                low = middle
                // A subtree that straddles the split begins where the tree begins; what is left
                // of it on the right is not known to the verifier.
                if start < middle {
                    start = middle
                    isKnown = false
                }
            }
        }
        if !isKnown {
            proof.append(try hash(start: low, end: high))
        }
        return proof.reversed()
    }
}
