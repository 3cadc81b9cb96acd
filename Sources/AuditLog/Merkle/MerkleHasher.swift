public import Cryptography

/// The hashes of a Merkle tree as RFC 6962 section 2.1 defines them, on a reused context.
///
/// A leaf is SHA-256(0x00 || bytes), an interior node SHA-256(0x01 || left || right): a leaf can
/// never pass for a node.
public struct MerkleHasher: ~Copyable, Sendable {
    private static let leafPrefix: [UInt8] = [0]
    private static let nodePrefix: UInt8 = 1

    /// The root of a tree without leaves: the hash of nothing.
    public static let emptyRoot = SHA256.digest(of: [])

    private var hasher = SHA256()

    /// Makes a hasher.
    public init() {}

    /// Hashes a leaf.
    ///
    /// - Parameter bytes: The content of the leaf.
    /// - Returns: The leaf hash.
    public mutating func leaf(_ bytes: [UInt8]) -> Digest {
        leaf(bytes.span)
    }

    /// Hashes a leaf.
    ///
    /// - Parameter bytes: The content of the leaf.
    /// - Returns: The leaf hash.
    public mutating func leaf(_ bytes: Span<UInt8>) -> Digest {
        hasher.reset()
        hasher.update(Self.leafPrefix)
        hasher.update(bytes)
        return hasher.finalize()
    }

    /// Hashes an interior node.
    ///
    /// - Parameters:
    ///   - left: The hash of the left child.
    ///   - right: The hash of the right child.
    /// - Returns: The node hash.
    public mutating func node(_ left: Digest, _ right: Digest) -> Digest {
        hasher.digest(prefix: Self.nodePrefix, left, right)
    }
}
