import Cryptography
import Testing

@Suite struct SealingTests {
    static let context = SealingContext(
        trial: "MILENARI-ALL-1",
        table: "screening",
        column: "report",
        row: "S-BCN-0001"
    )

    static func key(_ text: String = "records/BCN#1", first: UInt8 = 0) throws -> DataKey {
        try DataKey(
            identifier: KeyIdentifier(text: text),
            secret: SecretBytes(copying: [first] + (1..<32))
        )
    }

    static func isRefused(
        _ envelope: [UInt8],
        in context: SealingContext = Self.context,
        key: borrowing DataKey
    ) -> CryptographyError? {
        do throws(CryptographyError) {
            _ = try key.open(envelope, in: context)
            return nil
        } catch {
            return error
        }
    }

    /// Written by an independent program in Python; a record of format 1 opens for ever.
    @Test func `a record sealed by another program opens`() throws {
        let envelope = try bytes(
            "4d4c4e53010d7265636f7264732f42434e23316465666768696a6b6c6d6e6f70"
                + "7172737475767778797a7b7c7d7e7f80818283f86c91c74c008bdd7182df4974"
                + "40b0402bbd757b1b18b01d1c6316069933d5c2c8c9cacbcccdcecfd0d1d2d332"
                + "b5e0a14aa137e827e1560aefdb0dc3ac02302487b9957d56bd9a4a0f4b2161ff"
                + "97da14b3bfc6eb6b9e9b36b4248a476aef8543b5cd30cb8254896bebc03d2dfc"
                + "6c09c4a2d1fd165ec06089f9852d1497cabfa716392d7400d6a6bf9dad9c9ea8"
                + "6381e49d6142cb6f5db8087d59e0869d51ec88b4b765a05e3c9f5f74a2597f1a"
                + "40150b63706e472d1cccf9f71f677d306408051c94a0dce5952f72f3320724ba"
                + "a6b664df08bf0594fe2d07bde1921a6bc0daf878467419aa4ab7f2fa33206778"
                + "74b776e5e19b35df4f50ea1143844114003099e4b8be07b3627a1eef0b2ac5f7"
                + "e724d37cacbe8e3f8dda112c524ea2e9672a5818708719e609cca68aa9366347"
                + "81ca1de74dc1395ebee894bfc44225"
        )
        let key = try Self.key()
        #expect(try key.open(envelope, in: Self.context) == utf8("José, محمد"))
        #expect(try SealedEnvelope(of: envelope).keyIdentifier.text == "records/BCN#1")
    }

    @Test(arguments: [0, 1, 254, 255, 256, 257, 1000, 1024, 4096, 70_000])
    func `what was sealed opens`(count: Int) throws {
        let key = try Self.key()
        var engine = try SealingEngine()
        // The end of the plaintext looks like padding.
        let plaintext = (0..<count).map { $0 % 5 == 4 ? 0x80 : UInt8(0) }
        let envelope = try key.seal(plaintext, in: Self.context)
        #expect(try key.open(envelope, in: Self.context) == plaintext)
        #expect(try key.open(envelope, in: Self.context, using: &engine) == plaintext)
        let again = try key.seal(plaintext, in: Self.context, using: &engine)
        #expect(try key.open(again, in: Self.context) == plaintext)
        #expect(again != envelope)
        #expect(again.count == envelope.count)
    }

