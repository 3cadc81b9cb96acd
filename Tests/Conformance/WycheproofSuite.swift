import Cryptography
import Foundation

/// The vectors of C2SP Wycheproof, through this project's own doors.
enum WycheproofSuite {
    private static let algorithms: Set<String> = [
        "AES-GCM", "HKDF-SHA-256", "HMACSHA256", "EDDSA", "XDH",
    ]

    /// What every file has, whatever its cases look like.
    private struct Outline: Decodable {
        struct Group: Decodable {
            struct Case: Decodable {}
            let type: String?
            let tests: [Case]
        }
        let algorithm: String?
        let testGroups: [Group]

        /// Why its cases are not run; nil when they are.
        ///
        /// Keys in the encodings of ASN.1, JWK and PEM never reach this project.
        var reasonToSkip: String? {
            let algorithm = algorithm ?? "a protocol"
            guard WycheproofSuite.algorithms.contains(algorithm) else {
                return "\(algorithm) is not used by this project"
            }
            let isEncoded = testGroups.contains { group in
                ["Asn", "Pem", "Jwk"].contains { group.type?.contains($0) == true }
            }
            return isEncoded ? "\(algorithm) with keys in another encoding" : nil
        }
    }

    /// A file: groups of cases for one algorithm.
    private struct File: Decodable {
        let algorithm: String
        let testGroups: [Group]
    }

    /// What is the same for all cases of a group.
    struct Group: Decodable {
        struct PublicKey: Decodable {
            let curve: String?
            let pk: String?
        }
        let curve: String?
        let tagSize: Int?
        let publicKey: PublicKey?
        /// What older files call the public key.
        let key: PublicKey?
        let tests: [Case]
    }

    /// A case of any algorithm; texts are hexadecimal.
    struct Case: Decodable {
        let tcId: Int
        let comment: String?
        let result: String
        let key: String?
        let iv: String?
        let aad: String?
        let msg: String?
        let ct: String?
        let tag: String?
        let ikm: String?
        let salt: String?
        let info: String?
        let size: Int?
        let okm: String?
        let sig: String?
        let `public`: String?
        let `private`: String?
        let shared: String?
    }

    static func run(_ files: SuiteFiles, _ tally: inout Tally) throws {
        try files.forEach(".json") { path, data in
            guard let outline = try? JSONDecoder().decode(Outline.self, from: data) else {
                throw SuiteError(path: path, reason: "is no file of test vectors")
            }
            if let reason = outline.reasonToSkip {
                for _ in outline.testGroups.flatMap(\.tests) { tally.add(path, .skipped(reason)) }
                return
            }
            guard let file = try? JSONDecoder().decode(File.self, from: data) else {
                throw SuiteError(path: path, reason: "has a case that cannot be read")
            }
            for group in file.testGroups {
                for test in group.tests {
                    let verdict = try check(file.algorithm, group, test)
                    tally.add("\(path) case \(test.tcId) (\(test.comment ?? ""))", verdict)
                }
            }
        }
    }

    private static func check(
        _ algorithm: String,
        _ group: Group,
        _ test: Case
    ) throws -> Tally.Verdict {
        switch algorithm {
        case "AES-GCM": try WycheproofCheck.aesGCM(test)
        case "HKDF-SHA-256": try WycheproofCheck.hkdf(test)
        case "HMACSHA256": try WycheproofCheck.hmac(test, tagSize: group.tagSize ?? 256)
        case "EDDSA" where (group.publicKey ?? group.key)?.curve == "edwards25519":
            try WycheproofCheck.ed25519(test, publicKey: (group.publicKey ?? group.key)?.pk)
        case "XDH" where group.curve == "curve25519": try WycheproofCheck.x25519(test)
        default: .skipped("\(algorithm) on a curve that is not used by this project")
        }
    }
}
