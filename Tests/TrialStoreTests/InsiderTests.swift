import AuditLog
import Cryptography
import Foundation
import GRDB
import TestSupport
import Testing
import TrialOffice
import TrialStore

/// What somebody with a valid key and a file editor can do: nothing beyond the own commands that
/// is believed, and nothing that `log verify` does not find.
struct InsiderTests {
    private static let sample = Result {
        let trial = try SampleTrial(active: ["BCN"])
        var subjects: [String] = []
        for prefix in ["01", "33"] {
            let fixture = try CandidateFixture.named(prefix)
            let number = try trial.screen(fixture).number
            subjects.append(try trial.enroll(number, fixture.document, site: "BCN").subject)
        }
        _ = try trial.allocate(subjects[0], site: "BCN")
        return (trial, subjects)
    }

    /// Appends an event that the coordinator of BCN, or another `name`, signs, with whatever rows.
    private func forge(
        _ copy: URL,
        user name: String = "marta.bcn",
        kind: String,
        role: String = "coordinator",
        subject: String? = nil,
        reference: String? = nil,
        details: [Event.Detail] = [],
        rows: TrialWriter.Rows
    ) throws {
        // A head without counts, as no rules write it, would be enough to be refused.
        let head = copy.appendingPathComponent("head.note")
        let note = try Data(contentsOf: head)
        let store = try TrialStore.open(TrialFolder(copy), rules: NoRules())
        let user = try #require(try store.read { try $0.user(name) })
        let keys = try SealedUserKeys(encoded: user.sealedKeys).open(
            passphrase: SecretBytes(copying: Array(name.utf8)),
            user: name,
            trial: store.origin
        )
        try store.write(signedBy: name, with: keys.signing) { writer in
            _ = try writer.append(
                EventDraft(
                    who: name,
                    role: role,
                    site: role == "coordinator" ? "BCN" : "trial",
                    when: try #require(Timestamp(millisecondsSince1970: 1_795_254_100_000)),
                    kind: kind,
                    subject: subject,
                    reference: reference,
                    program: "editor",
                    details: details
                ),
                writing: rows,
                signedWith: keys.signing
            )
        }
        try store.close()
        try note.write(to: head)
    }

    private func expectFound(_ copy: URL, _ text: String) throws {
        let findings = try TrialOffice.verify(trial: copy).findings
        #expect(findings.contains { $0.contains(text) }, "\(findings)")
    }

    @Test(arguments: ["identity.opened", "screening.recorded", "allocation.requested"])
    func `rows that a kind of event does not write are not believed`(_ kind: String) throws {
        let (trial, subjects) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        var rows = TrialWriter.Rows()
        rows.sites = [SiteRow(code: "ROM", state: "active")]
        rows.secrets = [SecretRow(name: "allocation-seed", sealed: [1, 2, 3])]
        try forge(copy, kind: kind, subject: subjects[0], rows: rows)
        // The program does not open such a trial; who only verifies is told why.
        #expect(throws: OfficeError.self) { _ = try TrialOffice.open(copy) }
        try expectFound(copy, "writes rows that are not its own")
        withExtendedLifetime(folder) {}
    }

