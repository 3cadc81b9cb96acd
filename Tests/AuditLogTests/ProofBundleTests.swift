import AuditLog
import Cryptography
import Testing

@Suite struct ProofBundleTests {
    static func bundle(_ sample: SampleLog, _ indices: [UInt64] = [0, 7, 19]) throws -> ProofBundle
    {
        ProofBundle(
            checkpointNote: sample.note,
            entries: try indices.map { index in
                ProofBundle.Entry(
                    index: index,
                    signedEvent: try SignedEvent(leaf: sample.leaves[Int(index)]),
                    proof: try sample.log.log.inclusionProof(index: index)
                )
            }
        )
    }

    static func fault(
        _ bundle: ProofBundle,
        _ sample: SampleLog,
        trusting keys: [NoteKey]? = nil,
        origin: String = SampleLog.origin
    ) -> LogFault? {
        let verdict = bundle.verify(
            trusting: keys ?? [sample.noteKey],
            origin: origin,
            isSigner: sample.isSigner
        )
        guard case .fails(let fault) = verdict else { return nil }
        return fault
    }

    @Test func `a bundle holds without the log`() throws {
        let sample = try SampleLog()
        let bundle = try Self.bundle(sample)
        let read = try ProofBundle(encoded: bundle.encoded)
        #expect(read == bundle)
        let verdict = read.verify(
            trusting: [sample.noteKey],
            origin: SampleLog.origin,
            isSigner: sample.isSigner
        )
        guard case .holds(let checkpoint, let signatures) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(checkpoint == sample.checkpoint)
        #expect(signatures.map(\.key) == [sample.noteKey])
        let empty = ProofBundle(checkpointNote: sample.note, entries: [])
        #expect(Self.fault(empty, sample) == nil)
        #expect(try ProofBundle(encoded: empty.encoded) == empty)
    }

    @Test func `the first thing that does not hold is named`() throws {
        let sample = try SampleLog()
        let bundle = try Self.bundle(sample)
        let entry = bundle.entries[1]
        func changed(_ index: UInt64, _ event: SignedEvent, _ proof: [Digest]) -> ProofBundle {
            ProofBundle(
                checkpointNote: sample.note,
                entries: [
                    bundle.entries[0], .init(index: index, signedEvent: event, proof: proof),
                    bundle.entries[2],
                ]
            )
        }
        let other = bundle.entries[2]
        #expect(Self.fault(changed(7, entry.signedEvent, entry.proof), sample) == nil)
        #expect(
            Self.fault(changed(7, other.signedEvent, entry.proof), sample)
                == LogFault(.inclusion(.rootMismatch), at: 7)
        )
        #expect(
            Self.fault(changed(6, entry.signedEvent, entry.proof), sample)
                == LogFault(.inclusion(.rootMismatch), at: 6)
        )
        #expect(
            Self.fault(changed(7, entry.signedEvent, entry.proof.dropLast()), sample)
                == LogFault(.inclusion(.wrongLength), at: 7)
        )
        #expect(
            Self.fault(changed(20, entry.signedEvent, entry.proof), sample)
                == LogFault(.inclusion(.indexOutOfRange), at: 20)
        )
        #expect(
            Self.fault(changed(0, bundle.entries[0].signedEvent, bundle.entries[0].proof), sample)
                == LogFault(.order, at: 0)
        )
        #expect(
            Self.fault(bundle, sample, trusting: [])
                == LogFault(.checkpoint(.noTrustedSignature))
        )
        #expect(Self.fault(bundle, sample, origin: "other") == LogFault(.origin))
        let stranger = bundle.verify(
            trusting: [sample.noteKey],
            origin: SampleLog.origin,
            isSigner: { _, sequence in sequence != 19 }
        )
        #expect(stranger == .fails(LogFault(.signer, at: 19)))
    }

    @Test func `a signed note that is no checkpoint is refused`() throws {
        let sample = try SampleLog()
        var note = try SignedNote(text: "hello\n")
        try note.sign(name: SampleLog.origin, with: try signingKey(100))
        let bundle = ProofBundle(checkpointNote: note, entries: [])
        #expect(Self.fault(bundle, sample) == LogFault(.checkpoint(.malformedCheckpoint)))
    }

    @Test func `an event whose signature was made for another place is refused`() throws {
        // The tree holds the leaf, so only the signature can tell.
        var log = try MerkleLog(store: MemoryNodeStore(), size: 0)
        let sample = try SampleLog()
        try log.append(leaf: sample.leaves[4])
        var note = try Checkpoint(origin: SampleLog.origin, size: 1, root: log.root()).note()
        try note.sign(name: SampleLog.origin, with: try signingKey(100))
        let bundle = ProofBundle(
            checkpointNote: note,
            entries: [
                .init(index: 0, signedEvent: try SignedEvent(leaf: sample.leaves[4]), proof: [])
            ]
        )
        #expect(Self.fault(bundle, sample) == LogFault(.signature, at: 0))
    }

    @Test func `no flipped bit of a bundle holds`() throws {
        let sample = try SampleLog()
        let encoded = try Self.bundle(sample, [7]).encoded
        // One bit of each byte, another one each time.
        for bit in stride(from: 0, to: encoded.count * 8, by: 9) {
            guard let bundle = try? ProofBundle(encoded: encoded.flippingBit(bit)) else { continue }
            #expect(Self.fault(bundle, sample) != nil, "bit \(bit)")
        }
        for count in stride(from: 0, to: encoded.count, by: 11) {
            #expect(throws: AuditLogError.self) {
                try ProofBundle(encoded: Array(encoded.prefix(count)))
            }
        }
    }

    @Test(arguments: [
        ("\"version\":1}", "\"version\":2}"), ("\"format\":\"m", "\"format\":\"n"),
        ("\"index\":7", "\"index\":-7"), ("\"index\":7", "\"index\":07"), ("log\\n", "log\\u000a"),
        ("{\"checkpoint", "{ \"checkpoint"),
    ])
    func `another form of bundle is refused`(part: String, change: String) throws {
        let text = String(decoding: try Self.bundle(try SampleLog(), [7]).encoded, as: UTF8.self)
        let changed = text.replacing(part, with: change)
        #expect(changed != text)
        #expect(throws: AuditLogError.self) { try ProofBundle(encoded: utf8(changed)) }
    }
}
