import AuditLog
import Cryptography
import Foundation
import Testing

private let conformanceFolder = ProcessInfo.processInfo.environment["MILENARI_CONFORMANCE"]

/// The cases of the transparency-dev reference implementation.
///
/// They run when the environment variable MILENARI_CONFORMANCE names a folder that has a folder
/// `merkle` in it; the cases are not part of this repository.
@Suite(.enabled(if: conformanceFolder != nil, "MILENARI_CONFORMANCE is not set"))
struct MerkleConformanceTests {
    struct Case: Decodable {
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

        /// Hashes of another length cannot even be expressed here; then the case is refused.
        func digest(_ text: String?) throws -> Digest {
            guard let text, let bytes = Base64.decode(text), let digest = Digest(bytes: bytes)
            else { throw AuditLogError.malformedBundle }
            return digest
        }

        func hashes() throws -> [Digest] {
            try (proof ?? []).map(digest)
        }

        /// Some cases give roots that are no hashes, only to be compared; equal stays equal here.
        func opaque(_ text: String?) throws -> Digest {
            let bytes = try #require(text.flatMap(Base64.decode))
            return Digest(bytes: bytes) ?? SHA256.digest(of: bytes)
        }

        func number(_ value: UInt64?) throws -> UInt64 {
            try #require(value)
        }
    }

    static func cases(_ kind: String) throws -> [(path: String, test: Case)] {
        let folder = URL(fileURLWithPath: try #require(conformanceFolder))
            .appendingPathComponent("merkle").appendingPathComponent(kind)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var cases: [(path: String, test: Case)] = []
        for case let file as URL in try #require(files) where file.pathExtension == "json" {
            let test = try JSONDecoder().decode(Case.self, from: try Data(contentsOf: file))
            cases.append((file.path, test))
        }
        return cases
    }

    static func run(_ kind: String, _ check: (Case) throws -> Void) throws {
        let cases = try cases(kind)
        #expect(!cases.isEmpty)
        for (path, test) in cases {
            var isRefused = false
            do {
                try check(test)
            } catch is AuditLogError {
                isRefused = true
            }
            #expect(isRefused == test.wantErr, "\(path)")
        }
    }

    @Test func `inclusion proofs`() throws {
        try Self.run("inclusion") { test in
            try MerkleProof.verifyInclusion(
                leafHash: try test.digest(test.leafHash),
                index: try test.number(test.leafIdx),
                size: try test.number(test.treeSize),
                root: try test.opaque(test.root),
                proof: try test.hashes()
            )
        }
    }

    @Test func `consistency proofs`() throws {
        try Self.run("consistency") { test in
            try MerkleProof.verifyConsistency(
                from: try test.number(test.size1),
                root: try test.opaque(test.root1),
                to: try test.number(test.size2),
                root: try test.opaque(test.root2),
                proof: try test.hashes()
            )
        }
    }

    @Test func `subtree inclusion proofs`() throws {
        try Self.run("subtreeinclusion") { test in
            try MerkleProof.verifySubtreeInclusion(
                leafHash: try test.digest(test.leafHash),
                index: try test.number(test.leafIdx),
                start: try test.number(test.start),
                end: try test.number(test.end),
                root: try test.opaque(test.root),
                proof: try test.hashes()
            )
        }
    }

    @Test func `subtree consistency proofs`() throws {
        try Self.run("subtreeconsistency") { test in
            try MerkleProof.verifySubtreeConsistency(
                start: try test.number(test.start),
                end: try test.number(test.end),
                subtreeRoot: try test.opaque(test.root1),
                size: try test.number(test.size),
                root: try test.opaque(test.root2),
                proof: try test.hashes()
            )
        }
    }
}
