import Foundation
import GRDB
import TestSupport
import Testing
import TrialOffice
import TrialStore

/// What somebody who may write the files, but holds no key, can do: nothing that does not show.
struct TamperingTests {
    private static let sample = Result {
        let trial = try SampleTrial(active: ["BCN"])
        for prefix in ["01", "05"] {
            let fixture = try CandidateFixture.named(prefix)
            let screening = try trial.screen(fixture.document, name: prefix, site: fixture.site)
            let subject = try trial.enroll(
                screening.number,
                fixture.document,
                site: fixture.site
            ).subject
            _ = try trial.allocate(subject, site: fixture.site)
        }
        return trial
    }

    /// Changes a copy of the sample by `sql` and gives what a verification finds.
    private func findings(_ sql: String, file: String = "trial.sqlite") throws -> [String] {
        let (folder, copy) = try Self.sample.get().copy()
        let queue = try DatabaseQueue(path: copy.appendingPathComponent(file).path)
        try queue.write { db in
            try db.execute(sql: sql)
            #expect(db.totalChangesCount > 0, "\(sql) changed nothing")
        }
        try queue.close()
        let findings = try TrialOffice.verify(trial: copy).findings
        withExtendedLifetime(folder) {}
        return findings
    }

    @Test func `an untouched trial holds`() throws {
        let verification = try TrialOffice.verify(trial: try Self.sample.get().url)
        #expect(verification.holds, "\(verification.findings)")
        #expect(verification.allocations == 2)
    }

    @Test(arguments: [
        ("UPDATE subject SET stratum = 'site=BCN;disease-burden=low' || stratum", "subject"),
        ("UPDATE screening SET verdict = 'ineligible'", "screening"),
        ("UPDATE site SET state = 'planned' WHERE code = 'BCN'", "site"),
        ("UPDATE user SET role = 'coordinator' WHERE name = 'monitor'", "user"),
        ("UPDATE key_grant SET holder = 'data.manager' WHERE holder = 'statistician'", "key_grant"),
        ("DELETE FROM allocation WHERE number = 'A-0002'", "allocation"),
        ("DELETE FROM linkage", "linkage"),
        ("UPDATE allocation SET number = 'A-0009' WHERE number = 'A-0001'", "allocation"),
        ("UPDATE allocation SET event = 1", "allocation"),
        ("UPDATE secret SET sealed = zeroblob(length(sealed))", "secret"),
        ("DELETE FROM event WHERE sequence = (SELECT max(sequence) FROM event)", "acknowledged"),
        ("UPDATE event SET sequence = sequence + 1000 WHERE sequence = 3", "event 3"),
        ("UPDATE node SET digest = zeroblob(32) WHERE level = 0 AND position = 2", "Merkle"),
        ("DELETE FROM node WHERE level = 1", "Merkle"),
        ("UPDATE trial SET origin = origin || 'x'", "event"),
        ("DROP INDEX allocation_stratum; DELETE FROM site WHERE code = 'ROM'", "tables"),
        ("CREATE TABLE extra (a); INSERT INTO extra VALUES (1)", "tables"),
    ])
    func `a change by hand is found and named`(_ sql: String, _ place: String) throws {
        let found = try findings(sql)
        #expect(found.contains { $0.contains(place) }, "\(found)")
    }

    @Test(arguments: [
        "UPDATE entry SET sealed = (SELECT sealed FROM entry ORDER BY id DESC LIMIT 1)",
        "DELETE FROM entry WHERE id = (SELECT min(id) FROM entry)",
        "UPDATE entry SET id = id || 'X' WHERE id = (SELECT min(id) FROM entry)",
        "INSERT INTO entry VALUES ('BCN-AAAA-AAAA', 1, zeroblob(300), 0)",
    ])
    func `a change in a side file is found`(_ sql: String) throws {
        for file in ["vaults/BCN.sqlite", "keys/BCN.sqlite"] {
            let found = try findings(sql, file: file)
            #expect(found.contains { $0.hasPrefix(file) }, "\(file): \(found)")
        }
    }

