import AuditLog
import Cryptography
import Testing

@Suite struct AuditLogErrorTests {
    @Test func `an error says what does not hold`() {
        let errors: [(AuditLogError, String)] = [
            (.proof(.wrongLength), "wrong length"), (.proof(.rootMismatch), "to the root"),
            (.proof(.olderRootMismatch), "older root"), (.proof(.invalidSubtree), "subtree"),
            (.proof(.indexOutOfRange), "index"), (.proof(.sizeOutOfRange), "sizes"),
            (.missingNode(level: 3, index: 9), "node 9 of level 3"), (.outOfRange, "outside"),
            (.invalidCompactRange, "peaks"), (.malformedNote, "signed note"),
            (.malformedCheckpoint, "checkpoint"), (.malformedKey, "verifier key"),
            (.noTrustedSignature, "no trusted key"),
            (.invalidNoteSignature(keyName: "site/BCN"), "site/BCN"),
            (.invalidField("reason"), "reason"), (.notCanonical, "canonical"),
            (.malformedLeaf, "leaf"), (.invalidEventSignature, "not signed for this place"),
            (.malformedBundle, "bundle"), (.cryptography(.wrongKey), "this key"),
        ]
        for (error, part) in errors {
            #expect("\(error)".contains(part))
        }
    }
}
