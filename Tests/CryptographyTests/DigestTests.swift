import Cryptography
import Testing

@Suite struct DigestTests {
    /// FIPS 180-4 examples.
    static let vectors = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]

    @Test(arguments: vectors)
    func `SHA-256 agrees with the standard`(message: String, expected: String) {
        #expect(SHA256.digest(of: utf8(message)).hex == expected)
    }

    @Test func `a reused context forgets the message before`() {
        var hasher = SHA256()
        for (message, expected) in Self.vectors + Self.vectors.reversed() {
            #expect(hasher.digest(of: utf8(message)).hex == expected)
            hasher.update(utf8("left over"))
        }
        hasher.reset()
        for byte in "abc".utf8 {
            hasher.update([byte])
        }
        #expect(hasher.finalize().hex == Self.vectors[1].1)
        #expect(hasher.finalize().hex == Self.vectors[0].1)
    }

    @Test func `hashing two digests is hashing their bytes`() {
        var hasher = SHA256()
        let left = SHA256.digest(of: [1])
        let right = SHA256.digest(of: [2])
        let whole = SHA256.digest(of: [1] + left.bytes + right.bytes)
        #expect(hasher.digest(prefix: 1, left, right) == whole)
        hasher.update([1])
        hasher.update(left)
        hasher.update(right)
        #expect(hasher.finalize() == whole)
        #expect(hasher.digest(prefix: 1, right, left) != whole)
    }

    @Test func `a digest keeps its bytes, its text and its order`() throws {
        let digest = SHA256.digest(of: utf8("abc"))
        #expect(Digest(bytes: digest.bytes) == digest)
        #expect(Digest(hex: digest.hex) == digest)
        #expect("\(digest)" == digest.hex)
        #expect(Digest(bytes: [0]) == nil)
        #expect(Digest(hex: digest.hex.uppercased()) == nil)
        let digests = (0..<50).map { SHA256.digest(of: [$0]) }
        let byBytes = digests.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        #expect(digests.sorted() == byBytes)
    }
}
