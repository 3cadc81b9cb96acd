public import Cryptography

/// The complete subtrees that cover the first leaves of a log: all that is needed to append.
///
/// There is one peak for each bit of the size, the largest first, so that a log of a million
/// leaves is represented by at most twenty hashes. Appending and computing the root take time
/// that grows with the logarithm of the size.
public struct CompactRange: Hashable, Sendable {
    /// The number of leaves.
    public private(set) var size: UInt64

    /// The hashes of the complete subtrees, from left to right.
    public private(set) var peaks: [Digest]

    /// Begins with no leaves.
    public init() {
        size = 0
        peaks = []
    }

    /// Goes on where another range stood.
    ///
    /// - Parameters:
    ///   - size: The number of leaves.
    ///   - peaks: The hashes of the complete subtrees, from left to right.
    /// - Throws: `AuditLogError.invalidCompactRange` when their number does not fit the size.
    public init(size: UInt64, peaks: [Digest]) throws(AuditLogError) {
        guard peaks.count == size.nonzeroBitCount else { throw .invalidCompactRange }
        self.size = size
        self.peaks = peaks
    }

    /// Appends a leaf.
    ///
    /// - Parameters:
    ///   - leafHash: The hash of the leaf.
    ///   - hasher: Working memory.
    public mutating func append(_ leafHash: Digest, using hasher: inout MerkleHasher) {
        append(leafHash, using: &hasher) { _, _, _ in }
    }

    /// Appends a leaf and reports every node that it completes, the leaf first.
    ///
    /// When `visit` throws, the range is left as it was.
    mutating func append<Failure: Error>(
        _ leafHash: Digest,
        using hasher: inout MerkleHasher,
        visiting visit: (Digest, _ level: Int, _ index: UInt64) throws(Failure) -> Void
    ) throws(Failure) {
        var digest = leafHash
        var level = 0
        var index = size
        try visit(digest, level, index)
        while !index.isMultiple(of: 2) {
            digest = hasher.node(peaks[peaks.count - 1 - level], digest)
            level += 1
            index >>= 1
            try visit(digest, level, index)
        }
        peaks.removeLast(level)
        peaks.append(digest)
        size += 1
    }

    /// The root of the tree over all leaves.
    ///
    /// - Parameter hasher: Working memory.
    /// - Returns: The root hash.
    public func root(using hasher: inout MerkleHasher) -> Digest {
        guard var root = peaks.last else { return MerkleHasher.emptyRoot }
        for peak in peaks.dropLast().reversed() {
            root = hasher.node(peak, root)
        }
        return root
    }
}
