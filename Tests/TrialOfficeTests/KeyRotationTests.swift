import Foundation
import TestSupport
import Testing
import TrialOffice

/// A new version of a key shuts out who has gone, and nobody else from anything.
struct KeyRotationTests {
    private func rotate(_ trial: SampleTrial, _ key: String, by user: String) throws -> KeyInTrial {
        try trial.withSession(user) { office, session in
            try office.rotateKey(key, by: session, now: try SampleTrial.moment(80))
        }
    }

    private func newest(_ trial: SampleTrial, _ name: String) throws -> KeyInTrial {
        let office = try TrialOffice.open(trial.url)
        defer { try? office.close() }
        return try #require(try office.keys().last { $0.key.hasPrefix(name + "#") })
    }

    @Test func `everything goes on across versions, for all who are entitled`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let old = try trial.enroll(candidate: "04")
        let allocation = try trial.allocate(old, site: "BCN")
        let waiting = try CandidateFixture.named("33")
        let number = try trial.screen(waiting).number
        for name in ["identity/BCN", "records/BCN", "results/BCN", "allocation"] {
            let user = name == "allocation" ? "office" : "marta.bcn"
            #expect(try rotate(trial, name, by: user).key == name + "#2")
        }
        #expect(
            try newest(trial, "results/BCN").holders
                == ["jordi.bcn", "marta.bcn", "monitor", "office", "statistician"]
        )
        // Screened under the first version, enrolled under the second.
        let new = try trial.enroll(number, waiting.document, site: "BCN").subject
        _ = try trial.allocate(new, site: "BCN")
        for subject in [old, new] {
            try trial.withSession("marta.bcn") { office, session in
                let now = try SampleTrial.moment(90)
                _ = try office.identity(of: subject, for: session, now: now)
                _ = try office.record(of: subject, for: session)
            }
        }
        try trial.withSession("monitor") { office, session in
            let log = try office.screeningLog(of: "BCN", isBlinded: false, for: session)
            #expect(log.candidates.count == 2)
            _ = try office.exportAllocationLog(
                isBlinded: false,
                by: session,
                now: try SampleTrial.moment(91)
            )
            #expect(
                try office.allocation(of: old, for: session)?.arm == allocation.arm,
                "the arm stays"
            )
        }
        _ = try trial.transfer(old, from: "BCN", to: "ROM")
        let verification = try TrialOffice.verify(trial: trial.url)
        #expect(verification.holds, "\(verification.findings)")
    }

    @Test func `who is revoked gets no new version, and who comes later gets all`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let subject = try trial.enroll(candidate: "04")
        try trial.withSession("ana.custodian") { office, session in
            _ = try office.revoke(
                user: "jordi.bcn",
                reason: .left,
                by: session,
                now: try SampleTrial.moment(70)
            )
        }
        let rotated = try rotate(trial, "records/BCN", by: "marta.bcn")
        #expect(rotated.holders == ["marta.bcn"])
        try trial.withSession("ana.custodian") { office, session in
            _ = try office.add(
                StaffMember(name: "ines.bcn", role: .investigator, site: "BCN"),
                passphrase: try Passphrase(Array("ines.bcn".utf8)),
                cost: try PassphraseCost(log2N: 14),
                by: session,
                now: try SampleTrial.moment(81)
            )
        }
        try trial.withSession("marta.bcn") { office, session in
            let person = try office.grantKeys(
                to: "ines.bcn",
                by: session,
                now: try SampleTrial.moment(82)
            )
            #expect(person.keys == ["records/BCN#1", "records/BCN#2", "results/BCN#1"])
        }
        try trial.withSession("ines.bcn") { office, session in
            _ = try office.record(of: subject, for: session)
        }
        let verification = try TrialOffice.verify(trial: trial.url)
        #expect(verification.holds, "\(verification.findings)")
    }

    @Test(arguments: [
        ("records/ROM", "marta.bcn", OfficeError.Code.notPermitted),
        ("identity/BCN", "jordi.bcn", .notPermitted),
        ("records/BCN", "ana.custodian", .notPermitted),
        ("allocation", "marta.bcn", .notPermitted),
        ("linkage", "marta.bcn", .refused),
        ("records/XXX", "marta.bcn", .notFound),
        ("records/BCN#1", "marta.bcn", .notFound),
    ])
    func `nobody rotates a key that is not theirs`(
        _ key: String,
        _ user: String,
        _ code: OfficeError.Code
    ) throws {
        let trial = try SampleTrial(active: [])
        let error = #expect(throws: OfficeError.self) { _ = try rotate(trial, key, by: user) }
        #expect(error?.code == code)
    }

    private struct Interruption: Error {}

    private func reseal(
        _ trial: SampleTrial,
        _ key: String,
        by user: String,
        batches: Int = .max
    ) throws -> TrialOffice.Resealing {
        try trial.withSession(user) { office, session in
            var calls = 0
            return try office.resealKey(
                key,
                by: session,
                batch: 1,
                now: {
                    calls += 1
                    if calls > batches { throw Interruption() }
                    return try SampleTrial.moment(90)
                }
            )
        }
    }

    /// Whether any of `sealed` stands in the file or its write-ahead log.
    private func stands(_ sealed: [Data], _ trial: SampleTrial, _ path: String) throws -> [Bool] {
        let files = try ["", "-wal"].map { trial.url.appendingPathComponent(path + $0) }
            .filter { FileManager.default.fileExists(atPath: $0.path) }
            .map { try Data(contentsOf: $0) }
        return sealed.map { bytes in files.contains { $0.range(of: bytes) != nil } }
    }

    /// The heads of the sealed values of a side file under the first version of `key`.
    private func heads(_ trial: SampleTrial, _ path: String, _ key: String) throws -> [Data] {
        let data = try Data(contentsOf: trial.url.appendingPathComponent(path))
        let mark = Data("MLNS".utf8 + [1, UInt8(key.utf8.count + 2)] + (key + "#1").utf8)
        var found: [Data] = []
        var start = data.startIndex
        while let range = data.range(of: mark, in: start..<data.endIndex) {
            found.append(data[range.lowerBound..<range.upperBound + 64])
            start = range.upperBound
        }
        return found
    }

    @Test(arguments: [
        ("identity/BCN", "vaults/BCN.sqlite"), ("records/BCN", "keys/BCN.sqlite"),
    ])
    func `what stood under the old version is sealed again, batch by batch`(
        _ key: String,
        _ path: String
    ) throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let subjects = try ["04", "33"].map { try trial.enroll(candidate: $0) }
        _ = try rotate(trial, key, by: "marta.bcn")
        let old = try heads(trial, path, key)
        #expect(old.count == 2, "else nothing is tested")
        // Interrupted after the first batch: the next run does the rest, and not the first again.
        #expect(throws: OfficeError.self) {
            _ = try reseal(trial, key, by: "marta.bcn", batches: 1)
        }
        #expect(try stands(old, trial, path).count { $0 } == 1)
        let rest = try reseal(trial, key, by: "marta.bcn")
        #expect(rest.entries == 1 && rest.key == key + "#2")
        #expect(try stands(old, trial, path) == [false, false])
        #expect(try reseal(trial, key, by: "marta.bcn").entries == 0)
        for subject in subjects {
            try trial.withSession("marta.bcn") { office, session in
                _ = try office.record(of: subject, for: session)
                _ = try office.identity(
                    of: subject,
                    for: session,
                    now: try SampleTrial.moment(91)
                )
            }
        }
        _ = try trial.transfer(subjects[0], from: "BCN", to: "ROM")
        let verification = try TrialOffice.verify(trial: trial.url)
        #expect(verification.holds, "\(verification.findings)")
        #expect(!verification.notes.contains { $0.contains("interrupted") })
    }

    @Test(arguments: [
        ("identity/BCN", "jordi.bcn", OfficeError.Code.notPermitted),
        ("identity/ROM", "marta.bcn", .refused), ("results/BCN", "marta.bcn", .refused),
        ("linkage", "marta.bcn", .refused), ("records/BCN", "monitor", .notPermitted),
    ])
    func `nobody seals again what is not theirs`(
        _ key: String,
        _ user: String,
        _ code: OfficeError.Code
    ) throws {
        let trial = try SampleTrial(active: [])
        let error = #expect(throws: OfficeError.self) { _ = try reseal(trial, key, by: user) }
        #expect(error?.code == code)
    }
}
