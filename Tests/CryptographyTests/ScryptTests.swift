import Cryptography
import Testing

@Suite struct ScryptTests {
    @Test func `the key agrees with RFC 7914 section 12`() throws {
        let passphrase = SecretBytes(copying: utf8("pleaseletmein"))
        let key = try Scrypt(log2N: 14, r: 8, p: 1)
            .derive(passphrase: passphrase, salt: utf8("SodiumChloride"), count: 64)
        #expect(
            reveal(key)
                == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        )
    }

    @Test func `the standard cost is above the library's default memory limit and works`() throws {
        let key = try Scrypt.standard
            .derive(passphrase: try secret("00"), salt: [1], count: 32)
        #expect(key.count == 32)
        #expect(Scrypt.standard == (try Scrypt(log2N: 17, r: 8, p: 1)))
        #expect(Scrypt.minimum == (try Scrypt(log2N: 14, r: 8, p: 1)))
    }

    @Test(arguments: [(13, 8, 1), (0, 8, 1), (-1, 8, 1), (17, 7, 1), (17, 8, 0), (17, -8, 1)])
    func `a cost below the floor is refused`(log2N: Int, r: Int, p: Int) {
        #expect(throws: CryptographyError.weakParameters("scrypt")) {
            try Scrypt(log2N: log2N, r: r, p: p)
        }
    }

    @Test(arguments: [
        (20, 8, 1), (63, 8, 1), (255, 8, 1), (14, 1025, 1), (19, 9, 1), (14, 8, 17),
        (14, Int.max, 1),
    ])
    func `a cost above the ceiling is refused`(log2N: Int, r: Int, p: Int) {
        #expect(throws: CryptographyError.excessiveParameters("scrypt")) {
            try Scrypt(log2N: log2N, r: r, p: p)
        }
    }

    @Test func `the ceiling itself is permitted`() throws {
        #expect(try Scrypt(log2N: 19, r: 8, p: 16).log2N == 19)
    }
}
