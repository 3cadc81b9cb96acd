import Foundation
import TestSupport
import Testing
import TrialOffice

/// Sites are made ready, suspended and resumed.
struct SiteStateTests {
    private static func granted(_ id: String, _ period: String) throws -> GrantedApproval {
        try GrantedApproval(id: id, period: period)
    }

    private func suspend(
        _ trial: SampleTrial,
        _ site: String,
        by user: String
    ) throws
        -> SiteSuspension
    {
        try trial.withSession(user) { office, session in
            try office.suspend(site, reason: .war, by: session, now: try SampleTrial.moment(50))
        }
    }

    @Test func `a suspended site screens, and enrolls and allocates nobody`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let fixture = try CandidateFixture.named("01")
        let other = try CandidateFixture.named("05")
        let before = try trial.screen(fixture).number
        let subject = try trial.enroll(
            try trial.screen(other).number,
            other.document,
            site: "BCN"
        ).subject
        let suspension = try suspend(trial, "BCN", by: "marta.bcn")
        #expect(suspension.openSubjects.map(\.subject) == [subject])
        #expect(suspension.openSubjects.map(\.step) == [.enrolled])
        let during = try trial.screen(fixture)
        #expect(during.isPreScreening && during.isEligible)
        for number in [before, during.number] {
            let error = #expect(throws: OfficeError.self) {
                _ = try trial.enroll(number, fixture.document, site: "BCN")
            }
            #expect(error?.code == .refused)
        }
        #expect(throws: OfficeError.self) { _ = try trial.allocate(subject, site: "BCN") }
        #expect(throws: OfficeError.self) { _ = try suspend(trial, "BCN", by: "data.manager") }
        try trial.withSession("data.manager") { office, session in
            try office.resume(
                "BCN",
                reason: .war,
                by: session,
                now: try SampleTrial.moment(60)
            )
        }
        let error = #expect(throws: OfficeError.self, "a pre-screening never counts") {
            _ = try trial.enroll(during.number, fixture.document, site: "BCN")
        }
        #expect(error?.message.contains("pre-screening") == true)
        let superseded = #expect(throws: OfficeError.self, "the newest screening counts") {
            _ = try trial.enroll(before, fixture.document, site: "BCN")
        }
        #expect(superseded?.message.contains(during.number) == true)
        _ = try trial.enroll(trial.screen(fixture).number, fixture.document, site: "BCN")
        _ = try trial.allocate(subject, site: "BCN")
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test(arguments: ["marta.bcn", "jordi.bcn", "monitor", "office"])
    func `nobody suspends another's site, nor resumes one without the right`(
        _ user: String
    ) throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let error = #expect(throws: OfficeError.self) { _ = try suspend(trial, "ROM", by: user) }
        #expect(error?.code == .notPermitted)
        _ = try suspend(trial, "ROM", by: "data.manager")
        let second = #expect(throws: OfficeError.self) {
            try trial.withSession(user) { office, session in
                try office.resume("ROM", reason: .other, by: session, now: SampleTrial.moment(60))
            }
        }
        #expect(second?.code == .notPermitted)
    }

    @Test func `a request of a suspended site waits, those of others are answered`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        var subjects: [String] = []
        for name in ["01", "08"] {
            let fixture = try CandidateFixture.named(name)
            let number = try trial.screen(fixture).number
            let subject = try trial.enroll(number, fixture.document, site: fixture.site).subject
            try trial.withSession(SampleTrial.user(.coordinator, at: fixture.site)) { office, who in
                _ = try office.requestAllocation(
                    of: subject,
                    by: who,
                    now: try SampleTrial.moment(45)
                )
            }
            subjects.append(subject)
        }
        let suspension = try suspend(trial, "BCN", by: "data.manager")
        #expect(suspension.openSubjects.map(\.step) == [.requested])
        let answered = try trial.withSession("office") { office, session in
            try office.answerRequests(by: session, now: try SampleTrial.moment(55))
        }
        #expect(answered.map(\.subject) == [subjects[1]])
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test func `readiness tells what is granted, expired, missing and blocked`() throws {
        let trial = try SampleTrial(active: [])
        try trial.withSession("data.manager") { office, session in
            try office.recordApprovals(
                [
                    try Self.granted("ethics-committee", "2026-09-01/2026-11-20"),
                    try Self.granted("gmo", "2026-09-01"),
                ],
                at: "BEY",
                by: session,
                now: try SampleTrial.moment(5)
            )
            func states(_ day: String) throws -> [String: String] {
                let ready = try office.readiness(of: "BEY", asOf: try Day(day, at: "test"))
                return Dictionary(
                    uniqueKeysWithValues: ready[0].approvals.map { ($0.id, $0.state.rawValue) }
                )
            }
            #expect(
                try states("2026-11-20") == [
                    "ethics-committee": "granted", "trial-authority": "missing",
                    "gmo": "granted", "cell-factory": "missing", "data-protection": "missing",
                ]
            )
            #expect(
                try states("2026-11-21") == [
                    "ethics-committee": "expired", "trial-authority": "blocked",
                    "gmo": "granted", "cell-factory": "missing", "data-protection": "missing",
                ]
            )
            let all = try office.readiness(of: nil, asOf: try SampleTrial.day)
            #expect(all.count == 13)
            #expect(all.prefix(4).allSatisfy { $0.isPartner && $0.state == .planned })
            #expect(all.dropFirst(4).allSatisfy { !$0.isPartner && $0.state == nil })
        }
    }

    @Test func `a site is activated by approvals that came in before, unless one has ended`() throws
    {
        let trial = try SampleTrial(active: [])
        try trial.withSession("data.manager") { office, session in
            let needed = try office.approvalsNeeded(site: "BEY")
            try office.recordApprovals(
                try needed.map { try Self.granted($0, "2026-09-01/2026-11-30") },
                at: "BEY",
                by: session,
                now: try SampleTrial.moment(5)
            )
            func activate(on day: String) throws {
                _ = try office.activate(
                    "BEY",
                    approvals: [],
                    version: "1.0.0",
                    by: session,
                    asOf: try Day(day, at: "test"),
                    now: try SampleTrial.moment(6)
                )
            }
            let error = #expect(throws: OfficeError.self) { try activate(on: "2026-12-01") }
            #expect(error?.message.contains("expired") == true)
            try activate(on: "2026-11-21")
        }
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test func `nobody is enrolled where an approval has ended`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        try trial.withSession("data.manager") { office, session in
            try office.recordApprovals(
                [try Self.granted("gmo", "2026-09-01/2026-11-20")],
                at: "BCN",
                by: session,
                now: try SampleTrial.moment(5)
            )
        }
        let fixture = try CandidateFixture.named("01")
        let number = try trial.screen(fixture).number
        let error = #expect(throws: OfficeError.self) {
            _ = try trial.enroll(number, fixture.document, site: "BCN")
        }
        #expect(error?.message.contains("gmo") == true)
    }
}
