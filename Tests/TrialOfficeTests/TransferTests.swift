import Foundation
import TestSupport
import Testing
import TrialOffice

/// A subject goes to another site: with everything, as the same subject, and for good.
struct TransferTests {
    /// What `user` can open of a subject.
    private func opens(_ trial: SampleTrial, _ subject: String, _ user: String) -> [String] {
        let now = try? SampleTrial.moment(40)
        var opened: [String] = []
        func attempt(_ name: String, _ body: (TrialOffice, Session) throws -> Void) {
            if (try? trial.withSession(user, body)) != nil { opened.append(name) }
        }
        attempt("identity") { office, session in
            _ = try office.identity(of: subject, for: session, now: #require(now))
        }
        attempt("record") { office, session in _ = try office.record(of: subject, for: session) }
        attempt("allocation") { office, session in
            guard try office.allocation(of: subject, for: session) != nil else {
                throw CocoaError(.fileNoSuchFile)
            }
        }
        return opened
    }

    @Test func `the new site opens everything, the old one nothing, and what was done stays`()
        throws
    {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let subject = try trial.enroll(candidate: "04")
        let allocation = try trial.allocate(subject, site: "BCN")
        let before = try trial.withSession("jordi.bcn") { office, session in
            try office.record(of: subject, for: session).report
        }
        #expect(opens(trial, subject, "marta.bcn") == ["identity", "record", "allocation"])
        let moved = try trial.transfer(subject, from: "BCN", to: "ROM")
        #expect(moved.subject == subject && moved.allocation == allocation.number)
        #expect(moved.stratum == allocation.stratum)
        #expect(moved.consentRules.count == 4 && moved.consentRules.allSatisfy { !$0.isVerified })
        #expect(opens(trial, subject, "elena.rom") == ["identity", "record", "allocation"])
        #expect(opens(trial, subject, "paolo.rom") == ["record", "allocation"])
        #expect(opens(trial, subject, "marta.bcn").isEmpty)
        #expect(opens(trial, subject, "jordi.bcn").isEmpty)
        #expect(opens(trial, subject, "monitor") == ["allocation"])
        try trial.withSession("elena.rom") { office, session in
            #expect(try office.record(of: subject, for: session).report == before)
            let found = try #require(try office.allocation(of: subject, for: session))
            #expect(found.number == allocation.number && found.arm == allocation.arm)
            #expect(found.stratum == allocation.stratum && found.site == "ROM")
        }
        #expect(try trial.export().allocations.map(\.site) == ["BCN"])
        let verification = try TrialOffice.verify(trial: trial.url)
        #expect(verification.holds, "\(verification.findings)")
    }

    @Test func `a subject of a suspended site is allocated at the new one, in the old stratum`()
        throws
    {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let subjects = try ["04", "33"].map { try trial.enroll(candidate: $0) }
        try trial.withSession("marta.bcn") { office, session in
            let now = try SampleTrial.moment(5)
            _ = try office.requestAllocation(of: subjects[1], by: session, now: now)
            _ = try office.suspend("BCN", reason: .war, by: session, now: now)
        }
        for subject in subjects { _ = try trial.transfer(subject, from: "BCN", to: "ROM") }
        #expect(try trial.allocate(subjects[0], site: "ROM").stratum.hasPrefix("site=BCN;"))
        let answered = try trial.withSession("office") { office, session in
            try office.answerRequests(by: session, now: try SampleTrial.moment(30))
        }
        #expect(answered.map(\.subject) == [subjects[1]])
        #expect(answered.map(\.site) == ["ROM"])
        let export = try trial.export()
        let verification = try TrialOffice.verify(allocationLog: try export.encoded(), name: "e")
        #expect(verification.holds, "\(verification.findings)")
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    /// What was drawn before counts for the next draw, wherever the subjects are.
    @Test func `blocks go on over subjects who have left`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        var arms: [String?] = []
        for prefix in ["01", "05", "33", "37"] {
            let subject = try trial.enroll(candidate: prefix)
            arms.append(try trial.allocate(subject, site: "BCN").arm)
            _ = try trial.transfer(subject, from: "BCN", to: "ROM")
        }
        #expect(arms.count == 4)
        #expect(try trial.export().allocations.map(\.arm) == arms)
    }

    @Test func `a subject comes back, and leaves again`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let subject = try trial.enroll(candidate: "04")
        _ = try trial.allocate(subject, site: "BCN")
        let ways = [("BCN", "ROM"), ("ROM", "BCN"), ("BCN", "ROM")]
        for (number, (from, to)) in ways.enumerated() {
            let moved = try trial.transfer(subject, from: from, to: to)
            #expect(moved.transfer == "\(subject).\(number + 1)")
            let user = SampleTrial.user(.coordinator, at: to)
            #expect(opens(trial, subject, user) == ["identity", "record", "allocation"])
        }
        let listed = try trial.withSession("monitor") { office, _ in try office.subjects(of: nil) }
        #expect(listed.map(\.path) == [["BCN", "ROM", "BCN", "ROM"]])
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test func `the same child is still found, at the new site`() throws {
        let trial = try SampleTrial()
        let subject = try trial.enroll(candidate: "17-khadija")
        _ = try trial.transfer(subject, from: "BEY", to: "ROM")
        let error = #expect(throws: OfficeError.self) {
            _ = try trial.enroll(candidate: "21-khadija")
        }
        #expect(error?.message.contains("site ROM") == true)
    }

