import AuditLog
import Cryptography
import Testing

@Suite struct SignedEventTests {
    static func place(
        _ sequence: UInt64 = 7,
        origin: String = "milenari.example/log",
        before: [UInt8] = [1]
    ) -> LogPlace {
        LogPlace(origin: origin, sequence: sequence, root: SHA256.digest(of: before))
    }

    static func signed() throws -> SignedEvent {
        try SignedEvent.sign(try EventTests.event(), at: place(), with: try signingKey(33))
    }

    /// Computed by an independent program in Python.
    @Test func `signature and leaf are those of the description`() throws {
        let signed = try Self.signed()
        #expect(
            Hex.encode(signed.signature.bytes)
                == "d96fbe21eb63d48aadf98e6387fa2fa89f4f6af57b4609ceaf7851a4bc7204e0"
                + "114cfe7fa06505442becd36e023d18eb18fe0e46ee8d8d7092cd88eab732be0f"
        )
        var hasher = MerkleHasher()
        let leafHash = hasher.leaf(signed.leaf)
        #expect(
            leafHash.hex == "e5f88310bd994e92d9185483992e7171f0c143fc5c3cf152965e0de47a5abe13"
        )
        try signed.verify(at: Self.place())
        #expect(try SignedEvent(leaf: signed.leaf) == signed)
    }

    @Test func `an event holds at its own place in its own log only`() throws {
        let signed = try Self.signed()
        for sequence: UInt64 in [0, 6, 8, 263, .max] {
            #expect(throws: AuditLogError.invalidEventSignature) {
                try signed.verify(at: Self.place(sequence))
            }
        }
        #expect(throws: AuditLogError.invalidEventSignature) {
            try signed.verify(at: Self.place(origin: "milenari.example/lo"))
        }
        #expect(throws: AuditLogError.invalidEventSignature) {
            try signed.verify(at: Self.place(before: [2]))
        }
        let stranger = SignedEvent(
            event: signed.event,
            signer: try signingKey(34).publicKey,
            signature: signed.signature
        )
        #expect(throws: AuditLogError.invalidEventSignature) {
            try stranger.verify(at: Self.place())
        }
    }

    @Test func `no flipped bit of a leaf verifies`() throws {
        let leaf = try Self.signed().leaf
        for bit in 0..<leaf.count * 8 {
            #expect(throws: AuditLogError.self, "bit \(bit)") {
                try SignedEvent(leaf: leaf.flippingBit(bit))
                    .verify(at: Self.place())
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
