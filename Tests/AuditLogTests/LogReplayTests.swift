import AuditLog
import Cryptography
import Testing

/// A log of twenty events by two people, with a signed checkpoint.
struct SampleLog {
    static let origin = "milenari.example/log"

    var leaves: [[UInt8]] = []
    var log: MerkleLogBox
    let note: SignedNote
    let checkpoint: Checkpoint
    let people: [String: Ed25519.PublicKey]
    let noteKey: NoteKey

    /// Gives the noncopyable log an owner that a test can share.
    final class MerkleLogBox {
        var log: MerkleLog<MemoryNodeStore>
        init(_ log: consuming MerkleLog<MemoryNodeStore>) { self.log = log }
    }

    init() throws {
        let keys: [UInt8] = [1, 50]
        let names = ["ana", "bruno"]
        log = MerkleLogBox(try MerkleLog(store: MemoryNodeStore(), size: 0))
        for sequence in 0..<20 {
            let event = try EventTests.event(
                who: names[sequence % 2],
                details: [.init("n", .integer(Int64(sequence)))]
            )
            let signed = try SignedEvent.sign(
                event,
                origin: Self.origin,
                sequence: UInt64(sequence),
                with: try signingKey(keys[sequence % 2])
            )
            leaves.append(signed.leaf)
            try log.log.append(leaf: signed.leaf)
        }
        people = [
            "ana": try signingKey(keys[0]).publicKey, "bruno": try signingKey(keys[1]).publicKey,
        ]
        checkpoint = try Checkpoint(origin: Self.origin, size: 20, root: log.log.root())
        var note = try checkpoint.note()
        try note.sign(name: Self.origin, with: try signingKey(100))
        self.note = note
        noteKey = try NoteKey(name: Self.origin, publicKey: try signingKey(100).publicKey)
    }

    func isSigner(_ signed: SignedEvent, _ sequence: UInt64) -> Bool {
        people[signed.event.who] == signed.signer
    }

    func replay(
        _ leaves: [[UInt8]],
        origin: String = Self.origin,
        checksSignatures: Bool = true
    ) -> (faults: [LogFault], end: LogFault?) {
        var replay = LogReplay(origin: origin, checksSignatures: checksSignatures)
        var faults: [LogFault] = []
        for leaf in leaves {
            if let fault = replay.add(leaf: leaf, isSigner: isSigner) { faults.append(fault) }
        }
        return (faults, replay.compare(with: checkpoint))
    }
}

@Suite struct LogReplayTests {
    @Test func `an untouched log holds`() throws {
        let sample = try SampleLog()
        let result = sample.replay(sample.leaves)
        #expect(result.faults.isEmpty)
        #expect(result.end == nil)
    }

    @Test func `a cut tail, an extra event and a swap show`() throws {
        let sample = try SampleLog()
        let cut = sample.replay(sample.leaves.dropLast())
        #expect(cut.faults.isEmpty)
        #expect(cut.end == LogFault(.size(expected: 20, actual: 19)))
        let extended = sample.replay(sample.leaves + [sample.leaves[0]])
        #expect(extended.faults == [LogFault(.signature, at: 20)])
        #expect(extended.end == LogFault(.size(expected: 20, actual: 21)))
        var swapped = sample.leaves
        swapped.swapAt(4, 6)
        let result = sample.replay(swapped)
        #expect(result.faults == [LogFault(.signature, at: 4), LogFault(.signature, at: 6)])
        #expect(result.end == LogFault(.root))
        #expect(sample.replay(swapped, checksSignatures: false).end == LogFault(.root))
    }

    @Test func `a changed leaf is named`() throws {
        let sample = try SampleLog()
        for bit in stride(from: 0, to: sample.leaves[3].count * 8, by: 13) {
            var leaves = sample.leaves
            leaves[3] = leaves[3].flippingBit(bit)
            let result = sample.replay(leaves)
            #expect(result.faults.map(\.sequence) == [3], "bit \(bit)")
            #expect(result.end == LogFault(.root))
        }
    }

    @Test func `an event forged by another person of the trial is named`() throws {
        let sample = try SampleLog()
        let event = try SignedEvent(leaf: sample.leaves[5]).event
        let forged = try SignedEvent.sign(
            event,
            origin: SampleLog.origin,
            sequence: 5,
            with: try signingKey(1)
        )
        var leaves = sample.leaves
        leaves[5] = forged.leaf
        let result = sample.replay(leaves)
        #expect(result.faults == [LogFault(.signer, at: 5)])
        #expect(result.end == LogFault(.root))
    }

    @Test func `another log's checkpoint is told apart`() throws {
        let sample = try SampleLog()
        let result = sample.replay(sample.leaves, origin: "other")
        #expect(result.end == LogFault(.origin))
        #expect(result.faults.count == 20)
    }

    @Test func `a fault is told in words and without the event`() throws {
        #expect("\(LogFault(.signature, at: 3))".hasPrefix("entry 3: "))
        #expect(
            "\(LogFault(.size(expected: 20, actual: 19)))"
                == "the log has 19 entries, its checkpoint says 20"
        )
    }
}
