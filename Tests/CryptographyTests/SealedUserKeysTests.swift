import Cryptography
import Testing

@Suite struct SealedUserKeysTests {
    static let user = "ana.garcia"
    static let trial = "MILENARI-ALL-1"

    /// Written by an independent program in Python; format 1 opens for ever.
    static func fixture() throws -> [UInt8] {
        try bytes(
            "4d4c4e55010e00080132333435363738393a3b3c3d3e3f404142434445464748"
                + "494a4b4c4d4e4f50516465666768696a6b6c6d6e6f707172737475767778797a"
                + "7b7c7d7e7f808182835be431d1cfd2c7b0dd6498be5cb258936ce7396ab55573"
                + "0784ad7e70fbce1a3cc8c9cacbcccdcecfd0d1d2d36450481b84bd2f14dad450"
                + "bc054e0d0f7b54bc18a7fe9f05956b7df607222814ce58b1593e2629cc0eaa4b"
                + "2648c383c5df0e34fd0d80b422d781a2c4bd204c2cd51c8ca7cce2b1d6fc1a51"
                + "545abfeb5c"
        )
    }

    static func failure(
        _ encoded: [UInt8],
        passphrase: String = "correct horse",
        user: String = Self.user,
        trial: String = Self.trial
    ) -> CryptographyError? {
        do throws(CryptographyError) {
            _ = try SealedUserKeys(encoded: encoded).open(
                passphrase: SecretBytes(copying: utf8(passphrase)),
                user: user,
                trial: trial
            )
            return nil
        } catch {
            return error
        }
    }

    @Test func `keys sealed by another program open`() throws {
        let sealed = try SealedUserKeys(encoded: try Self.fixture())
        let keys = try sealed.open(
            passphrase: SecretBytes(copying: utf8("correct horse")),
            user: Self.user,
            trial: Self.trial
        )
        #expect(reveal(try keys.agreement.secretBytes()) == Hex.encode(Array(1..<33)))
        #expect(reveal(try keys.signing.secretBytes()) == Hex.encode(Array(33..<65)))
        #expect(sealed.cost == .minimum)
        #expect(try sealed.encoded == Self.fixture())
    }

    @Test func `what was sealed opens, with its own cost`() throws {
        let keys = try UserKeys.random()
        let cost = try Scrypt(log2N: 15, r: 8, p: 2)
        let passphrase = SecretBytes(copying: utf8("contraseña"))
        let sealed = try SealedUserKeys.seal(
            keys,
            passphrase: passphrase,
            user: "u",
            trial: "t",
            cost: cost
        )
        let read = try SealedUserKeys(encoded: sealed.encoded)
        #expect(read.cost == cost)
        let opened = try read.open(passphrase: passphrase, user: "u", trial: "t")
        #expect(opened.agreement.publicKey == keys.agreement.publicKey)
        #expect(opened.signing.publicKey == keys.signing.publicKey)
    }

    @Test func `another passphrase, person or trial opens nothing`() throws {
        let encoded = try Self.fixture()
        #expect(Self.failure(encoded) == nil)
        #expect(Self.failure(encoded, passphrase: "correct hors") == .wrongPassphrase)
        #expect(Self.failure(encoded, passphrase: "") == .wrongPassphrase)
        #expect(Self.failure(encoded, user: "ana.garci") == .authenticationFailed)
        #expect(Self.failure(encoded, trial: "OTHER") == .authenticationFailed)
    }

    @Test func `a lowered cost is refused before the passphrase is used`() throws {
        var encoded = try Self.fixture()
        encoded[5] = 13
        #expect(Self.failure(encoded) == .weakParameters("scrypt"))
        encoded[5] = 14
        encoded[7] = 1
        #expect(Self.failure(encoded) == .weakParameters("scrypt"))
        encoded[5] = 40
        encoded[7] = 8
        #expect(Self.failure(encoded) == .excessiveParameters("scrypt"))
    }

    @Test func `no flipped byte goes unnoticed`() throws {
        let encoded = try Self.fixture()
        // Every byte in front of the random salts, every seventh after that: scrypt is slow.
        for index in encoded.indices where index < 9 || index % 7 == 0 {
            var changed = encoded
            changed[index] ^= 1
            #expect(Self.failure(changed) != nil, "byte \(index)")
        }
        for count in [0, 4, 5, 41, 196] {
            #expect(Self.failure(Array(encoded.prefix(count))) != nil)
        }
        #expect(Self.failure(encoded + [0]) == .malformed("sealed user keys"))
    }
}