    @Test func `an allocation by a coordinator is not believed`() throws {
        let (trial, subjects) = try Self.sample.get()
        for role in ["coordinator", "randomization-office"] {
            let (folder, copy) = try trial.copy()
            var rows = TrialWriter.Rows()
            rows.allocations = [
                AllocationRow(
                    subject: subjects[1],
                    number: "A-0002",
                    site: "BCN",
                    stratum: "site=BCN;disease-burden=high",
                    sealedResult: [0],
                    sealedDraw: [0]
                )
            ]
            try forge(
                copy,
                kind: "allocation.made",
                role: role,
                subject: subjects[1],
                reference: "A-0002",
                rows: rows
            )
            #expect(throws: OfficeError.self) {
                let office = try TrialOffice.open(copy)
                let session = try SampleTrial.unlock(office, "marta.bcn")
                _ = try office.allocation(of: subjects[1], for: session)
            }
            #expect(try !TrialOffice.verify(trial: copy).holds)
            withExtendedLifetime(folder) {}
        }
    }

    @Test func `a key wrapped by an insider to somebody else is not used`() throws {
        let (trial, subjects) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        let store = try TrialStore.open(TrialFolder(copy), rules: NoRules())
        let office = try #require(try store.read { try $0.user("office") })
        let key = try DataKey.random(identifier: try KeyIdentifier(name: "allocation", version: 2))
        let wrapped = try WrappedKey.wrap(
            key,
            for: try X25519.PublicKey(bytes: office.agreementKey),
            trial: store.origin
        )
        try store.close()
        var rows = TrialWriter.Rows()
        rows.grants = [
            GrantRow(keyID: "allocation#2", holder: "office", wrapped: wrapped.encoded)
        ]
        try forge(copy, kind: "identity.opened", subject: subjects[0], rows: rows)
        let error = #expect(throws: OfficeError.self) {
            let opened = try TrialOffice.open(copy)
            _ = try SampleTrial.unlock(opened, "office")
        }
        #expect(error?.code == .damaged)
        #expect(try !TrialOffice.verify(trial: copy).holds)
        withExtendedLifetime(folder) {}
    }

    @Test func `on a log that cannot have come about nobody draws and nobody signs an export`()
        throws
    {
        let (trial, subjects) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        let office = try TrialOffice.open(copy)
        let coordinator = try SampleTrial.unlock(office, "marta.bcn")
        let now = try SampleTrial.moment(50)
        _ = try office.requestAllocation(of: subjects[1], by: coordinator, now: now)
        try office.close()
        // By itself the event is one that the coordinator may sign.
        try forge(copy, kind: "identity.opened", subject: "BCN-0000-0000", rows: .init())
        try expectFound(copy, "an identity of nobody at this site")
        let opened = try TrialOffice.open(copy)
        let drawer = try SampleTrial.unlock(opened, "office")
        let monitor = try SampleTrial.unlock(opened, "monitor")
        let marta = try SampleTrial.unlock(opened, "marta.bcn")
        for attempt in [
            { _ = try opened.answerRequests(by: drawer, now: now) },
            { _ = try opened.allocate(subjects[1], by: marta, office: drawer, now: now) },
            { _ = try opened.exportAllocationLog(isBlinded: true, by: monitor, now: now) },
        ] {
            let error = #expect(throws: OfficeError.self) { try attempt() }
            #expect(error?.code == .damaged)
        }
        try opened.close()
        withExtendedLifetime(folder) {}
    }

    @Test func `a subject is not put into a stratum of another site`() throws {
        let (trial, _) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        let fixture = try CandidateFixture.named("05")
        let number = try trial.screen(fixture).number
        let stratum = "site=ROM;disease-burden=high"
        var rows = TrialWriter.Rows()
        rows.subjects = [
            SubjectRow(
                code: "BCN-0000-0000",
                site: "BCN",
                screening: number,
                stratum: stratum,
                transfer: nil,
                sealed: [0]
            )
        ]
        rows.linkages = [LinkageRow(subject: "BCN-0000-0000", tokens: [])]
        rows.entries = [SideEntry(kind: .vault, site: "BCN", id: "BCN-0000-0000", sealed: [0])]
        let details = [
            Event.Detail("stratum", .text(stratum)), .init("as-of", .text("2026-11-21")),
        ]
        try forge(
            copy,
            kind: "subject.enrolled",
            subject: "BCN-0000-0000",
            reference: number,
            details: details,
            rows: rows
        )
        try expectFound(copy, "the stratum is one of another site")
        #expect(throws: OfficeError.self) { _ = try TrialOffice.open(copy) }
        withExtendedLifetime(folder) {}
    }

    @Test func `a site is not activated without its approvals, nor a stranger's name added`() throws
    {
        let (trial, _) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        var rows = TrialWriter.Rows()
        rows.sites = [SiteRow(code: "ROM", state: "active")]
        rows.siteVersions = [SiteVersionRow(site: "ROM", name: "1.0.0", period: "2026-11-21")]
        let details = [
            Event.Detail("approvals", .list([])), .init("as-of", .text("2026-11-21")),
            .init("protocol-version", .text("1.0.0")),
        ]
        try forge(
            copy,
            user: "data.manager",
            kind: "site.activated",
            role: "data-manager",
            reference: "ROM",
            details: details,
            rows: rows
        )
        try expectFound(copy, "the site may not do this: missing: ")
        let (other, second) = try trial.copy()
        let name = "\u{43E}ffice"
        let key = try Ed25519.PrivateKey.random().publicKey.bytes
        var people = TrialWriter.Rows()
        people.users = [
            UserRow(
                name: name,
                role: "randomization-office",
                site: nil,
                agreementKey: key,
                signingKey: key,
                sealedKeys: [0]
            )
        ]
        try forge(
            second,
            user: "ana.custodian",
            kind: "user.added",
            role: "custodian",
            details: [
                Event.Detail("name", .text(name)), .init("role", .text("randomization-office")),
                .init("signing-key", .text(Hex.encode(key))),
            ],
            rows: people
        )
        try expectFound(second, "not a permitted one")
        withExtendedLifetime((folder, other)) {}
    }

    @Test func `another seed than the one that was committed to is not used`() throws {
        let (trial, _) = try Self.sample.get()
        let (other, _) = try Self.sample.get()
        #expect(trial === other)
        let (folder, copy) = try trial.copy()
        let queue = try DatabaseQueue(path: copy.appendingPathComponent("trial.sqlite").path)
        try queue.write { try $0.execute(sql: "UPDATE secret SET sealed = zeroblob(400)") }
        try queue.close()
        #expect(throws: OfficeError.self) {
            let office = try TrialOffice.open(copy)
            let session = try SampleTrial.unlock(office, "office")
            _ = try office.answerRequests(by: session, now: try SampleTrial.moment(60))
        }
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: [
        "DELETE FROM allocation", "DELETE FROM allocation_request", "DELETE FROM linkage",
        "DELETE FROM screening WHERE rowid = (SELECT max(rowid) FROM screening)",
        "CREATE VIEW extra AS SELECT 1",
    ])
    func `a trial from which rows vanished does not open`(_ sql: String) throws {
        let (trial, _) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        let queue = try DatabaseQueue(path: copy.appendingPathComponent("trial.sqlite").path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
        let error = #expect(throws: OfficeError.self) { _ = try TrialOffice.open(copy) }
        #expect(error?.code == .damaged)
        withExtendedLifetime(folder) {}
    }

    /// Somebody with a key takes a row out and signs a head that counts what is left.
    @Test(arguments: [
        ("allocation", "subject", "allocations"), ("allocation_request", "subject", "requests"),
        ("screening", "number", "screenings"), ("subject", "code", "subjects"),
    ])
    func `a row that was taken away is found under a head that does not count it`(
        _ table: String,
        _ key: String,
        _ counter: String
    ) throws {
        let (folder, copy) = try Self.sample.get().0.copy()
        let head = copy.appendingPathComponent("head.note")
        let signed = try SignedNote(encoded: Array(Data(contentsOf: head)))
        let count = try #require(try Checkpoint(text: signed.text).count(counter))
        let text = signed.text.replacing(
            "\n\(counter) \(count)\n",
            with: "\n\(counter) \(count - 1)\n"
        )
        #expect(text != signed.text)
        var note = try SignedNote(text: text)
        let store = try TrialStore.open(TrialFolder(copy), rules: NoRules())
        let user = try #require(try store.read { try $0.user("marta.bcn") })
        let keys = try SealedUserKeys(encoded: user.sealedKeys).open(
            passphrase: SecretBytes(copying: Array("marta.bcn".utf8)),
            user: "marta.bcn",
            trial: store.origin
        )
        try note.sign(name: "marta.bcn", with: keys.signing)
        try store.close()
        let queue = try DatabaseQueue(path: copy.appendingPathComponent("trial.sqlite").path)
        try queue.write { db in
            let last = "(SELECT max(\(key)) FROM \(table))"
            try db.execute(sql: "DELETE FROM \(table) WHERE \(key) = \(last)")
        }
        try queue.close()
        try Data(note.encoded).write(to: head)
        try expectFound(copy, "of table \(table) is missing")
        withExtendedLifetime(folder) {}
    }

    @Test func `a head that nobody signed does not open`() throws {
        let (trial, _) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        let head = copy.appendingPathComponent("head.note")
        let text = try String(contentsOf: head, encoding: .utf8)
        let store = try TrialStore.open(TrialFolder(copy), rules: NoRules())
        try store.close()
        var note = try SignedNote(text: try SignedNote(encoded: Array(text.utf8)).text)
        let stranger = try Ed25519.PrivateKey.random()
        try note.sign(name: "office", with: stranger)
        try Data(note.encoded).write(to: head)
        let error = #expect(throws: OfficeError.self) { _ = try TrialOffice.open(copy) }
        #expect(error?.code == .damaged)
        #expect(try !TrialOffice.verify(trial: copy).holds)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: [
        "UPDATE user SET event = -1", "UPDATE allocation SET event = 9223372036854775807",
        "UPDATE event SET sequence = -5 WHERE sequence = 0",
        "UPDATE event SET leaf = zeroblob(3) WHERE sequence = 0",
    ])
    func `damaged numbers are an error and no crash`(_ sql: String) throws {
        let (trial, subjects) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        let queue = try DatabaseQueue(path: copy.appendingPathComponent("trial.sqlite").path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
        #expect(throws: OfficeError.self) {
            let office = try TrialOffice.open(copy)
            let session = try SampleTrial.unlock(office, "marta.bcn")
            _ = try office.allocation(of: subjects[0], for: session)
        }
        #expect(try !TrialOffice.verify(trial: copy).holds)
        withExtendedLifetime(folder) {}
    }
}
