import Cryptography
import Testing

@Suite struct HMACSHA256Tests {
    /// RFC 4231 sections 4.2 to 4.5, 4.7 and 4.8: key, data, code.
    static let vectors = [
        (
            String(repeating: "0b", count: 20), Hex.encode(utf8("Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Hex.encode(utf8("Jefe")), Hex.encode(utf8("what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            String(repeating: "aa", count: 20), String(repeating: "dd", count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            "0102030405060708090a0b0c0d0e0f10111213141516171819",
            String(repeating: "cd", count: 50),
            "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
        ),
        (
            String(repeating: "aa", count: 131),
            Hex.encode(utf8("Test Using Larger Than Block-Size Key - Hash Key First")),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            String(repeating: "aa", count: 131),
            Hex.encode(
                utf8(
                    "This is a test using a larger than block-size key and a larger than "
                        + "block-size data. The key needs to be hashed before being used by the "
                        + "HMAC algorithm."
                )
            ),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ]

    @Test(arguments: vectors)
    func `codes agree with RFC 4231`(key: String, data: String, code: String) throws {
        let key = try secret(key)
        let data = try bytes(data)
        #expect(HMACSHA256.authenticationCode(for: data, key: key).hex == code)

        var context = HMACSHA256(key: key)
        context.update([1, 2, 3])
        #expect(context.authenticationCode(for: data).hex == code)
        for byte in data {
            context.update([byte])
        }
        #expect(context.finalize().hex == code)
    }

    @Test func `a wrong code, message or key is refused`() throws {
        let key = try secret("00ff")
        let code = HMACSHA256.authenticationCode(for: [1, 2], key: key)
        func isValid(_ code: Digest, _ message: [UInt8], key: String) throws -> Bool {
            HMACSHA256.isValid(code, for: message, key: try secret(key))
        }
        #expect(try isValid(code, [1, 2], key: "00ff"))
        #expect(try !isValid(code, [1, 3], key: "00ff"))
        #expect(try !isValid(code, [1, 2], key: "00fe"))
        for bit in 0..<256 {
            let changed = try #require(Digest(bytes: code.bytes.flippingBit(bit)))
            #expect(try !isValid(changed, [1, 2], key: "00ff"))
        }
    }
}
