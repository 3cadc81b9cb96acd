import Cryptography
import Foundation
import Testing

@Suite struct EncodingTests {
    /// RFC 4648 section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func `base64 agrees with the RFC`(plain: String, encoded: String) {
        #expect(Base64.encode(utf8(plain)) == encoded)
        #expect(Base64.decode(encoded) == utf8(plain))
    }

    @Test(arguments: [
        "Zg", "Zg=", "Zh==", "Zm9=", "Zg==\n", " Zg==", "Zg==Zg==", "Z===", "====", "Zm9v=",
        "Zm-_", "Z=g=", "é===",
    ])
    func `base64 has one spelling only`(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test func `every byte survives base64 and hexadecimal`() {
        for count in 0..<70 {
            let data = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count) }
            #expect(Base64.decode(Base64.encode(data)) == data)
            #expect(Hex.decode(Hex.encode(data)) == data)
        }
    }

    @Test(arguments: ["0", "0A", "g0", "0x", " 00", "é"])
    func `hexadecimal is lower case and whole`(text: String) {
        #expect(Hex.decode(text) == nil)
    }

    @Test(arguments: ["records/BCN#1", "a#4294967295", "linkage#2", "A.b_c-d/0#10"])
    func `a key identifier reads back as printed`(text: String) throws {
        #expect(try KeyIdentifier(text: text).text == text)
    }

    @Test(arguments: [
        "", "records", "records#", "#1", "records#0", "records#01", "records#+1", "records#-1",
        "records#4294967296", "re cords#1", "récords#1", "records#1#1", "records#1 ", "a\n#1",
    ])
    func `no other text is a key identifier`(text: String) {
        #expect(throws: CryptographyError.invalidKeyIdentifier) {
            try KeyIdentifier(text: text)
        }
    }

    @Test func `public values pass through JSON and nothing else becomes one`() throws {
        struct Values: Codable, Equatable {
            var digest = SHA256.digest(of: [])
            var key: KeyIdentifier
            var agreement: X25519.PublicKey
            var signing: Ed25519.PublicKey
            var signature: Ed25519.Signature
        }
        let signing = try Ed25519.PrivateKey.random()
        let values = Values(
            key: try KeyIdentifier(text: "records/BCN#1"),
            agreement: try X25519.PrivateKey.random().publicKey,
            signing: signing.publicKey,
            signature: try signing.signature(for: [1])
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(values)
        #expect(try JSONDecoder().decode(Values.self, from: data) == values)
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains("\"key\":\"records/BCN#1\""))
        let signature = Hex.encode(values.signature.bytes)
        for (part, change) in [
            ("BCN#1", "BCN"), (values.digest.hex, "00"), (signature, signature.uppercased()),
            (Hex.encode(values.signing.bytes), String(repeating: "00", count: 32)),
            (Hex.encode(values.agreement.bytes), ""),
        ] {
            let changed = text.replacing(part, with: change)
            // A signature of digits only has no upper case.
            guard changed != text else { continue }
            #expect(throws: (any Error).self, "\(part)") {
                try JSONDecoder().decode(Values.self, from: Data(changed.utf8))
            }
        }
    }

    @Test func `a key name has at most 128 characters`() throws {
        let longest = String(repeating: "k", count: 128)
        #expect(try KeyIdentifier(name: longest, version: 1).name == longest)
        #expect(throws: CryptographyError.invalidKeyIdentifier) {
            try KeyIdentifier(name: longest + "k", version: 1)
        }
    }
}
