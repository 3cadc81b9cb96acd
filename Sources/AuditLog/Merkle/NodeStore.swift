public import Cryptography

/// Where the hashes of a Merkle log are kept.
///
/// Only complete nodes are stored, and each is stored once and never changes. Node `index` of
/// level `level` covers the leaves from `index << level` up to, and without, `(index + 1) << level`;
/// level 0 holds the leaf hashes themselves.
public protocol NodeStore {
    /// The node, or nil when it was never stored.
    ///
    /// - Parameters:
    ///   - level: 0 for leaf hashes, counted upward.
    ///   - index: The position within the level, from 0.
    /// - Returns: The hash of the node.
    /// - Throws: Whatever the storage reports; it reaches the caller unchanged.
    func node(level: Int, index: UInt64) throws -> Digest?

    /// Stores a node that was just completed.
    ///
    /// - Parameters:
    ///   - digest: The hash of the node.
    ///   - level: 0 for leaf hashes, counted upward.
    ///   - index: The position within the level, from 0.
    /// - Throws: Whatever the storage reports; it reaches the caller unchanged.
    mutating func put(_ digest: Digest, level: Int, index: UInt64) throws
}

/// Nodes in memory, for verification and tests.
public struct MemoryNodeStore: NodeStore, Sendable {
    private var levels: [[Digest]] = []

    /// Makes an empty store.
    public init() {}

    /// The number of nodes.
    public var count: Int { levels.reduce(0) { $0 + $1.count } }

    /// The node, or nil when it was never stored.
    public func node(level: Int, index: UInt64) -> Digest? {
        guard levels.indices.contains(level), index < levels[level].count else { return nil }
        return levels[level][Int(index)]
    }

    /// Stores the next node of its level.
    ///
    /// - Throws: `AuditLogError.outOfRange` when a node before it is missing.
    public mutating func put(
        _ digest: Digest,
        level: Int,
        index: UInt64
    ) throws(AuditLogError) {
        while levels.count <= level {
            levels.append([])
        }
        guard index <= levels[level].count else { throw .outOfRange }
        if index == levels[level].count {
            levels[level].append(digest)
        } else {
            levels[level][Int(index)] = digest
        }
    }
}
