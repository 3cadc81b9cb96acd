import AuditLog
import Cryptography
import Testing

@Suite struct SignedNoteTests {
    /// The example of golang.org/x/mod/sumdb/note.
    static let peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let peterSecret = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let peterText =
        "If you think cryptography is the answer to your problem,\n"
        + "then you don't know what your problem is.\n"
    static let peterNote =
        peterText + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFY"
        + "C2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

    /// The example of C2SP signed-note.
    static let example = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    static let exampleNote =
        "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfX"
        + "ppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"

    @Test(arguments: [(peter, peterNote), (example, exampleNote)])
    func `a published note verifies`(key: String, note: String) throws {
        let key = try NoteKey(encoded: key)
        let signed = try SignedNote(encoded: utf8(note))
        let verified = try signed.verify(trusting: [key])
        #expect(verified.map(\.key) == [key])
        #expect(verified.map(\.secondsSince1970) == [nil])
        #expect(signed.encoded == utf8(note))
    }

    @Test func `a published note is signed to the same bytes`() throws {
        let data = try #require(Base64.decode(Self.peterSecret))
        let key = try Ed25519.PrivateKey(secret: SecretBytes(copying: Array(data.dropFirst())))
        var note = try SignedNote(text: Self.peterText)
        try note.sign(name: "PeterNeumann", with: key)
        #expect(note.encoded == utf8(Self.peterNote))
        try note.sign(name: "PeterNeumann", with: key)
        #expect(note.signatures.count == 1)
        let published = try NoteKey(encoded: Self.peter)
        #expect(try NoteKey(name: "PeterNeumann", publicKey: key.publicKey) == published)
        #expect(published.encoded == Self.peter)
        #expect(published.id == 0xc74f_20a3)
    }

    @Test(arguments: [
        "", "PeterNeumann", "PeterNeumann+c74f20a3",
        // Another id, another name, an empty name, a name with a space.
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        // A key of the wrong length and one of an unknown kind, each with its right id.
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n",
    ])
    func `a mangled key is refused`(key: String) {
        #expect(throws: AuditLogError.malformedKey) { try NoteKey(encoded: key) }
    }

    @Test func `no changed bit of a note verifies`() throws {
        let key = try NoteKey(encoded: Self.peter)
        let note = utf8(Self.peterNote)
        for bit in 0..<note.count * 8 {
            let verified = try? SignedNote(encoded: note.flippingBit(bit)).verify(trusting: [key])
            #expect(verified == nil, "bit \(bit)")
        }
    }

    @Test(arguments: [
        "", "\n", "\n\n", "text\n", "text\n\n", "text\n\n\n", "text", "text\n\n— a",
        // No newline at the end; no dash; no name; no signature; a short signature.
        "t\n\n— a AAAAAAAA", "t\n\n- a AAAAAAAA\n", "t\n\n—  AAAAAAAA\n", "t\n\n— a \n",
        "t\n\n— a AAAAAA==\n", "t\n\n— a AAAAAAAA AAAA\n", "t\n\n— a+b AAAAAAAA\n",
        "t\n\n—\u{A0}a AAAAAAAA\n", "t\n\n— a\u{2003}b AAAAAAAA\n", "t\n\n— a AAAAAAA\n",
        // Control characters.
        "t\r\n\n— a AAAAAAAA\n", "\tt\n\n— a AAAAAAAA\n", "t\n\n— a AAAAAAAA\r\n",
        "t\n\n— a\u{1} AAAAAAAA\n",
    ])
    func `other bytes are not a note`(text: String) {
        #expect(throws: AuditLogError.malformedNote) { try SignedNote(encoded: utf8(text)) }
    }

