import AuditLog
import Cryptography
import Foundation
import GRDB
import TestSupport
import Testing
import TrialOffice
import TrialStore

/// What the files promise, seen from outside.
struct DurabilityTests {
    /// GRDB sets `synchronous = NORMAL` when it turns on WAL; then a power loss could undo an
    /// acknowledged enrollment.
    @Test func `every store is opened with WAL and full synchronization`() throws {
        let trial = try SampleTrial(active: [])
        let folder = TrialFolder(trial.url)
        let store = try TrialStore.open(folder, rules: NoRules())
        #expect(try store.durability() == "wal, synchronous 2")
        try store.close()
        for kind in SideKind.allCases {
            let side = try SideStore.open(folder, kind, site: "BCN")
            #expect(try side.durability() == "wal, synchronous 2")
            try side.close()
        }
    }

    @Test func `a trial is made whole or not at all`() throws {
        let folder = try TemporaryFolder()
        let url = folder.file("trial")
        let staff = try StaffMember.list(Repository.fixtures.appendingPathComponent("staff.yaml"))
        struct Interrupted: Error {}
        var asked = 0
        #expect(throws: OfficeError.self) {
            _ = try TrialOffice.found(
                TrialOffice.Founding(
                    files: try DefinitionFolder.read(Repository.trialProtocol),
                    staff: staff,
                    cost: try PassphraseCost(log2N: 14)
                ),
                at: url,
                now: try SampleTrial.moment(0),
                passphrase: { name in
                    asked += 1
                    if asked == staff.count { throw Interrupted() }
                    return try Passphrase(Array(name.utf8))
                }
            )
        }
        #expect(asked == staff.count)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    /// How a transaction can fail after its event and rows were written.
    enum Failure: String, CaseIterable {
        case afterward = "when all is written"
        case row = "at a row that cannot be written"
        case second = "at a second event"
    }

    private struct Interrupted: Error {}

    @Test(arguments: Failure.allCases)
    func `nothing stays of a transaction that fails`(_ failure: Failure) throws {
        let trial = try SampleTrial(active: ["BCN"])
        let before = try TrialOffice.verify(trial: trial.url)
        let head = try Data(contentsOf: trial.url.appendingPathComponent("head.note"))
        let store = try TrialStore.open(TrialFolder(trial.url), rules: NoRules())
        let user = try #require(try store.read { try $0.user("marta.bcn") })
        let keys = try SealedUserKeys(encoded: user.sealedKeys).open(
            passphrase: SecretBytes(copying: Array("marta.bcn".utf8)),
            user: "marta.bcn",
            trial: store.origin
        )
        let draft = EventDraft(
            who: "marta.bcn",
            role: "coordinator",
            site: "BCN",
            when: try #require(Timestamp(millisecondsSince1970: 1_795_254_100_000)),
            kind: "allocation.requested",
            subject: "BCN-AAAA-AAAA",
            program: "test"
        )
        var rows = TrialWriter.Rows()
        rows.requests = [RequestRow(subject: "BCN-AAAA-AAAA", state: "open")]
        if failure == .row { rows.users = [user] }
        #expect(throws: (any Error).self) {
            try store.write(signedBy: "marta.bcn", with: keys.signing) { writer in
                try writer.append(draft, writing: rows, signedWith: keys.signing)
                if failure == .second {
                    try writer.append(draft, writing: rows, signedWith: keys.signing)
                }
                throw Interrupted()
            }
        }
        #expect(try store.read { try $0.size() } == UInt64(before.events))
        #expect(try store.read { try $0.request("BCN-AAAA-AAAA") } == nil)
        try store.close()
        let after = try TrialOffice.verify(trial: trial.url)
        #expect(after.holds && after.events == before.events, "\(after.findings)")
        #expect(try Data(contentsOf: trial.url.appendingPathComponent("head.note")) == head)
    }

    /// The entries of a side file, with whether they are pending.
    private func entries(_ trial: SampleTrial, _ path: String) throws -> [String: Bool] {
        let queue = try DatabaseQueue(path: trial.url.appendingPathComponent(path).path)
        defer { try? queue.close() }
        return try queue.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT id, pending FROM entry")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["id"], $0["pending"]) })
        }
    }

    /// What an interrupted command left in a side file goes with the next write; what belongs to
    /// somebody is confirmed, and stays.
    @Test(arguments: ["vaults/BCN.sqlite", "keys/BCN.sqlite"])
    func `the trial file decides which side entries count`(_ path: String) throws {
        let trial = try SampleTrial(active: ["BCN"])
        func enroll(_ prefix: String) throws {
            let fixture = try CandidateFixture.named(prefix)
            let number = try trial.screen(fixture).number
            _ = try trial.enroll(number, fixture.document, site: "BCN")
        }
        try enroll("01")
        let first = try entries(trial, path)
        #expect(first.values.elementsEqual([true]))
        let queue = try DatabaseQueue(path: trial.url.appendingPathComponent(path).path)
        try queue.write { db in
            try db.execute(sql: "INSERT INTO entry VALUES ('left', 1, zeroblob(300), 1)")
        }
        try queue.close()
        #expect(try TrialOffice.verify(trial: trial.url).holds)
        try enroll("05")
        let second = try entries(trial, path)
        #expect(second["left"] == nil)
        #expect(second.count == 2)
        for id in first.keys { #expect(second[id] == false) }
        #expect(second.values.count { $0 } == 1)
        let verification = try TrialOffice.verify(trial: trial.url)
        #expect(verification.holds, "\(verification.findings)")
    }

    private func modes(_ url: URL) throws -> [String: String] {
        let paths = [""] + (FileManager.default.subpaths(atPath: url.path) ?? [])
        return try Dictionary(
            uniqueKeysWithValues: paths.map { path in
                let place = url.appendingPathComponent(path).path
                let attributes = try FileManager.default.attributesOfItem(atPath: place)
                let mode = try #require(attributes[.posixPermissions] as? Int)
                let type = attributes[.type] as? FileAttributeType
                return (
                    path, (type == .typeDirectory ? "folder " : "file ") + String(mode, radix: 8)
                )
            }
        )
    }

    /// The library, which leaves the process's umask alone.
    @Test func `folders are 700 and files 600, also while they are written`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        try trial.allocate(candidates: ["01"])
        let open = try trial.whileUnclosed(screening: "05") { try modes(trial.url) }
        #expect(open.keys.contains("trial.sqlite-wal") && open.keys.contains("trial.sqlite-shm"))
        for (path, mode) in open.merging(try modes(trial.url), uniquingKeysWith: { $1 }) {
            #expect(["folder 700", "file 600"].contains(mode), "\(path): \(mode)")
        }
    }
}
