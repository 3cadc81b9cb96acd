import Foundation
import TestSupport
import Testing
import TrialOffice

/// An approval ends: nobody new comes in, and who is in is neither forgotten nor treated without
/// anybody having agreed.
struct EndedApprovalTests {
    private func end(_ trial: SampleTrial, _ period: String) throws {
        try trial.withSession("data.manager") { office, session in
            try office.recordApprovals(
                [try GrantedApproval(id: "gmo", period: period)],
                at: "BCN",
                by: session,
                now: try SampleTrial.moment(5)
            )
        }
    }

    private func request(
        _ trial: SampleTrial,
        _ subject: String,
        despite: Bool = false
    ) throws {
        try trial.withSession("marta.bcn") { office, session in
            _ = try office.requestAllocation(
                of: subject,
                despiteEndedApproval: despite,
                by: session,
                now: try SampleTrial.moment(6)
            )
        }
    }

    @Test func `who was enrolled before goes on only by a decision, which stands in the log`()
        throws
    {
        let trial = try SampleTrial(active: ["BCN"])
        let subject = try trial.enroll(candidate: "01")
        try end(trial, "2026-09-01/2026-11-20")
        let error = #expect(throws: OfficeError.self) { try request(trial, subject) }
        #expect(error?.code == .refused && error?.message.contains("gmo") == true)
        #expect(error?.remedy.contains("--despite-ended-approval") == true)
        try request(trial, subject, despite: true)
        let made = try trial.withSession("office") { office, session in
            try office.answerRequests(by: session, now: try SampleTrial.moment(7))
        }
        #expect(made.map(\.subject) == [subject])
        let events = try trial.export().log.map {
            String(decoding: Data(base64Encoded: $0) ?? Data(), as: UTF8.self)
        }
        let told = events.filter { $0.contains("ended-approvals") }
        #expect(told.count == 1 && told[0].contains("allocation.requested"))
        #expect(told[0].contains("gmo"))
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    /// The last day still counts, and a decision that nothing asks for is not noted.
    @Test(arguments: [false, true])
    func `while the approvals hold nothing has to be decided`(_ despite: Bool) throws {
        let trial = try SampleTrial(active: ["BCN"])
        let subject = try trial.enroll(candidate: "01")
        try end(trial, "2026-09-01/2026-11-21")
        try request(trial, subject, despite: despite)
        let leaves = try trial.export().log.map { Data(base64Encoded: $0) ?? Data() }
        #expect(!leaves.contains { $0.range(of: Data("ended-approvals".utf8)) != nil })
    }

    @Test func `what was asked for in time is answered`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let subject = try trial.enroll(candidate: "01")
        try request(trial, subject)
        try end(trial, "2026-09-01/2026-11-20")
        let made = try trial.withSession("office") { office, session in
            try office.answerRequests(by: session, now: try SampleTrial.moment(7))
        }
        #expect(made.map(\.subject) == [subject])
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }
}
