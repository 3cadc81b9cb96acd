import AuditLog
import Cryptography
import Testing

@Suite struct MerkleProofTests {
    static let size: UInt64 = 13
    static let hashes = (0..<13).map { Reference.leaf(utf8("leaf \($0)")) }
    static let root = Reference.root(hashes[...])

    static func fault(
        index: UInt64 = 5,
        size: UInt64 = Self.size,
        leafHash: Digest = hashes[5],
        root: Digest = Self.root,
        proof: [Digest]
    ) -> AuditLogError? {
        do throws(AuditLogError) {
            try MerkleProof.verifyInclusion(
                leafHash: leafHash,
                index: index,
                size: size,
                root: root,
                proof: proof
            )
            return nil
        } catch {
            return error
        }
    }

    static func flipped(_ proof: [Digest]) throws -> [[Digest]] {
        try proof.indices.flatMap { position in
            try stride(from: 0, to: 256, by: 5).map { bit in
                var changed = proof
                changed[position] = try #require(
                    Digest(bytes: proof[position].bytes.flippingBit(bit))
                )
                return changed
            }
        }
    }

    @Test func `an inclusion proof holds for its own leaf, place and tree only`() throws {
        let proof = Reference.path(5, Self.hashes[...])
        #expect(Self.fault(proof: proof) == nil)
        #expect(Self.fault(index: 4, proof: proof) == .proof(.rootMismatch))
        #expect(Self.fault(leafHash: Self.hashes[4], proof: proof) == .proof(.rootMismatch))
        #expect(Self.fault(root: Self.hashes[0], proof: proof) == .proof(.rootMismatch))
        #expect(Self.fault(index: 13, proof: proof) == .proof(.indexOutOfRange))
        #expect(Self.fault(index: 0, size: 0, proof: []) == .proof(.indexOutOfRange))
        #expect(Self.fault(index: .max, size: .max, proof: proof) == .proof(.indexOutOfRange))
        #expect(Self.fault(index: 5, size: .max, proof: proof) == .proof(.wrongLength))
        #expect(Self.fault(proof: []) == .proof(.wrongLength))
        #expect(Self.fault(proof: Array(proof.dropLast())) == .proof(.wrongLength))
        #expect(Self.fault(proof: proof + [Self.root]) == .proof(.wrongLength))
        #expect(Self.fault(proof: proof.reversed()) == .proof(.rootMismatch))
        for changed in try Self.flipped(proof) {
            #expect(Self.fault(proof: changed) == .proof(.rootMismatch))
        }
    }

    @Test func `a consistency proof holds for its own roots and sizes only`() throws {
        let older = Reference.root(Self.hashes.prefix(6))
        let proof = Reference.subproof(6, Self.hashes[...], true)
        func fault(
            from: UInt64 = 6,
            _ olderRoot: Digest,
            to: UInt64 = Self.size,
            _ newerRoot: Digest,
            _ proof: [Digest]
        ) -> AuditLogError? {
            do throws(AuditLogError) {
                try MerkleProof.verifyConsistency(
                    from: from,
                    root: olderRoot,
                    to: to,
                    root: newerRoot,
                    proof: proof
                )
                return nil
            } catch {
                return error
            }
        }
        #expect(fault(older, Self.root, proof) == nil)
        #expect(fault(Self.root, Self.root, proof) == .proof(.olderRootMismatch))
        #expect(fault(older, older, proof) == .proof(.rootMismatch))
        #expect(fault(from: 0, older, Self.root, proof) == .proof(.sizeOutOfRange))
        #expect(fault(from: 14, older, Self.root, proof) == .proof(.sizeOutOfRange))
        #expect(fault(from: 13, Self.root, Self.root, []) == nil)
        #expect(fault(from: 13, older, Self.root, []) == .proof(.rootMismatch))
        #expect(fault(older, Self.root, []) == .proof(.wrongLength))
        #expect(fault(older, Self.root, proof + [older]) == .proof(.wrongLength))
        for changed in try Self.flipped(proof) {
            #expect(fault(older, Self.root, changed) != nil)
        }
    }

    @Test func `a range that no tree has is refused`() {
        for (start, end) in [(1, 3), (2, 5), (3, 5), (5, 4), (1, .max)] as [(UInt64, UInt64)] {
            #expect(throws: AuditLogError.proof(.invalidSubtree)) {
                try MerkleProof.verifySubtreeInclusion(
                    leafHash: Self.root,
                    index: start,
                    start: start,
                    end: end,
                    root: Self.root,
                    proof: []
                )
            }
            #expect(throws: AuditLogError.proof(.invalidSubtree)) {
                try MerkleProof.verifySubtreeConsistency(
                    start: start,
                    end: end,
                    subtreeRoot: Self.root,
                    size: .max,
                    root: Self.root,
                    proof: []
                )
            }
        }
    }
}