    @Test func `a note is UTF-8 and of a sane size`() {
        #expect(throws: AuditLogError.malformedNote) {
            try SignedNote(encoded: [0xff] + utf8(Self.peterNote))
        }
        let lines = String(repeating: "— a AAAAAAAA\n", count: 101)
        #expect(throws: AuditLogError.malformedNote) {
            try SignedNote(encoded: utf8("t\n\n" + lines))
        }
        let long = String(repeating: "t", count: 1_000_000)
        #expect(throws: AuditLogError.malformedNote) {
            try SignedNote(encoded: utf8(long + "\n\n— a AAAAAAAA\n"))
        }
    }

    @Test func `the text may have empty lines`() throws {
        var note = try SignedNote(text: "one\n\ntwo\n")
        try note.sign(name: "a", with: try signingKey(1))
        #expect(try SignedNote(encoded: note.encoded) == note)
    }

    @Test func `unknown signatures are ignored, known bad ones refuse the note`() throws {
        let first = try signingKey(1)
        let second = try signingKey(2)
        let firstKey = try NoteKey(name: "site/BCN", publicKey: first.publicKey)
        let secondKey = try NoteKey(name: "site/ROM", publicKey: second.publicKey)
        var note = try SignedNote(text: "text\n")
        try note.sign(name: "site/BCN", with: first)
        try note.sign(name: "site/ROM", with: second)
        #expect(try note.verify(trusting: [secondKey]).map(\.key) == [secondKey])
        #expect(
            try note.verify(trusting: [secondKey, firstKey]).map(\.key) == [firstKey, secondKey]
        )
        #expect(throws: AuditLogError.noTrustedSignature) { try note.verify(trusting: []) }
        let renamed = try NoteKey(name: "site/BEY", publicKey: first.publicKey)
        #expect(throws: AuditLogError.noTrustedSignature) { try note.verify(trusting: [renamed]) }

        var other = try SignedNote(text: "other\n")
        try other.sign(name: "site/BCN", with: first)
        let mixed = String(decoding: note.encoded, as: UTF8.self)
            .replacing(Self.line(note, 0), with: Self.line(other, 0))
        let forged = try SignedNote(encoded: utf8(mixed))
        #expect(throws: AuditLogError.invalidNoteSignature(keyName: "site/BCN")) {
            try forged.verify(trusting: [secondKey, firstKey])
        }
        #expect(try forged.verify(trusting: [secondKey]).count == 1)
    }

    static func line(_ note: SignedNote, _ index: Int) -> Substring {
        String(decoding: note.encoded, as: UTF8.self)
            .split(separator: "\n").filter { $0.hasPrefix("—") }[index]
    }

    @Test func `a key that signed twice counts once`() throws {
        let key = try signingKey(1)
        var note = try SignedNote(text: "text\n")
        try note.sign(name: "a", with: key)
        let doubled = String(decoding: note.encoded, as: UTF8.self) + Self.line(note, 0) + "\n"
        let read = try SignedNote(encoded: utf8(doubled))
        #expect(read.signatures.count == 2)
        let trusted = try NoteKey(name: "a", publicKey: key.publicKey)
        #expect(try read.verify(trusting: [trusted]).count == 1)
    }

    /// Written by an independent program in Python after C2SP tlog-cosignature.
    static let cosigned =
        "milenari.example/log\n3\nrra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=\n\n"
        + "— witness.example/w1 e+3p3wAAAABpIF5fsTqAODzK/D1M91gWP0qpLfLa0ZyQKqDdk55rCCRKbJBFcALo"
        + "OTrtiC0CF6xKu0mRFj31BT8MZFrCXJhfzmRzDw==\n"
    static let witness =
        "witness.example/w1+7bede9df+BOfxYqEL7FWa/qGV5NzoS2lWjV0ssJY+tEbAaF4rF/Lw"

    @Test func `a witness signs the text together with the time`() throws {
        let key = try NoteKey(encoded: Self.witness)
        let note = try SignedNote(encoded: utf8(Self.cosigned))
        let verified = try note.verify(trusting: [key])
        #expect(verified.map(\.key) == [key])
        #expect(verified.map(\.secondsSince1970) == [1_763_728_991])
        var again = try SignedNote(text: note.text)
        try again.cosign(
            name: key.name,
            secondsSince1970: 1_763_728_991,
            with: try signingKey(33)
        )
        #expect(again == note)
        for bit in 0..<64 {
            var changed = note
            let line = note.signatures[0]
            changed = try SignedNote(
                encoded: utf8(
                    note.text + "\n— \(line.name) "
                        + Base64.encode([0x7b, 0xed, 0xe9, 0xdf] + line.signature.flippingBit(bit))
                        + "\n"
                )
            )
            #expect(throws: AuditLogError.invalidNoteSignature(keyName: key.name)) {
                try changed.verify(trusting: [key])
            }
        }
    }

    @Test func `the log's own key is not a witness`() throws {
        let witness = try NoteKey(encoded: Self.witness)
        let plain = try NoteKey(name: witness.name, publicKey: witness.publicKey)
        let note = try SignedNote(encoded: utf8(Self.cosigned))
        #expect(throws: AuditLogError.noTrustedSignature) { try note.verify(trusting: [plain]) }
    }
}
