public import Cryptography

/// An append-only Merkle log (RFC 6962) over a store of nodes.
///
/// The log holds the peaks of the tree in memory; appending writes, on average, two nodes. A node
/// that the store should have and has not is `AuditLogError.missingNode`; whatever the store itself
/// throws passes through unchanged.
public struct MerkleLog<Store: NodeStore>: ~Copyable {
    /// Where the nodes are.
    public var store: Store

    /// The number of leaves and the peaks over them.
    public private(set) var range: CompactRange

    private var hasher = MerkleHasher()

    /// Opens a log.
    ///
    /// - Parameters:
    ///   - store: Where the nodes are.
    ///   - size: The number of leaves, as recorded by the caller.
    /// - Throws: `AuditLogError.missingNode`, or an error of the store.
    public init(store: Store, size: UInt64) throws {
        var peaks: [Digest] = []
        var start: UInt64 = 0
        for level in stride(from: 63, through: 0, by: -1) where size >> UInt64(level) & 1 == 1 {
            let index = start >> UInt64(level)
            guard let peak = try store.node(level: level, index: index) else {
                throw AuditLogError.missingNode(level: level, index: index)
            }
            peaks.append(peak)
            start += 1 << UInt64(level)
        }
        range = try CompactRange(size: size, peaks: peaks)
        self.store = store
    }

    /// The number of leaves.
    public var size: UInt64 { range.size }

    /// Appends a leaf.
    ///
    /// - Parameter leaf: The content of the leaf.
    /// - Returns: Its index.
    /// - Throws: An error of the store; the log is then unchanged, the store may hold some of the
    ///   new nodes, and its own transaction must be rolled back.
    @discardableResult
    public mutating func append(leaf: [UInt8]) throws -> UInt64 {
        try append(leafHash: hasher.leaf(leaf))
    }

    /// Appends a leaf whose hash is known.
    ///
    /// - Parameter leafHash: The hash of the leaf.
    /// - Returns: Its index.
    /// - Throws: As for `append(leaf:)`.
    @discardableResult
    public mutating func append(leafHash: Digest) throws -> UInt64 {
        let index = range.size
        try range.append(leafHash, using: &hasher) { digest, level, index in
            try store.put(digest, level: level, index: index)
        }
        return index
    }

    /// The root over all leaves.
    ///
    /// - Returns: The root hash.
    public mutating func root() -> Digest {
        range.root(using: &hasher)
    }

    /// The root over the first leaves, as it was when the log had that size.
    ///
    /// - Parameter size: The number of leaves.
    /// - Returns: The root hash.
    /// - Throws: `AuditLogError.outOfRange` or `.missingNode`, or an error of the store.
    public mutating func root(size: UInt64) throws -> Digest {
        guard size <= self.size else { throw AuditLogError.outOfRange }
        return try hash(start: 0, end: size)
    }

    /// The hash over a range that a tree can have as a subtree.
    mutating func hash(start: UInt64, end: UInt64) throws -> Digest {
        guard start < end else { return MerkleHasher.emptyRoot }
        // The complete subtrees from left to right; an incomplete one is at the right edge only.
        var peaks: [Digest] = []
        var start = start
        while start < end {
            let width =
                (end - start).nonzeroBitCount == 1
                ? end - start : TreeGeometry.split(end - start)
            guard
                let level = TreeGeometry.levelOfCompleteNode(start: start, end: start + width)
            else { throw AuditLogError.outOfRange }
            let index = start >> UInt64(level)
            guard let node = try store.node(level: level, index: index) else {
                throw AuditLogError.missingNode(level: level, index: index)
            }
            peaks.append(node)
            start += width
        }
        var digest = peaks.removeLast()
        for peak in peaks.reversed() {
            digest = hasher.node(peak, digest)
        }
        return digest
    }
}

extension MerkleLog: Sendable where Store: Sendable {}
