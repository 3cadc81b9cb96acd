import AuditLog
import Cryptography
import Testing

@Suite struct CheckpointTests {
    /// The example of C2SP tlog-checkpoint, with the witness of tlog-cosignature.
    static let example =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    static let exampleNote =
        example + "\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeO"
        + "oRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
        + "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dl"
        + "rDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"

    @Test func `the published example reads and prints`() throws {
        let note = try SignedNote(encoded: utf8(Self.exampleNote))
        let checkpoint = try Checkpoint(text: note.text)
        #expect(checkpoint.origin == "example.com/behind-the-sofa")
        #expect(checkpoint.size == 20_852_163)
        #expect(
            Base64.encode(checkpoint.root.bytes) == "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="
        )
        #expect(checkpoint.extensions.isEmpty)
        #expect(checkpoint.text == Self.example)
        #expect(note.encoded == utf8(Self.exampleNote))
        #expect(note.signatures.map(\.name).last == "witness.example.com/w1")
        // The witness's time, 1679315147, in front of its signature.
        #expect(note.signatures.last?.signature.prefix(8) == [0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb])
    }

    @Test func `further lines are kept`() throws {
        let checkpoint = try Checkpoint(
            origin: "a",
            size: 0,
            root: MerkleHasher.emptyRoot,
            extensions: ["allocations 3", "x"]
        )
        #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
        #expect(checkpoint.text.hasSuffix("=\nallocations 3\nx\n"))
        #expect(try checkpoint.note().text == checkpoint.text)
    }

    static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

    @Test(arguments: [
        "", "a\n", "a\n1\n", "a\n1\n\(root)", "\n1\n\(root)\n", "a\n01\n\(root)\n",
        "a\n+1\n\(root)\n", "a\n-1\n\(root)\n", "a\n1 \n\(root)\n", "a\n\n\(root)\n",
        "a\n18446744073709551616\n\(root)\n", "a\n1\nCsUY\n", "a\n1\n\(root) \n",
        "a\n1\n\(root)\n\n", "a\n1\n\(root)\n\nx\n", "a\r\n1\n\(root)\n", "a\n1\n\(root)\nx\t\n",
    ])
    func `another text is not a checkpoint`(text: String) {
        #expect(throws: AuditLogError.malformedCheckpoint) { try Checkpoint(text: text) }
    }

    @Test(arguments: ["", "a\nb", "a\r"])
    func `a line is one line`(line: String) {
        #expect(throws: AuditLogError.malformedCheckpoint) {
            try Checkpoint(origin: line, size: 1, root: MerkleHasher.emptyRoot)
        }
        #expect(throws: AuditLogError.malformedCheckpoint) {
            try Checkpoint(origin: "a", size: 1, root: MerkleHasher.emptyRoot, extensions: [line])
        }
    }
}
