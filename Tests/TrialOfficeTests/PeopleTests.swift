import Foundation
import TestSupport
import Testing
import TrialOffice

/// People come, are away, and go; who may open what follows the role, and what was done stays.
struct PeopleTests {
    private static let newcomer = Result {
        try StaffMember(name: "nuria.bcn", role: .coordinator, site: "BCN")
    }

    private func add(_ trial: SampleTrial, _ member: StaffMember, _ second: Int64 = 70) throws {
        try trial.withSession("ana.custodian") { office, session in
            let person = try office.add(
                member,
                passphrase: try Passphrase(Array(member.name.utf8)),
                cost: try PassphraseCost(log2N: 14),
                by: session,
                now: try SampleTrial.moment(second)
            )
            #expect(person.keys.isEmpty)
        }
    }

    private func grant(_ trial: SampleTrial, to name: String, by user: String) throws {
        try trial.withSession(user) { office, session in
            _ = try office.grantKeys(to: name, by: session, now: try SampleTrial.moment(71))
        }
    }

    private func person(_ trial: SampleTrial, _ name: String) throws -> PersonInTrial {
        let office = try TrialOffice.open(trial.url)
        defer { try? office.close() }
        return try #require(try office.people().first { $0.name == name })
    }

    private enum Change: CaseIterable { case suspend, resume, revoke }

    private func change(
        _ trial: SampleTrial,
        _ name: String,
        _ change: Change,
        by user: String = "ana.custodian"
    ) throws {
        try trial.withSession(user) { office, session in
            let now = try SampleTrial.moment(80)
            _ =
                switch change {
                case .suspend:
                    try office.suspend(user: name, reason: .absence, by: session, now: now)
                case .resume: try office.resume(user: name, reason: .absence, by: session, now: now)
                case .revoke: try office.revoke(user: name, reason: .left, by: session, now: now)
                }
        }
    }

    private func expectHolds(_ trial: SampleTrial) throws {
        let verification = try TrialOffice.verify(trial: trial.url)
        #expect(verification.holds, "\(verification.findings)")
    }