    @Test func `until it is accepted, the subject stays; a later offer takes its place`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM", "BEY"])
        let subject = try trial.enroll(candidate: "04")
        let offer = try trial.offer(subject, from: "BCN", to: "ROM")
        #expect(offer.acceptedBy == ["elena.rom"])
        #expect(opens(trial, subject, "marta.bcn") == ["identity", "record"])
        #expect(opens(trial, subject, "elena.rom").isEmpty)
        #expect(refusal { _ = try trial.accept(subject, at: "BEY") }?.code == .refused)
        _ = try trial.offer(subject, from: "BCN", to: "BEY")
        #expect(refusal { _ = try trial.accept(subject, at: "ROM") }?.code == .refused)
        _ = try trial.allocate(subject, site: "BCN")
        let stale = refusal { _ = try trial.accept(subject, at: "BEY") }
        #expect(stale?.message.contains("allocated after") == true)
        _ = try trial.transfer(subject, from: "BCN", to: "BEY")
        let again = refusal { _ = try trial.accept(subject, at: "BEY") }
        #expect(again?.message.contains("at BEY already") == true)
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test(arguments: [
        ("marta.bcn", "BCN", OfficeError.Code.refused), ("marta.bcn", "AMM", .refused),
        ("marta.bcn", "XXX", .notFound), ("elena.rom", "ROM", .notPermitted),
        ("jordi.bcn", "ROM", .notPermitted), ("ana.custodian", "ROM", .notPermitted),
        ("monitor", "ROM", .notPermitted),
    ])
    func `nobody offers what is not theirs, or to nowhere`(
        _ user: String,
        _ destination: String,
        _ code: OfficeError.Code
    ) throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let subject = try trial.enroll(candidate: "04")
        let error = refusal {
            try trial.withSession(user) { office, session in
                _ = try office.offerTransfer(
                    of: subject,
                    to: destination,
                    reason: .other,
                    by: session,
                    now: try SampleTrial.moment(20)
                )
            }
        }
        #expect(error?.code == code)
    }

    @Test func `a site that may not take over takes nobody over`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let subject = try trial.enroll(candidate: "04")
        _ = try trial.offer(subject, from: "BCN", to: "ROM")
        try trial.withSession("data.manager") { office, session in
            _ = try office.suspend("ROM", reason: .staff, by: session, now: try Moment(second: 22))
        }
        #expect(
            refusal { _ = try trial.accept(subject, at: "ROM") }?.message
                == "this site is suspended"
        )
        try trial.withSession("data.manager") { office, session in
            try office.resume("ROM", reason: .staff, by: session, now: try Moment(second: 23))
            try office.recordApprovals(
                [try GrantedApproval(id: "gmo", period: "2026-09-01/2026-11-20")],
                at: "ROM",
                by: session,
                now: try Moment(second: 24)
            )
        }
        let error = refusal { _ = try trial.accept(subject, at: "ROM") }
        #expect(error?.message.contains("gmo") == true)
    }

    private func refusal(_ body: () throws -> Void) -> OfficeError? {
        do {
            try body()
            return nil
        } catch {
            return error as? OfficeError
        }
    }
}

extension Moment {
    fileprivate init(second: Int64) throws {
        self = try SampleTrial.moment(second)
    }
}
