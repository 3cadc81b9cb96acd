import AuditLog
import Cryptography
import Testing

@Suite struct MerkleTreeTests {
    /// The leaves and roots of the RFC 6962 reference implementation.
    static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        Array(0x50...0x57), Array(0x60...0x6f),
    ]
    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test func `roots agree with the reference implementation`() throws {
        var log = try MerkleLog(store: MemoryNodeStore(), size: 0)
        var hasher = MerkleHasher()
        var range = CompactRange()
        for (size, root) in Self.roots.enumerated() {
            if size > 0 {
                let leaf = Self.leaves[size - 1]
                let index = try log.append(leaf: leaf)
                #expect(index == UInt64(size - 1))
                range.append(hasher.leaf(leaf), using: &hasher)
            }
            let logRoot = log.root()
            let rangeRoot = range.root(using: &hasher)
            #expect(logRoot == (try digest(root)))
            #expect(rangeRoot == (try digest(root)))
        }
        for (size, root) in Self.roots.enumerated() {
            let earlier = try log.root(size: UInt64(size))
            #expect(earlier == (try digest(root)))
        }
    }

    static let largest = 70
    static let hashes = (0..<largest).map { Reference.leaf(utf8("leaf \($0)")) }

    static func log() throws -> MerkleLog<MemoryNodeStore> {
        var log = try MerkleLog(store: MemoryNodeStore(), size: 0)
        for hash in hashes {
            try log.append(leafHash: hash)
        }
        return log
    }

    @Test func `every root and inclusion proof is that of the definition, and verifies`() throws {
        var log = try Self.log()
        for size in 0...Self.largest {
            let leaves = Self.hashes.prefix(size)
            let root = try log.root(size: UInt64(size))
            #expect(root == Reference.root(leaves))
            for index in 0..<size {
                let proof = try log.inclusionProof(index: UInt64(index), size: UInt64(size))
                #expect(proof == Reference.path(index, leaves))
                try MerkleProof.verifyInclusion(
                    leafHash: Self.hashes[index],
                    index: UInt64(index),
                    size: UInt64(size),
                    root: root,
                    proof: proof
                )
            }
        }
    }

    @Test func `every consistency proof is that of the definition, and verifies`() throws {
        var log = try Self.log()
        for newer in 1...Self.largest {
            let leaves = Self.hashes.prefix(newer)
            for older in 1...newer {
                let proof = try log.consistencyProof(from: UInt64(older), to: UInt64(newer))
                #expect(proof == Reference.subproof(older, leaves, true))
                try MerkleProof.verifyConsistency(
                    from: UInt64(older),
                    root: Reference.root(leaves.prefix(older)),
                    to: UInt64(newer),
                    root: Reference.root(leaves),
                    proof: proof
                )
            }
        }
    }

    @Test func `every subtree has its root, and its proofs verify`() throws {
        var log = try Self.log()
        let size = 41
        let root = Reference.root(Self.hashes.prefix(size))
        var count = 0
        for start in 0..<size {
            for end in start...size {
                var width = 1
                while width < end - start {
                    width *= 2
                }
                guard start % width == 0 else {
                    #expect(throws: AuditLogError.outOfRange) {
                        try log.subtreeRoot(start: UInt64(start), end: UInt64(end))
                    }
                    continue
                }
                count += 1
                let subtree = try log.subtreeRoot(start: UInt64(start), end: UInt64(end))
                #expect(subtree == Reference.root(Self.hashes[start..<end]))
                let proof = try log.subtreeConsistencyProof(
                    start: UInt64(start),
                    end: UInt64(end),
                    size: UInt64(size)
                )
                try MerkleProof.verifySubtreeConsistency(
                    start: UInt64(start),
                    end: UInt64(end),
                    subtreeRoot: subtree,
                    size: UInt64(size),
                    root: root,
                    proof: proof
                )
                for index in start..<end {
                    let path = try log.subtreeInclusionProof(
                        index: UInt64(index),
                        start: UInt64(start),
                        end: UInt64(end)
                    )
                    #expect(path == Reference.path(index - start, Self.hashes[start..<end]))
                    try MerkleProof.verifySubtreeInclusion(
                        leafHash: Self.hashes[index],
                        index: UInt64(index),
                        start: UInt64(start),
                        end: UInt64(end),
                        root: subtree,
                        proof: path
                    )
                }
            }
        }
        #expect(count > 150)
    }

    @Test func `a log goes on where it stood`() throws {
        var whole = try Self.log()
        for size in 0...Self.largest {
            var log = try MerkleLog(store: whole.store, size: UInt64(size))
            let root = log.root()
            let expected = try whole.root(size: UInt64(size))
            #expect(root == expected)
            if size < Self.largest {
                try log.append(leafHash: Self.hashes[size])
                let next = try whole.root(size: UInt64(size + 1))
                let grown = log.root()
                #expect(grown == next)
            }
        }
    }

    @Test func `a store with a hole is found out`() throws {
        var store = MemoryNodeStore()
        try store.put(Self.hashes[0], level: 0, index: 0)
        let partial = store
        #expect(throws: AuditLogError.missingNode(level: 1, index: 0)) {
            _ = try MerkleLog(store: partial, size: 2)
        }
        #expect(throws: AuditLogError.outOfRange) {
            var store = MemoryNodeStore()
            try store.put(Self.hashes[0], level: 0, index: 1)
        }
        #expect(throws: AuditLogError.invalidCompactRange) {
            try CompactRange(size: 3, peaks: [Self.hashes[0]])
        }
    }

    @Test func `a store that fails leaves the log unchanged`() throws {
        struct Refusal: Error {}
        struct FailingStore: NodeStore {
            var nodes = MemoryNodeStore()
            var permitted = Int.max
            func node(level: Int, index: UInt64) throws -> Digest? {
                nodes.node(level: level, index: index)
            }
            mutating func put(_ digest: Digest, level: Int, index: UInt64) throws {
                guard permitted > 0 else { throw Refusal() }
                permitted -= 1
                try nodes.put(digest, level: level, index: index)
            }
        }
        var log = try MerkleLog(store: FailingStore(), size: 0)
        for hash in Self.hashes.prefix(7) {
            try log.append(leafHash: hash)
        }
        let before = log.range
        for permitted in 0..<4 {
            log.store.permitted = permitted
            #expect(throws: Refusal.self) { try log.append(leafHash: Self.hashes[7]) }
            #expect(log.range == before)
        }
        log.store.permitted = 4
        try log.append(leafHash: Self.hashes[7])
        let root = log.root()
        #expect(root == Reference.root(Self.hashes.prefix(8)))
    }

    @Test(arguments: [(0, 0), (1, 1), (70, 70), (71, 71), (0, 71)])
    func `a proof outside the log is refused`(index: UInt64, size: UInt64) throws {
        var log = try Self.log()
        #expect(throws: AuditLogError.outOfRange) {
            try log.inclusionProof(index: index, size: size)
        }
    }

    @Test func `a consistency proof outside the log is refused`() throws {
        var log = try Self.log()
        for (older, newer) in [(0, 5), (6, 5), (5, 71), (71, 71)] as [(UInt64, UInt64)] {
            #expect(throws: AuditLogError.outOfRange) {
                try log.consistencyProof(from: older, to: newer)
            }
        }
        #expect(throws: AuditLogError.outOfRange) { try log.root(size: 71) }
    }
}
