import Cryptography
import Testing

@Suite struct HMACDRBGTests {
    /// NIST CAVS 14.3, HMAC_DRBG, SHA-256, no reseed, count 0: two requests of 128 bytes.
    @Test func `the stream agrees with the NIST vector`() throws {
        var generator = HMACDRBG(
            seed: try secret("ca851911349384bffe89de1cbdc46e6831e44d34a4fb935ee285dd14b71a7488"),
            nonce: try bytes("659ba96c601dc69fc902940805ec0ca8"),
            personalization: []
        )
        _ = generator.generate(128)
        #expect(
            Hex.encode(generator.generate(128))
                == "e528e9abf2dece54d47c7e75e5fe302149f817ea9fb4bee6f4199697d04d5b89"
                + "d54fbb978a15b5c443c9ec21036d2460b6f73ebad0dc2aba6e624abf07745bc1"
                + "07694bb7547bb0995f70de25d6b29e2d3011bb19d27676c07162c8b5ccde0668"
                + "961df86803482cb37ed6d5c0bb8d50cf1f50d476aa0458bdaba806f48be9dcb8"
        )
    }

    static func generator(_ label: String, first: UInt8 = 0) -> HMACDRBG {
        HMACDRBG(
            seed: SecretBytes(copying: [first] + (1..<32)),
            personalization: utf8(label)
        )
    }

    /// Computed by an independent implementation in Python.
    @Test func `a labelled stream stays the same for ever`() {
        var generator = Self.generator("label/1")
        #expect(Hex.encode(generator.generate(8)) == "e93f975c45389a0d")
        #expect(Hex.encode(generator.generate(8)) == "80f604615449b308")
        #expect(
            Hex.encode(generator.generate(70))
                == "3a035a217e6c3932cc7ee4e3a5bb23740d5847220086b0a180c25e40508313ba"
                + "6c07bad06f17d589a4f6a5f62ed67807c95405b59c2c0edd8f3d78f609b4a7c1"
                + "4b5293de5b58"
        )
        #expect(Hex.encode(generator.generate(65_536).suffix(8)) == "76b9917275f92aad")
        #expect(Hex.encode(generator.generate(3)) == "90c5af")
    }

    @Test func `a number is one request of eight bytes, read big-endian`() {
        var generator = Self.generator("label/1")
        #expect(generator.nextUInt64() == 16_807_318_756_924_103_181)
        #expect(generator.nextUInt64() == 9_292_619_697_198_052_104)
    }

    @Test func `a long request is a sequence of the longest permitted ones`() {
        var whole = Self.generator("long")
        var parts = Self.generator("long")
        #expect(
            whole.generate(150_000)
                == parts.generate(65_536) + parts.generate(65_536) + parts.generate(18_928)
        )
        #expect(whole.generate(16) == parts.generate(16))
    }

    @Test func `streams of other labels and seeds are other streams`() {
        var streams: Set<[UInt8]> = []
        for label in ["", "a", "b", "ab", "a/b"] {
            for first: UInt8 in [0, 1] {
                var generator = Self.generator(label, first: first)
                streams.insert(generator.generate(32))
            }
        }
        #expect(streams.count == 10)
    }
}