    @Test func `a secret is sealed and opened without leaving secret memory`() throws {
        let key = try Self.key()
        let inner = try SecretBytes.random(count: 32)
        let envelope = try key.sealSecret(inner, in: Self.context)
        let opened = try key.openSecret(envelope, in: Self.context)
        let isSame = opened.isEqual(to: inner)
        #expect(isSame)
        #expect(opened.count == 32)
        #expect(throws: CryptographyError.authenticationFailed) {
            _ = try key.openSecret(envelope.flippingBit(envelope.count * 8 - 1), in: Self.context)
        }
    }

    @Test func `no flipped bit goes unnoticed`() throws {
        let key = try Self.key()
        let envelope = try key.seal([1, 2, 3], in: Self.context)
        for bit in 0..<envelope.count * 8 {
            #expect(Self.isRefused(envelope.flippingBit(bit), key: key) != nil, "bit \(bit)")
        }
    }

    @Test func `no truncated or extended record opens`() throws {
        let key = try Self.key()
        let envelope = try key.seal([1, 2, 3], in: Self.context)
        for count in 0..<envelope.count {
            #expect(Self.isRefused(Array(envelope.prefix(count)), key: key) != nil)
        }
        #expect(Self.isRefused(envelope + [0], key: key) == .authenticationFailed)
    }

    @Test(arguments: [
        SealingContext(trial: "X", table: "screening", column: "report", row: "S-BCN-0001"),
        SealingContext(
            trial: "MILENARI-ALL-1",
            table: "x",
            column: "report",
            row: "S-BCN-0001"
        ),
        SealingContext(
            trial: "MILENARI-ALL-1",
            table: "screening",
            column: "x",
            row: "S-BCN-0001"
        ),
        SealingContext(
            trial: "MILENARI-ALL-1",
            table: "screening",
            column: "report",
            row: "S-BCN-0002"
        ),
        // The same letters, cut at another place.
        SealingContext(
            trial: "MILENARI-ALL-1",
            table: "screeningr",
            column: "eport",
            row: "S-BCN-0001"
        ),
        SealingContext(
            trial: "MILENARI-ALL-1",
            table: "screening",
            column: "reportS",
            row: "-BCN-0001"
        ),
    ])
    func `a record opens at its own place only`(place: SealingContext) throws {
        let key = try Self.key()
        let envelope = try key.seal([1, 2, 3], in: Self.context)
        #expect(Self.isRefused(envelope, in: place, key: key) == .authenticationFailed)
    }

    @Test func `another key is told from a changed record`() throws {
        let envelope = try Self.key().seal([1, 2, 3], in: Self.context)
        #expect(
            Self.isRefused(envelope, key: try Self.key(first: 1)) == .wrongKey
        )
        let older = try Self.key("records/BCN#2")
        #expect(
            Self.isRefused(envelope, key: older)
                == .keyIdentifierMismatch(
                    expected: try KeyIdentifier(text: "records/BCN#2"),
                    found: try KeyIdentifier(text: "records/BCN#1")
                )
        )
    }

    /// AES-GCM alone would let one record open under two keys (an "invisible salamander").
    @Test func `the commitment is checked before the tag`() throws {
        let key = try Self.key()
        let envelope = try key.seal([1, 2, 3], in: Self.context)
        let commitment = 6 + "records/BCN#1".utf8.count + 32
        #expect(Self.isRefused(envelope.flippingBit(commitment * 8), key: key) == .wrongKey)
    }

    /// The format as `SealedEnvelope` describes it, written with the raw functions.
    static func assemble(padded plaintext: [UInt8]) throws -> [UInt8] {
        func field(_ bytes: [UInt8]) -> [UInt8] {
            [0, 0, 0, UInt8(bytes.count)] + bytes
        }
        let name = utf8("records/BCN#1")
        let salt = [UInt8](repeating: 5, count: 32)
        let nonce = [UInt8](repeating: 6, count: 12)
        let derived = try HKDF.derive(
            from: SecretBytes(copying: Array(0..<32)),
            salt: salt,
            info: utf8("milenari sealed record v1"),
            count: 64
        )
        let recordKey = derived.withSpan { SecretBytes(copying: $0.extracting(0..<32)) }
        let commitment = derived.withSpan { span in (32..<64).map { span[$0] } }
        let fields: [[UInt8]] = [
            utf8("milenari sealed record"), [1], utf8("MILENARI-ALL-1"), utf8("screening"),
            utf8("report"), utf8("S-BCN-0001"), name,
        ]
        let sealed = try AESGCM.seal(
            plaintext,
            key: recordKey,
            nonce: nonce,
            associatedData: fields.flatMap { field($0) }
        )
        return utf8("MLNS") + [1, UInt8(name.count)] + name + salt + commitment + nonce + sealed
    }

    @Test(arguments: [
        ([1, 2, 0x80] as [UInt8], [1, 2] as [UInt8]), ([0x80], []), ([1, 0x80, 0, 0, 0], [1]),
        ([1, 0x80, 0x80, 0], [1, 0x80]),
    ])
    func `a record written by hand opens`(padded: [UInt8], plaintext: [UInt8]) throws {
        let key = try Self.key()
        #expect(try key.open(try Self.assemble(padded: padded), in: Self.context) == plaintext)
    }

    @Test(arguments: [
        [] as [UInt8], [0], [0, 0, 0], [1], [1, 2, 0], [0x80, 1], [0x7f, 0], [0x81],
    ])
    func `a plaintext without its end mark is refused`(padded: [UInt8]) throws {
        let envelope = try Self.assemble(padded: padded)
        #expect(
            Self.isRefused(envelope, key: try Self.key()) == .malformed("padded plaintext")
        )
        #expect(throws: CryptographyError.malformed("padded plaintext")) {
            _ = try Self.key().openSecret(envelope, in: Self.context)
        }
    }

    @Test func `an engine that refused a record opens the next one`() throws {
        let key = try Self.key()
        let other = try Self.key("records/ROM#1", first: 9)
        var engine = try SealingEngine()
        let envelope = try key.seal([1, 2, 3], in: Self.context, using: &engine)
        let otherEnvelope = try other.seal([4], in: Self.context, using: &engine)
        for bit in stride(from: 0, to: envelope.count * 8, by: 101) {
            let opened = try? key.open(
                envelope.flippingBit(bit),
                in: Self.context,
                using: &engine
            )
            #expect(opened == nil)
            #expect(try key.open(envelope, in: Self.context, using: &engine) == [1, 2, 3])
            #expect(try other.open(otherEnvelope, in: Self.context, using: &engine) == [4])
        }
    }

    @Test func `records sealed on many threads all open`() async throws {
        let envelopes = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
            for worker in 0..<8 {
                group.addTask {
                    let key = try Self.key()
                    return try (0..<50).map { number in
                        try key.seal([UInt8(worker), UInt8(number)], in: Self.context)
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let key = try Self.key()
        let opened = try envelopes.map { try key.open($0, in: Self.context) }
        #expect(Set(opened).count == 400)
        // Every record has its own salt.
        #expect(Set(envelopes.map { Array($0[19..<51]) }).count == 400)
    }

    @Test func `a format version of the future is named`() throws {
        let key = try Self.key()
        var envelope = try key.seal([1, 2, 3], in: Self.context)
        envelope[4] = 2
        #expect(Self.isRefused(envelope, key: key) == .unsupportedVersion(2))
        envelope[0] = 0
        #expect(Self.isRefused(envelope, key: key) == .malformed("sealed record"))
    }

    @Test func `lengths tell little`() throws {
        let key = try Self.key()
        func size(_ count: Int) throws -> Int {
            try key.seal([UInt8](repeating: 1, count: count), in: Self.context).count
        }
        let overhead = 6 + 13 + 32 + 32 + 12 + 16
        #expect(Set(try (0...255).map(size)) == [256 + overhead])
        let expected = [(256, 272), (300, 304), (1024, 1088), (4096, 4352), (100_000, 100_352)]
        for (count, padded) in expected {
            #expect(try size(count) == padded + overhead)
        }
        // At most 12 % is added above the smallest size.
        for count in stride(from: 256, to: 20_000, by: 97) {
            #expect(try size(count) - overhead <= (count + 1) * 112 / 100)
        }
    }

    @Test func `a data key has 32 bytes`() throws {
        #expect(throws: CryptographyError.self) {
            _ = try DataKey(
                identifier: KeyIdentifier(text: "a#1"),
                secret: SecretBytes(copying: [])
            )
        }
        let key = try DataKey.random(identifier: KeyIdentifier(text: "a#1"))
        let copy = try key.clone()
        let envelope = try key.seal([7], in: Self.context)
        #expect(try copy.open(envelope, in: Self.context) == [7])
    }
}
