import AuditLog
import Cryptography
import Foundation
import GRDB
import TestSupport
import Testing
import TrialOffice
import TrialStore

/// What somebody with a valid key and a file editor can do with people and their keys: nothing that
/// is believed.
struct PeopleInsiderTests {
    /// A trial in which `nuria.bcn` holds all keys of a coordinator, `sofia.bcn` none yet, and the
    /// coordinator `marta.bcn` is revoked.
    private static let sample = Result {
        let trial = try SampleTrial(active: ["BCN"])
        let subject = try trial.enroll(candidate: "04")
        for name in ["nuria.bcn", "sofia.bcn"] {
            try trial.withSession("ana.custodian") { office, session in
                _ = try office.add(
                    StaffMember(name: name, role: .coordinator, site: "BCN"),
                    passphrase: try Passphrase(Array(name.utf8)),
                    cost: try PassphraseCost(log2N: 14),
                    by: session,
                    now: try SampleTrial.moment(70)
                )
            }
        }
        try trial.withSession("marta.bcn") { office, session in
            _ = try office.grantKeys(
                to: "nuria.bcn",
                by: session,
                now: try SampleTrial.moment(71)
            )
        }
        try trial.withSession("ana.custodian") { office, session in
            _ = try office.revoke(
                user: "marta.bcn",
                reason: .left,
                by: session,
                now: try SampleTrial.moment(72)
            )
        }
        return (trial: trial, subject: subject)
    }

    private func keys(_ store: TrialStore, _ user: String) throws -> UserKeys {
        let row = try #require(try store.read { try $0.user(user) })
        return try SealedUserKeys(encoded: row.sealedKeys).open(
            passphrase: SecretBytes(copying: Array(user.utf8)),
            user: user,
            trial: store.origin
        )
    }

    /// Appends an event that `user` signs, with whatever rows; the head stays the acknowledged one
    /// unless `isAcknowledged`.
    private func forge(
        _ copy: URL,
        by user: String,
        kind: String,
        about name: String? = nil,
        subject: String? = nil,
        reference: String? = nil,
        reason: String? = nil,
        grants: [String] = [],
        to holders: [String] = [],
        entries: [SideEntry] = [],
        isAcknowledged: Bool = false
    ) throws {
        let head = copy.appendingPathComponent("head.note")
        let note = try Data(contentsOf: head)
        let store = try TrialStore.open(TrialFolder(copy), rules: NoRules())
        let keys = try keys(store, user)
        try store.write(signedBy: user, with: keys.signing) { writer in
            let person = try #require(try writer.reader.people()[user])
            var rows = TrialWriter.Rows()
            rows.entries = entries
            for entry in entries { try writer.put(entry) }
            rows.grants = grants.flatMap { key in
                ([name].compactMap(\.self) + holders).map { holder in
                    GrantRow(keyID: key, holder: holder, wrapped: [0])
                }
            }
            _ = try writer.append(
                EventDraft(
                    who: user,
                    role: person.role,
                    site: person.site,
                    when: try #require(Timestamp(millisecondsSince1970: 1_795_254_100_000)),
                    kind: kind,
                    subject: subject,
                    reference: reference,
                    reason: reason,
                    program: "editor",
                    details: name.map { [Event.Detail("name", .text($0))] } ?? []
                ),
                writing: rows,
                signedWith: keys.signing
            )
        }
        try store.close()
        if !isAcknowledged { try note.write(to: head) }
    }