    @Test func `who is added opens nothing until a holder gives the keys of the role`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let subject = try trial.enroll(candidate: "04")
        try add(trial, Self.newcomer.get())
        let keys = ["identity/BCN#1", "linkage#1", "records/BCN#1", "results/BCN#1"]
        #expect(try person(trial, "nuria.bcn").missing == keys)
        func identity() throws {
            try trial.withSession("nuria.bcn") { office, session in
                _ = try office.identity(
                    of: subject,
                    for: session,
                    now: try SampleTrial.moment(72)
                )
            }
        }
        let before = #expect(throws: OfficeError.self) { try identity() }
        #expect(before?.code == .notPermitted)
        // A monitor gives what a monitor holds, and nothing else.
        try grant(trial, to: "nuria.bcn", by: "monitor")
        #expect(try person(trial, "nuria.bcn").keys == ["results/BCN#1"])
        try grant(trial, to: "nuria.bcn", by: "marta.bcn")
        #expect(try person(trial, "nuria.bcn").keys == keys)
        #expect(try person(trial, "nuria.bcn").missing.isEmpty)
        try identity()
        try expectHolds(trial)
    }

    @Test(arguments: [
        ("elena.rom", "nuria.bcn"), ("marta.bcn", "jordi.bcn"), ("marta.bcn", "statistician"),
        ("marta.bcn", "ana.custodian"),
    ])
    func `nobody gives keys beyond the other's role, or twice`(
        _ user: String,
        _ name: String
    ) throws {
        let trial = try SampleTrial(active: [])
        try add(trial, Self.newcomer.get())
        if name == "nuria.bcn" {
            // The other site's coordinator has the key for linkage in common, and no other.
            try grant(trial, to: name, by: user)
            #expect(try person(trial, name).keys == ["linkage#1"])
        }
        let error = #expect(throws: OfficeError.self) { try grant(trial, to: name, by: user) }
        #expect(error?.code == .refused)
        try expectHolds(trial)
    }

    @Test func `who is revoked is out for ever, and what was signed stays`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let subject = try trial.enroll(candidate: "04")
        let lost = #expect(throws: OfficeError.self) { try change(trial, "marta.bcn", .revoke) }
        #expect(lost?.message.contains("nobody else holds identity/BCN#1") == true)
        try add(trial, Self.newcomer.get())
        try grant(trial, to: "nuria.bcn", by: "marta.bcn")
        // Somebody is at work while it happens.
        let office = try TrialOffice.open(trial.url)
        let session = try SampleTrial.unlock(office, "marta.bcn")
        try change(trial, "marta.bcn", .revoke)
        #expect(throws: OfficeError.self) {
            _ = try office.requestAllocation(
                of: subject,
                by: session,
                now: try SampleTrial.moment(90)
            )
        }
        let error = #expect(throws: OfficeError.self) {
            _ = try SampleTrial.unlock(office, "marta.bcn")
        }
        #expect(error?.code == .notPermitted)
        try office.close()
        #expect(try person(trial, "marta.bcn").state == "revoked")
        for attempt in Change.allCases {
            let error = #expect(throws: OfficeError.self) {
                try change(trial, "marta.bcn", attempt)
            }
            #expect(error?.code == .refused)
        }
        #expect(throws: OfficeError.self) {
            try add(trial, StaffMember(name: "marta.bcn", role: .coordinator, site: "BCN"))
        }
        // The work goes on, on what she did.
        try trial.withSession("nuria.bcn") { office, session in
            let now = try SampleTrial.moment(91)
            _ = try office.identity(of: subject, for: session, now: now)
            _ = try office.requestAllocation(of: subject, by: session, now: now)
        }
        try expectHolds(trial)
    }

    @Test func `who is suspended comes back, and is asked for nothing meanwhile`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let subject = try trial.enroll(candidate: "04")
        try add(trial, Self.newcomer.get())
        try grant(trial, to: "nuria.bcn", by: "marta.bcn")
        try change(trial, "marta.bcn", .suspend)
        let error = #expect(throws: OfficeError.self) {
            try trial.withSession("marta.bcn") { _, _ in }
        }
        #expect(error?.remedy.contains("resume") == true)
        // With her out, the other one is the last who holds the keys.
        #expect(throws: OfficeError.self) { try change(trial, "nuria.bcn", .suspend) }
        #expect(throws: OfficeError.self) { try change(trial, "marta.bcn", .suspend) }
        try change(trial, "marta.bcn", .resume)
        try trial.withSession("marta.bcn") { office, session in
            let offer = try office.offerTransfer(
                of: subject,
                to: "ROM",
                reason: .war,
                by: session,
                now: try SampleTrial.moment(92)
            )
            #expect(offer.acceptedBy == ["elena.rom"])
        }
        try expectHolds(trial)
    }

    @Test func `an offer goes to those who may work`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let subject = try trial.enroll(candidate: "37")
        _ = try trial.transfer(subject, from: "BCN", to: "ROM")
        try add(trial, Self.newcomer.get())
        try grant(trial, to: "nuria.bcn", by: "marta.bcn")
        try change(trial, "marta.bcn", .suspend)
        let offer = try trial.offer(subject, from: "ROM", to: "BCN", second: 93)
        #expect(offer.acceptedBy == ["nuria.bcn"])
        try expectHolds(trial)
    }

    @Test(arguments: ["data.manager", "office", "monitor", "marta.bcn", "ana.custodian"])
    func `people are the custodians' business, and nobody's own`(_ user: String) throws {
        let trial = try SampleTrial(active: [])
        for attempt in [Change.suspend, .revoke] {
            let error = #expect(throws: OfficeError.self) {
                try change(trial, "ana.custodian", attempt, by: user)
            }
            #expect(error?.code == (user == "ana.custodian" ? .refused : .notPermitted))
        }
        try expectHolds(trial)
    }

    @Test func `another passphrase opens, and the old one opens nothing that is left`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let subject = try trial.enroll(candidate: "04")
        try trial.withSession("marta.bcn") { office, session in
            try office.changePassphrase(
                try Passphrase(Array("four other words".utf8)),
                cost: try PassphraseCost(log2N: 14),
                by: session,
                now: try SampleTrial.moment(70)
            )
            #expect(office.warnings.isEmpty)
        }
        #expect(throws: OfficeError.self) { try trial.withSession("marta.bcn") { _, _ in } }
        let office = try TrialOffice.open(trial.url)
        let session = try office.unlock(
            "marta.bcn",
            passphrase: try Passphrase(Array("four other words".utf8))
        )
        _ = try office.identity(of: subject, for: session, now: try SampleTrial.moment(71))
        try office.close()
        try expectHolds(trial)
    }

    @Test func `somebody new belongs to a site of the trial`() throws {
        let trial = try SampleTrial(active: [])
        let error = #expect(throws: OfficeError.self) {
            try add(trial, StaffMember(name: "eva", role: .coordinator, site: "XXX"))
        }
        #expect(error?.code == .notFound)
    }
}
