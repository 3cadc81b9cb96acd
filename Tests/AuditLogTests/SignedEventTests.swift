import AuditLog
import Cryptography
import Testing

@Suite struct SignedEventTests {
    static let origin = "milenari.example/log"

    static func signed() throws -> SignedEvent {
        try SignedEvent.sign(
            try EventTests.event(),
            origin: origin,
            sequence: 7,
            with: try signingKey(33)
        )
    }

    /// Computed by an independent program in Python.
    @Test func `signature and leaf are those of the description`() throws {
        let signed = try Self.signed()
        #expect(
            Hex.encode(signed.signature.bytes)
                == "f992ca5d3d0af7f1d0187d330fd382585d88bc54630d589ae638c6d47e159100"
                + "cd9d5963991ff58889c9efc6dbe50e0cc220d5307ae7a3c4cceda316c4f78a0f"
        )
        var hasher = MerkleHasher()
        let leafHash = hasher.leaf(signed.leaf)
        #expect(
            leafHash.hex == "56e224cf158550ea429b25cf0bcd021cadda7ae6e018db09729f2e3bce14737a"
        )
        try signed.verify(origin: Self.origin, sequence: 7)
        #expect(try SignedEvent(leaf: signed.leaf) == signed)
    }

    @Test func `an event holds at its own place in its own log only`() throws {
        let signed = try Self.signed()
        for sequence: UInt64 in [0, 6, 8, 263, .max] {
            #expect(throws: AuditLogError.invalidEventSignature) {
                try signed.verify(origin: Self.origin, sequence: sequence)
            }
        }
        #expect(throws: AuditLogError.invalidEventSignature) {
            try signed.verify(origin: "milenari.example/lo", sequence: 7)
        }
        let stranger = SignedEvent(
            event: signed.event,
            signer: try signingKey(34).publicKey,
            signature: signed.signature
        )
        #expect(throws: AuditLogError.invalidEventSignature) {
            try stranger.verify(origin: Self.origin, sequence: 7)
        }
    }

    @Test func `no flipped bit of a leaf verifies`() throws {
        let leaf = try Self.signed().leaf
        for bit in 0..<leaf.count * 8 {
            #expect(throws: AuditLogError.self, "bit \(bit)") {
                try SignedEvent(leaf: leaf.flippingBit(bit))
                    .verify(origin: Self.origin, sequence: 7)
            }
        }
        for count in leaf.indices {
            #expect(throws: AuditLogError.self) {
                try SignedEvent(leaf: Array(leaf.prefix(count)))
            }
        }
        #expect(throws: AuditLogError.malformedLeaf) { try SignedEvent(leaf: leaf + [0]) }
    }
}