    private func expectFound(_ copy: URL, _ text: String) throws {
        let findings = try TrialOffice.verify(trial: copy).findings
        #expect(findings.contains { $0.contains(text) }, "\(findings)")
        // Whoever works goes by the log too.
        let error = #expect(throws: OfficeError.self) {
            let office = try TrialOffice.open(copy)
            let session = try SampleTrial.unlock(office, "office")
            _ = try office.answerRequests(by: session, now: try SampleTrial.moment(99))
        }
        #expect(error?.code == .damaged)
    }

    @Test(arguments: [
        ("nuria.bcn", "sofia.bcn", "may not do user.revoked"),
        ("data.manager", "sofia.bcn", "may not do user.revoked"),
        ("ana.custodian", "ana.custodian", "may not do this to oneself"),
        ("ana.custodian", "nuria.bcn", "nobody but nuria.bcn holds identity/BCN#1"),
        ("ana.custodian", "marta.bcn", "is revoked already"),
        ("ana.custodian", "nobody", "is not known to the log"),
    ])
    func `a forged revocation shuts nobody out`(
        _ user: String,
        _ name: String,
        _ finding: String
    ) throws {
        let (folder, copy) = try Self.sample.get().trial.copy()
        try forge(copy, by: user, kind: "user.revoked", about: name, reason: "left")
        try expectFound(copy, finding)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: [
        ("identity.opened", false), ("user.rekeyed", false), ("identity.opened", true),
    ])
    func `what somebody signs after being revoked is not believed`(
        _ kind: String,
        _ isAcknowledged: Bool
    ) throws {
        let (trial, subject) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        try forge(
            copy,
            by: "marta.bcn",
            kind: kind,
            subject: subject,
            isAcknowledged: isAcknowledged
        )
        try expectFound(copy, "marta.bcn was revoked then")
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: [
        // To a role that is not entitled.
        ("nuria.bcn", "monitor", ["identity/BCN#1"], "not entitled"),
        ("office", "jordi.bcn", ["allocation#1"], "not entitled"),
        ("nuria.bcn", "sofia.bcn", ["identity/ROM#1"], "not entitled"),
        // By somebody who does not hold it.
        ("jordi.bcn", "sofia.bcn", ["identity/BCN#1"], "does not hold"),
        ("nuria.bcn", "sofia.bcn", ["records/BCN#2"], "does not hold"),
        // In place of the one that is there.
        ("nuria.bcn", "jordi.bcn", ["records/BCN#1"], "holds records/BCN#1 already"),
        // To who is revoked.
        ("nuria.bcn", "marta.bcn", ["records/BCN#1"], "may not work"),
        // By a custodian, who can only invent one.
        ("ana.custodian", "sofia.bcn", ["records/BCN#1"], "may not do key.granted"),
    ])
    func `a key that is granted against the rules is not used`(
        _ user: String,
        _ name: String,
        _ keys: [String],
        _ finding: String
    ) throws {
        let (folder, copy) = try Self.sample.get().trial.copy()
        try forge(copy, by: user, kind: "key.granted", about: name, grants: keys)
        try expectFound(copy, finding)
        withExtendedLifetime(folder) {}
    }

    /// Those who are entitled to `identity/BCN` and may work are `nuria.bcn` and `sofia.bcn`.
    @Test(arguments: [
        ("nuria.bcn", "identity/BCN#2", ["nuria.bcn"], "goes to others"),
        ("nuria.bcn", "identity/BCN#2", ["nuria.bcn", "sofia.bcn", "monitor"], "goes to others"),
        ("nuria.bcn", "identity/BCN#2", ["nuria.bcn", "sofia.bcn", "marta.bcn"], "goes to others"),
        ("nuria.bcn", "identity/BCN#3", ["nuria.bcn", "sofia.bcn"], "does not come next"),
        ("nuria.bcn", "identity/BCN#1", ["nuria.bcn", "sofia.bcn"], "does not come next"),
        ("sofia.bcn", "identity/BCN#2", ["nuria.bcn", "sofia.bcn"], "does not hold"),
        ("nuria.bcn", "linkage#2", ["nuria.bcn", "sofia.bcn"], "is not rotated"),
    ])
    func `a new version leaves nobody out and lets nobody in`(
        _ user: String,
        _ key: String,
        _ holders: [String],
        _ finding: String
    ) throws {
        let (folder, copy) = try Self.sample.get().trial.copy()
        try forge(
            copy,
            by: user,
            kind: "key.rotated",
            reference: key,
            grants: [key],
            to: holders
        )
        try expectFound(copy, finding)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: [
        // By somebody who does not hold the key, under a version that is not there.
        ("jordi.bcn", "identity/BCN#1", SideKind.vault, "", "does not hold"),
        ("nuria.bcn", "identity/BCN#2", .vault, "", "does not hold"),
        // Of another file, or what was never there.
        ("nuria.bcn", "identity/BCN#1", .keys, "", "writes rows that are not its own"),
        ("nuria.bcn", "results/BCN#1", .keys, "", "writes rows that are not its own"),
        ("nuria.bcn", "identity/BCN#1", .vault, "X", "there is no"),
        ("nuria.bcn", "identity/BCN#1", .vault, ".1/offered", "there is no"),
    ])
    func `nothing is sealed again that is not there, or by who may not open it`(
        _ user: String,
        _ key: String,
        _ kind: SideKind,
        _ more: String,
        _ finding: String
    ) throws {
        let (trial, subject) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        let entry = SideEntry(kind: kind, site: "BCN", id: subject + more, sealed: [0])
        try forge(copy, by: user, kind: "key.resealed", reference: key, entries: [entry])
        try expectFound(copy, finding)
        withExtendedLifetime(folder) {}
    }

    /// The event is still there, but is looked up by its kind no more.
    @Test(arguments: [
        "UPDATE event SET kind = 'identity.opened' WHERE kind = 'user.revoked'",
        "UPDATE event SET kind = 'user.suspended' WHERE kind = 'user.revoked'",
        "UPDATE event SET kind = 'user.revoked' WHERE kind = 'key.granted'",
    ])
    func `a revocation is not hidden by another kind`(_ sql: String) throws {
        let (folder, copy) = try Self.sample.get().trial.copy()
        let queue = try DatabaseQueue(path: copy.appendingPathComponent("trial.sqlite").path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
        try expectFound(copy, "not of the kind under which it is kept")
        withExtendedLifetime(folder) {}
    }

    @Test func `an older passphrase does not open again when its row is put back`() throws {
        let (folder, copy) = try Self.sample.get().trial.copy()
        let path = copy.appendingPathComponent("trial.sqlite").path
        let queue = try DatabaseQueue(path: path)
        let old = try #require(
            try queue.read { try Row.fetchOne($0, sql: "SELECT * FROM user WHERE name = 'office'") }
        )
        try queue.close()
        let office = try TrialOffice.open(copy)
        try office.changePassphrase(
            try Passphrase(Array("four other words".utf8)),
            cost: try PassphraseCost(log2N: 14),
            by: try SampleTrial.unlock(office, "office"),
            now: try SampleTrial.moment(80)
        )
        try office.close()
        let sealed: Data = old["sealed_keys"]
        let file = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(file.range(of: sealed.suffix(64)) == nil, "the old row is gone from the file")
        let second = try DatabaseQueue(path: path)
        try second.write { db in
            try db.execute(
                sql: "UPDATE user SET sealed_keys = ?, event = ? WHERE name = 'office'",
                arguments: [old["sealed_keys"], old["event"]]
            )
        }
        try second.close()
        let opened = try TrialOffice.open(copy)
        let error = #expect(throws: OfficeError.self) {
            _ = try SampleTrial.unlock(opened, "office")
        }
        #expect(error?.code == .damaged)
        try opened.close()
        withExtendedLifetime(folder) {}
    }
}
