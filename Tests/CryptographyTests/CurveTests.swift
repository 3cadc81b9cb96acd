import Cryptography
import Testing

@Suite struct CurveTests {
    /// RFC 7748 section 6.1.
    @Test func `an agreement agrees with RFC 7748`() throws {
        let alice = try X25519.PrivateKey(
            secret: try secret("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")
        )
        let bob = try X25519.PrivateKey(
            secret: try secret("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")
        )
        #expect(
            Hex.encode(alice.publicKey.bytes)
                == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"
        )
        #expect(
            Hex.encode(bob.publicKey.bytes)
                == "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"
        )
        let agreed = reveal(try alice.sharedSecret(with: bob.publicKey))
        #expect(agreed == "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742")
    }

    @Test func `both ends of an agreement get the same secret`() throws {
        let alice = try X25519.PrivateKey.random()
        let bob = try X25519.PrivateKey.random()
        let first = try alice.sharedSecret(with: bob.publicKey)
        let second = try bob.sharedSecret(with: alice.publicKey)
        let agree = first.isEqual(to: second)
        #expect(agree)
        #expect(alice.publicKey != bob.publicKey)
    }

    /// The points of small order on Curve25519 (u = 0, 1, p − 1, and two of order 8).
    @Test(arguments: [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    ])
    func `an all-zero agreement is refused`(point: String) throws {
        let hostile = try X25519.PublicKey(bytes: try bytes(point))
        let key = try X25519.PrivateKey.random()
        #expect(throws: CryptographyError.sharedSecretIsZero) {
            _ = try key.sharedSecret(with: hostile)
        }
        #expect(throws: CryptographyError.sharedSecretIsZero) {
            _ = try HPKE(sendingTo: hostile, info: [])
        }
    }

    @Test func `a private key comes back from its secret`() throws {
        let agreement = try X25519.PrivateKey.random()
        let signing = try Ed25519.PrivateKey.random()
        #expect(
            try X25519.PrivateKey(secret: agreement.secretBytes()).publicKey
                == agreement.publicKey
        )
        #expect(
            try Ed25519.PrivateKey(secret: signing.secretBytes()).publicKey == signing.publicKey
        )
    }

    /// RFC 8032 section 7.1, tests 1 to 3: secret, public key, message, signature.
    static let signatures = [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ]

    @Test(arguments: signatures)
    func `signatures agree with RFC 8032`(
        secretHex: String,
        publicHex: String,
        message: String,
        signature: String
    ) throws {
        let key = try Ed25519.PrivateKey(secret: try secret(secretHex))
        let message = try bytes(message)
        #expect(Hex.encode(key.publicKey.bytes) == publicHex)
        let made = try key.signature(for: message)
        #expect(Hex.encode(made.bytes) == signature)
        #expect(key.publicKey.isValid(made, for: message))
        #expect(!key.publicKey.isValid(made, for: message + [0]))
        for bit in 0..<512 {
            let changed = try Ed25519.Signature(bytes: made.bytes.flippingBit(bit))
            #expect(!key.publicKey.isValid(changed, for: message))
        }
    }

    @Test func `a signature with an unreduced half is refused`() throws {
        // S plus the group order is a second signature that a careless verifier accepts.
        let order = try bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
        let (_, publicHex, message, signature) = Self.signatures[1]
        var changed = try bytes(signature)
        var carry = 0
        for index in 0..<32 {
            let sum = Int(changed[32 + index]) + Int(order[index]) + carry
            changed[32 + index] = UInt8(sum & 255)
            carry = sum >> 8
        }
        #expect(carry == 0)
        let key = try Ed25519.PublicKey(bytes: try bytes(publicHex))
        #expect(!key.isValid(try Ed25519.Signature(bytes: changed), for: try bytes(message)))
    }

    @Test(arguments: [
        // Small order, with either sign.
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        // Not canonical: the coordinate is the field prime or above.
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        // Not 32 bytes.
        "", "00",
    ])
    func `a degenerate verification key is refused`(key: String) throws {
        let key = try bytes(key)
        #expect(throws: CryptographyError.invalidPublicKey) { try Ed25519.PublicKey(bytes: key) }
    }

    @Test func `keys and signatures of another length are refused`() throws {
        #expect(throws: CryptographyError.invalidPublicKey) {
            try X25519.PublicKey(bytes: [1, 2, 3])
        }
        #expect(throws: CryptographyError.self) { try Ed25519.Signature(bytes: [0]) }
        #expect(throws: CryptographyError.self) {
            _ = try X25519.PrivateKey(secret: try secret("00"))
        }
        #expect(throws: CryptographyError.self) {
            _ = try Ed25519.PrivateKey(secret: try secret("00"))
        }
    }
}
