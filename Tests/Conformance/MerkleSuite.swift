import AuditLog
import Cryptography
import Foundation

/// The cases of the transparency-dev reference implementation: one proof in each file, and whether
/// it has to be refused.
enum MerkleSuite {
    private struct Case: Decodable {
        let leafIdx: UInt64?
        let treeSize: UInt64?
        let start: UInt64?
        let end: UInt64?
        let size: UInt64?
        let size1: UInt64?
        let size2: UInt64?
        let root: String?
        let root1: String?
        let root2: String?
        let leafHash: String?
        let proof: [String]?
        let desc: String
        let wantErr: Bool
    }

    static func run(_ files: SuiteFiles, _ tally: inout Tally) throws {
        try files.forEach(".json") { path, data in
            guard let test = try? JSONDecoder().decode(Case.self, from: data) else {
                throw SuiteError(path: path, reason: "is no case of a Merkle proof")
            }
            var refusal: AuditLogError?
            do throws(AuditLogError) { try verify(test) } catch { refusal = error }
            let isRight = (refusal != nil) == test.wantErr
            let reason = refusal.map { "refused: \($0)" } ?? "accepted"
            tally.add("\(path) (\(test.desc))", isRight ? .passed : .failed(reason))
        }
    }

    /// The kind of proof shows in what is given.
    private static func verify(_ test: Case) throws(AuditLogError) {
        let proof = try (test.proof ?? []).map { text throws(AuditLogError) in try digest(text) }
        if let from = test.size1, let to = test.size2 {
            try MerkleProof.verifyConsistency(
                from: from,
                root: try opaque(test.root1),
                to: to,
                root: try opaque(test.root2),
                proof: proof
            )
        } else if let index = test.leafIdx, let start = test.start, let end = test.end {
            try MerkleProof.verifySubtreeInclusion(
                leafHash: try digest(test.leafHash),
                index: index,
                start: start,
                end: end,
                root: try opaque(test.root),
                proof: proof
            )
        } else if let index = test.leafIdx, let size = test.treeSize {
            try MerkleProof.verifyInclusion(
                leafHash: try digest(test.leafHash),
                index: index,
                size: size,
                root: try opaque(test.root),
                proof: proof
            )
        } else if let start = test.start, let end = test.end, let size = test.size {
            try MerkleProof.verifySubtreeConsistency(
                start: start,
                end: end,
                subtreeRoot: try opaque(test.root1),
                size: size,
                root: try opaque(test.root2),
                proof: proof
            )
        } else {
            throw .malformedBundle
        }
    }

    /// Hashes of another length cannot even be expressed here; then the case is refused.
    private static func digest(_ text: String?) throws(AuditLogError) -> Digest {
        guard let text, let bytes = Base64.decode(text), let digest = Digest(bytes: bytes) else {
            throw .malformedBundle
        }
        return digest
    }

    /// Some cases give roots that are no hashes, only to be compared; equal stays equal here.
    private static func opaque(_ text: String?) throws(AuditLogError) -> Digest {
        guard let bytes = text.flatMap(Base64.decode) else { throw .malformedBundle }
        return Digest(bytes: bytes) ?? SHA256.digest(of: bytes)
    }
}
