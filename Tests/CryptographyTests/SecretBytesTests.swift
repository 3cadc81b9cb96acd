import Cryptography
import Testing

@Suite struct SecretBytesTests {
    @Test func `a secret gives back what it was made from`() throws {
        for count in [0, 1, 32, 4096, 4097, 100_000] {
            let data = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            let secret = SecretBytes(copying: data)
            #expect(secret.count == count)
            #expect(reveal(secret) == Hex.encode(data))
            #expect(reveal(secret.clone()) == Hex.encode(data))
        }
    }

    @Test func `comparison sees length and every bit`() throws {
        let data = try bytes("00112233445566778899aabbccddeeff")
        let secret = SecretBytes(copying: data)
        let isSame = secret.isEqual(to: SecretBytes(copying: data))
        let isSameAsShorter = secret.isEqual(to: SecretBytes(copying: Array(data.dropLast())))
        #expect(isSame)
        #expect(!isSameAsShorter)
        for bit in 0..<data.count * 8 {
            let changed = data.flippingBit(bit)
            let isSame = secret.isEqual(to: changed.span)
            #expect(!isSame)
            #expect(!ConstantTime.areEqual(data, data.flippingBit(bit)))
        }
    }

    @Test func `a failed filling gives no secret`() {
        struct Refusal: Error {}
        #expect(throws: Refusal.self) {
            _ = try SecretBytes(count: 8) { span throws(Refusal) in
                span[0] = 1
                throw Refusal()
            }
        }
    }

    @Test func `random bytes do not repeat`() throws {
        var seen: Set<String> = []
        for _ in 0..<1000 {
            seen.insert(reveal(try SecretBytes.random(count: 16)))
            seen.insert(Hex.encode(try SystemRandom.bytes(16)))
        }
        #expect(seen.count == 2000)
        #expect(try SystemRandom.bytes(0).isEmpty)
    }

    @Test func `more secrets than the locked memory holds are no problem`() throws {
        final class Box {
            let secret: SecretBytes
            init(_ secret: consuming SecretBytes) { self.secret = secret }
        }
        let boxes = (0..<40_000).map { Box(SecretBytes(copying: [UInt8($0 & 255)])) }
        for (index, box) in boxes.enumerated() {
            let expected = [UInt8(index & 255)]
            let isSame = box.secret.isEqual(to: expected.span)
            #expect(isSame)
        }
        // Keys of libcrypto still find room.
        _ = try Ed25519.PrivateKey.random()
    }
}
