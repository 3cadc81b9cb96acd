import AuditLog
import Cryptography
import Foundation
import TestSupport
import Testing
import TrialOffice
import TrialStore

/// What a dishonest monitor, who holds a key that may sign exports, can leave out of one.
struct ExporterTests {
    /// A trial with two allocations, the export of then, and the one after a third.
    private static let sample = Result {
        let trial = try SampleTrial(active: ["BCN"])
        try trial.allocate(candidates: ["01", "33"])
        let earlier = try trial.export()
        try trial.allocate(candidates: ["05"])
        return (trial: trial, earlier: earlier, later: try trial.export(second: 31))
    }

    /// An export that the monitor puts together from `events`; what is no event is signed anew, as
    /// an export at that place.
    private func forge(_ log: AllocationLog, _ events: [[UInt8]?]) throws -> [UInt8] {
        let store = try TrialStore.open(
            TrialFolder(try Self.sample.get().trial.url),
            rules: NoRules()
        )
        let user = try #require(try store.read { try $0.user("monitor") })
        let keys = try SealedUserKeys(encoded: user.sealedKeys).open(
            passphrase: SecretBytes(copying: Array("monitor".utf8)),
            user: "monitor",
            trial: store.origin
        )
        try store.close()
        var tree = try MerkleLog(store: MemoryNodeStore(), size: 0)
        var leaves: [[UInt8]] = []
        for event in events {
            let place = LogPlace(origin: log.trial, sequence: tree.size, root: tree.root())
            let own = try Event(
                who: "monitor",
                role: "monitor",
                site: "trial",
                when: try #require(Timestamp(millisecondsSince1970: 1_795_254_100_000)),
                kind: "log.exported",
                program: "editor"
            )
            let leaf = try event ?? SignedEvent.sign(own, at: place, with: keys.signing).leaf
            _ = try tree.append(leaf: leaf)
            leaves.append(leaf)
        }
        let kinds = try leaves.map { try SignedEvent(leaf: $0).event.kind }
        func count(_ name: String, _ kind: String) -> String {
            "\(name) \(kinds.count { $0 == kind })"
        }
        let checkpoint = try Checkpoint(
            origin: log.trial,
            size: tree.size,
            root: tree.root(),
            extensions: [
                count("screenings", "screening.recorded"), count("subjects", "subject.enrolled"),
                count("linkages", "subject.enrolled"), count("transfers", "transfer.offered"),
                count("requests", "allocation.requested"),
                count("allocations", "allocation.made"),
            ]
        )
        var note = try checkpoint.note()
        try note.sign(name: "monitor", with: keys.signing)
        let made = kinds.count { $0 == "allocation.made" }
        var object = try #require(
            try JSONSerialization.jsonObject(with: Data(try log.encoded())) as? [String: Any]
        )
        object["allocations"] = (object["allocations"] as? [Any]).map { Array($0.prefix(made)) }
        object["checkpoint"] = String(decoding: note.encoded, as: UTF8.self)
        object["log"] = leaves.map(Base64.encode)
        let decoded = try JSONDecoder().decode(
            AllocationLog.self,
            from: try JSONSerialization.data(withJSONObject: object)
        )
        return try decoded.encoded()
    }

    private func leaves(_ log: AllocationLog) throws -> [[UInt8]] {
        try log.log.map { try #require(Base64.decode($0)) }
    }

    private func place(_ kind: String, _ leaves: [[UInt8]]) throws -> Int {
        try #require(leaves.lastIndex { (try? SignedEvent(leaf: $0))?.event.kind == kind })
    }

    private func findings(_ bytes: [UInt8], kept: KeptEvidence = .nothing) throws -> [String] {
        try TrialOffice.verify(allocationLog: bytes, name: "x", against: kept).findings
    }

    @Test func `an honest export, put together by hand, holds`() throws {
        let later = try Self.sample.get().later
        #expect(try findings(forge(later, try leaves(later))).isEmpty)
    }

    @Test func `an event that is left out, or exchanged for one's own, is found`() throws {
        let later = try Self.sample.get().later
        let leaves = try leaves(later)
        for kind in ["allocation.made", "screening.recorded", "log.exported"] {
            // Something of somebody else stands behind it.
            var events = leaves.map(Optional.some)
            if kind == "allocation.made" { events.append(nil) }
            let place = try place(kind, Array(leaves.dropLast()))
            var without = events
            without.remove(at: place)
            #expect(try !findings(forge(later, without)).isEmpty, "\(kind)")
            var exchanged = events
            exchanged[place] = nil
            let found = try findings(forge(later, exchanged))
            #expect(found.contains { $0.hasPrefix("event \(place + 1): ") }, "\(kind) \(found)")
        }
    }

    @Test func `an end that is cut off is found by any later checkpoint`() throws {
        let (trial, earlier, later) = try Self.sample.get()
        let cut = try leaves(later).dropLast(3).map(Optional.some)
        let forged = try forge(later, cut + [nil])
        // Nothing inside it tells.
        #expect(try findings(forged).isEmpty)
        let old = try KeptEvidence(founder: nil, earlier: ("old.json", try earlier.encoded()))
        #expect(try findings(forged, kept: old).isEmpty)
        let new = try KeptEvidence(founder: nil, earlier: ("new.json", try later.encoded()))
        let found = try findings(forged, kept: new)
        #expect(found.contains { $0.hasPrefix("new.json: ") && $0.contains("cut off") }, "\(found)")
        let forgedNote = try KeptEvidence(founder: nil, earlier: ("forged.json", forged))
        let folder = try TrialOffice.verify(trial: trial.url, against: forgedNote).findings
        #expect(folder.contains { $0.contains("not those that were acknowledged") }, "\(folder)")
    }
}
