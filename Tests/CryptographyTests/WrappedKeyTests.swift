import Cryptography
import Testing

@Suite struct WrappedKeyTests {
    static let trial = "MILENARI-ALL-1"

    static func failure(
        _ encoded: [UInt8],
        _ key: borrowing X25519.PrivateKey,
        trial: String = Self.trial
    ) -> CryptographyError? {
        do throws(CryptographyError) {
            _ = try WrappedKey(encoded: encoded).unwrap(with: key, trial: trial)
            return nil
        } catch {
            return error
        }
    }

    /// Written by an independent program in Python; a wrapped key of format 1 opens for ever.
    @Test func `a key wrapped by another program unwraps`() throws {
        let wrapped = try WrappedKey(
            encoded: try bytes(
                "4d4c4e57010d7265636f7264732f42434e2331143fdc5a07b572d2639d9d1406"
                    + "e1d2c5c6c4a0193b13023ec589478d00b1663ba3a9c98cd48f431becac238795"
                    + "84f80e21d270db0b83f58ea016bbe0a55832271ce05a9dd88e522706566fa5ad"
                    + "2f9d32abae2335165bc54d754cba19d21593a04024b4a938575cd2a276992fd0"
                    + "6f50e2"
            )
        )
        let person = try X25519.PrivateKey(secret: SecretBytes(copying: Array(1..<33)))
        let key = try wrapped.unwrap(with: person, trial: Self.trial)
        let revealed = key.withSecret { reveal($0) }
        #expect(revealed == Hex.encode(Array(0..<32)))
        #expect(key.identifier.text == "records/BCN#1")
        #expect(wrapped.keyIdentifier == key.identifier)
    }

    @Test func `a wrapped key opens for its person only`() throws {
        let key = try DataKey.random(identifier: KeyIdentifier(text: "records/BCN#1"))
        let person = try X25519.PrivateKey.random()
        let other = try X25519.PrivateKey.random()
        let wrapped = try WrappedKey.wrap(key, for: person.publicKey, trial: Self.trial)
        let unwrapped = try wrapped.unwrap(with: person, trial: Self.trial)
        let isSame = key.withSecret { first in
            unwrapped.withSecret { second in first.isEqual(to: second) }
        }
        #expect(isSame)
        #expect(Self.failure(wrapped.encoded, other) == .wrongKey)
        #expect(Self.failure(wrapped.encoded, person, trial: "OTHER") == .wrongKey)
        let again = try WrappedKey.wrap(key, for: person.publicKey, trial: Self.trial)
        #expect(again != wrapped)
    }

    @Test func `a wrapped key cannot be given another name`() throws {
        let key = try DataKey.random(identifier: KeyIdentifier(text: "records/BCN#1"))
        let person = try X25519.PrivateKey.random()
        var encoded = try WrappedKey.wrap(key, for: person.publicKey, trial: Self.trial).encoded
        encoded[6 + 12] = UInt8(ascii: "2")
        #expect(try WrappedKey(encoded: encoded).keyIdentifier.text == "records/BCN#2")
        #expect(Self.failure(encoded, person) == .wrongKey)
    }

    @Test func `no flipped bit and no other length goes unnoticed`() throws {
        let key = try DataKey.random(identifier: KeyIdentifier(text: "k#1"))
        let person = try X25519.PrivateKey.random()
        let encoded = try WrappedKey.wrap(key, for: person.publicKey, trial: Self.trial).encoded
        #expect(try WrappedKey(encoded: encoded).encoded == encoded)
        for bit in 0..<encoded.count * 8 {
            let changed = encoded.flippingBit(bit)
            // X25519 ignores the top bit of a public key; the key schedule does not.
            #expect(Self.failure(changed, person) != nil, "bit \(bit)")
        }
        for count in 0..<encoded.count {
            #expect(Self.failure(Array(encoded.prefix(count)), person) != nil)
        }
        #expect(Self.failure(encoded + [0], person) == .malformed("wrapped key"))
    }
}
