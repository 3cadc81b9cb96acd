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
        "INSERT INTO entry VALUES ('BCN-AAAA-AAAA', zeroblob(300), 0)",
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
}
