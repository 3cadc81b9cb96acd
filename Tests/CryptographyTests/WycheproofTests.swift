import Cryptography
import Foundation
import Testing

private let conformanceFolder = ProcessInfo.processInfo.environment["MILENARI_CONFORMANCE"]

/// The vectors of C2SP Wycheproof through this module's own doors.
///
/// They run when the environment variable MILENARI_CONFORMANCE names a folder that has a folder
/// `wycheproof` in it; the vectors are not part of this repository.
@Suite(.enabled(if: conformanceFolder != nil, "MILENARI_CONFORMANCE is not set"))
struct WycheproofTests {
    struct File<Group: Decodable>: Decodable {
        let numberOfTests: Int
        let testGroups: [Group]
    }

    static func load<Group: Decodable>(_ name: String) throws -> File<Group> {
        let path = "\(try #require(conformanceFolder))/wycheproof/\(name)"
        return try JSONDecoder().decode(
            File<Group>.self,
            from: try Data(contentsOf: URL(fileURLWithPath: path))
        )
    }

    struct AEADGroup: Decodable {
        struct Case: Decodable {
            let tcId: Int
            let key: String
            let iv: String
            let aad: String
            let msg: String
            let ct: String
            let tag: String
            let result: String
        }
        let ivSize: Int
        let keySize: Int
        let tagSize: Int
        let tests: [Case]
    }

    @Test func `AES-GCM passes every vector with a nonce of 96 bits`() throws {
        let file: File<AEADGroup> = try Self.load("aes_gcm_test.json")
        var passed = 0
        var refused = 0
        for group in file.testGroups {
            for test in group.tests {
                let nonce = try bytes(test.iv)
                let message = try bytes(test.msg)
                let associatedData = try bytes(test.aad)
                let sealed = try bytes(test.ct + test.tag)
                #expect(group.tagSize == 128)
                guard nonce.count == AESGCM.nonceSize else {
                    // Nonces of other sizes are not supported: they are refused, never hashed.
                    #expect(throws: CryptographyError.self) {
                        try AESGCM.open(
                            sealed,
                            key: try secret(test.key),
                            nonce: nonce,
                            associatedData: associatedData
                        )
                    }
                    refused += 1
                    continue
                }
                let opened = try? AESGCM.open(
                    sealed,
                    key: try secret(test.key),
                    nonce: nonce,
                    associatedData: associatedData
                )
                if test.result == "valid" {
                    #expect(opened == message, "case \(test.tcId)")
                    let made = try AESGCM.seal(
                        message,
                        key: try secret(test.key),
                        nonce: nonce,
                        associatedData: associatedData
                    )
                    #expect(made == sealed, "case \(test.tcId)")
                } else {
                    #expect(opened == nil, "case \(test.tcId)")
                }
                passed += 1
            }
        }
        #expect(passed + refused == file.numberOfTests)
        #expect(passed > 100)
    }

    struct HKDFGroup: Decodable {
        struct Case: Decodable {
            let tcId: Int
            let ikm: String
            let salt: String
            let info: String
            let size: Int
            let okm: String
            let result: String
        }
        let tests: [Case]
    }

    @Test func `HKDF passes every vector`() throws {
        let file: File<HKDFGroup> = try Self.load("hkdf_sha256_test.json")
        var passed = 0
        for test in file.testGroups.flatMap(\.tests) {
            var output: String?
            do {
                output = reveal(
                    try HKDF.derive(
                        from: try secret(test.ikm),
                        salt: try bytes(test.salt),
                        info: try bytes(test.info),
                        count: test.size
                    )
                )
            } catch CryptographyError.outputTooLong {
                output = nil
            }
            #expect(output == (test.result == "valid" ? test.okm : nil), "case \(test.tcId)")
            passed += 1
        }
        #expect(passed == file.numberOfTests)
    }

    struct MACGroup: Decodable {
        struct Case: Decodable {
            let tcId: Int
            let key: String
            let msg: String
            let tag: String
            let result: String
        }
        let tagSize: Int
        let tests: [Case]
    }

    @Test func `HMAC passes every vector`() throws {
        let file: File<MACGroup> = try Self.load("hmac_sha256_test.json")
        var passed = 0
        for group in file.testGroups {
            for test in group.tests {
                let code = HMACSHA256.authenticationCode(
                    for: try bytes(test.msg),
                    key: try secret(test.key)
                )
                // Some groups cut the code to 128 bits.
                let tag = Array(code.bytes.prefix(group.tagSize / 8))
                let agrees = ConstantTime.areEqual(tag, try bytes(test.tag))
                #expect(agrees == (test.result == "valid"), "case \(test.tcId)")
                passed += 1
            }
        }
        #expect(passed == file.numberOfTests)
    }
}