    @Test func `swapped sealed values do not open`() throws {
        let (folder, copy) = try Self.sample.get().copy()
        let queue = try DatabaseQueue(path: copy.appendingPathComponent("trial.sqlite").path)
        try queue.write { db in
            try db.execute(
                sql: """
                    CREATE TEMP TABLE old AS SELECT number, sealed_result FROM allocation;
                    UPDATE allocation SET sealed_result = (SELECT sealed_result FROM old
                    WHERE old.number <> allocation.number)
                    """
            )
        }
        let subjects = try queue.read { try String.fetchAll($0, sql: "SELECT code FROM subject") }
        try queue.close()
        let office = try TrialOffice.open(copy)
        let session = try SampleTrial.unlock(office, "marta.bcn")
        for subject in subjects {
            let error = #expect(throws: OfficeError.self) {
                _ = try office.allocation(of: subject, for: session)
            }
            #expect(error?.code == .damaged)
        }
        try office.close()
        withExtendedLifetime(folder) {}
    }

    @Test func `an older copy of the trial file is refused`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let (folder, older) = try trial.copy()
        let fixture = try CandidateFixture.named("01")
        _ = try trial.screen(fixture)
        let database = trial.url.appendingPathComponent("trial.sqlite")
        try Data(contentsOf: older.appendingPathComponent("trial.sqlite")).write(to: database)
        let error = #expect(throws: OfficeError.self) { _ = try TrialOffice.open(trial.url) }
        #expect(error?.message.contains("acknowledged") == true)
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: ["head.note", "vaults/BCN.sqlite", "keys/BCN.sqlite", "trial.sqlite"])
    func `a missing file is named`(_ file: String) throws {
        let (folder, copy) = try Self.sample.get().copy()
        try FileManager.default.removeItem(at: copy.appendingPathComponent(file))
        let found = try TrialOffice.verify(trial: copy).findings
        #expect(found.contains { $0.hasPrefix("\(file): ") }, "\(found)")
        withExtendedLifetime(folder) {}
    }

    @Test func `a changed protocol file is refused`() throws {
        let (folder, copy) = try Self.sample.get().copy()
        let file = copy.appendingPathComponent("protocol/MILENARI-ALL-1/protocol.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data((text + "\n").utf8).write(to: file)
        #expect(throws: OfficeError.self) { _ = try TrialOffice.open(copy) }
        let found = try TrialOffice.verify(trial: copy).findings
        #expect(found.contains { $0.contains("protocol.yaml") }, "\(found)")
        withExtendedLifetime(folder) {}
    }

    /// Changes the trial file of `copy` by `sql`.
    private func change(_ copy: URL, _ sql: [String]) throws {
        let queue = try DatabaseQueue(path: copy.appendingPathComponent("trial.sqlite").path)
        try queue.write { db in
            for statement in sql { try db.execute(sql: statement) }
        }
        try queue.close()
    }

    /// Somebody without a key can take rows away and keep the counts, or put older rows back.
    @Test(arguments: [
        [
            """
            UPDATE allocation SET subject = 'BCN-0000-0000', number = 'A-0000',
            stratum = 'site=ROM;disease-burden=low' WHERE number = 'A-0001'
            """,
            """
            UPDATE allocation_request SET state = 'open', event = event - 1
            WHERE subject NOT IN (SELECT subject FROM allocation)
            """,
        ], ["UPDATE allocation_request SET state = 'open', event = event - 1"],
        ["UPDATE allocation SET stratum = 'site=ROM;disease-burden=low'"],
    ])
    func `nobody draws on rows that are not what the log tells`(_ sql: [String]) throws {
        let (folder, copy) = try Self.sample.get().copy()
        let fixture = try CandidateFixture.named("33")
        let (asOf, now) = (try SampleTrial.day, try SampleTrial.moment(60))
        var office = try TrialOffice.open(copy)
        let investigator = try SampleTrial.unlock(office, "jordi.bcn")
        let coordinator = try SampleTrial.unlock(office, "marta.bcn")
        let drawer = try SampleTrial.unlock(office, "office")
        let document = GivenDocument(name: "d", bytes: fixture.document)
        let number = try office.screen(document, by: investigator, asOf: asOf, now: now).number
        let request = TrialOffice.EnrollmentRequest(
            screening: number,
            document: document,
            asOf: asOf
        )
        let subject = try office.enroll(request, by: coordinator, now: now).subject
        _ = try office.requestAllocation(of: subject, by: coordinator, now: now)
        try office.close()
        try change(copy, sql)
        office = try TrialOffice.open(copy)
        let error = #expect(throws: OfficeError.self) {
            _ = try office.answerRequests(by: drawer, now: now)
        }
        #expect(error?.code == .damaged)
        try office.close()
        withExtendedLifetime(folder) {}
    }

    @Test(arguments: [
        [
            "CREATE TEMP TABLE first AS SELECT min(subject) AS subject FROM linkage",
            "DELETE FROM linkage WHERE subject IN (SELECT subject FROM first)",
            "INSERT INTO linkage VALUES ('BCN-0000-0000', 1, zeroblob(17), 1)",
        ], ["UPDATE linkage SET token = randomblob(17)"],
    ])
    func `no child is enrolled twice because its tokens were taken away`(_ sql: [String]) throws {
        for prefix in ["01", "05"] {
            let (folder, copy) = try Self.sample.get().copy()
            let fixture = try CandidateFixture.named(prefix)
            let (asOf, now) = (try SampleTrial.day, try SampleTrial.moment(60))
            var office = try TrialOffice.open(copy)
            let investigator = try SampleTrial.unlock(office, "jordi.bcn")
            let coordinator = try SampleTrial.unlock(office, "marta.bcn")
            // Other bytes, or the document alone would tell that the candidate is enrolled.
            let document = GivenDocument(name: "d", bytes: fixture.document + [0x0A])
            let number = try office.screen(document, by: investigator, asOf: asOf, now: now).number
            try office.close()
            try change(copy, sql)
            office = try TrialOffice.open(copy)
            let request = TrialOffice.EnrollmentRequest(
                screening: number,
                document: document,
                asOf: asOf
            )
            let error = #expect(throws: OfficeError.self) {
                _ = try office.enroll(request, by: coordinator, now: now)
            }
            #expect(error?.code == .damaged)
            try office.close()
            withExtendedLifetime(folder) {}
        }
    }

    @Test func `an allocation that was taken away is not taken for none`() throws {
        let (folder, copy) = try Self.sample.get().copy()
        let file = copy.appendingPathComponent("trial.sqlite").path
        let queue = try DatabaseQueue(path: file)
        let subject = try queue.read { db in
            try String.fetchOne(db, sql: "SELECT subject FROM allocation WHERE number = 'A-0001'")
        }
        try queue.close()
        try change(
            copy,
            ["UPDATE allocation SET subject = 'BCN-0000-0000' WHERE number = 'A-0001'"]
        )
        let office = try TrialOffice.open(copy)
        let coordinator = try SampleTrial.unlock(office, "marta.bcn")
        let error = #expect(throws: OfficeError.self) {
            _ = try office.allocation(of: try #require(subject), for: coordinator)
        }
        #expect(error?.code == .damaged)
        try office.close()
        withExtendedLifetime(folder) {}
    }

    @Test func `a site whose activation was taken back is not activated again`() throws {
        let (folder, copy) = try Self.sample.get().copy()
        try change(copy, ["UPDATE site SET state = 'planned', event = 0 WHERE code = 'BCN'"])
        let office = try TrialOffice.open(copy)
        let manager = try SampleTrial.unlock(office, "data.manager")
        let error = #expect(throws: OfficeError.self) {
            _ = try office.activate(
                "BCN",
                approvals: try SampleTrial.approvals(office, "BCN"),
                version: nil,
                by: manager,
                asOf: try SampleTrial.day,
                now: try SampleTrial.moment(60)
            )
        }
        #expect(error?.code == .damaged)
        try office.close()
        withExtendedLifetime(folder) {}
    }

    @Test func `a sealed entry that the log does not name is not opened`() throws {
        let (folder, copy) = try Self.sample.get().copy()
        let file = copy.appendingPathComponent("vaults/BCN.sqlite").path
        let queue = try DatabaseQueue(path: file)
        // An older identity of the same subject would open: here it is a changed byte.
        try queue.write {
            try $0.execute(sql: "UPDATE entry SET sealed = CAST(sealed || x'00' AS BLOB)")
        }
        let id = try queue.read { try String.fetchOne($0, sql: "SELECT id FROM entry") ?? "" }
        try queue.close()
        let office = try TrialOffice.open(copy)
        let session = try SampleTrial.unlock(office, "marta.bcn")
        let error = #expect(throws: OfficeError.self) {
            _ = try office.identity(of: id, for: session, now: try SampleTrial.moment(60))
        }
        #expect(error?.place == "vaults/BCN.sqlite", "\(String(describing: error))")
        try office.close()
        withExtendedLifetime(folder) {}
    }
}
