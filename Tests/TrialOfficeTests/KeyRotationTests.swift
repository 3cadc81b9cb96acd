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
}
