import Foundation
import TestSupport
import Testing
import TrialOffice

/// Who gets which arm, and that it can be checked.
struct AllocationTests {
    private func enrolled(_ trial: SampleTrial, _ prefix: String) throws -> Enrollment {
        let fixture = try CandidateFixture.named(prefix)
        let number = try trial.screen(fixture).number
        return try trial.enroll(number, fixture.document, site: fixture.site)
    }

    @Test func `the next arm is a function of seed and history`() throws {
        let trial = try SampleTrial()
        let enrollments = try ["01", "33", "04"].map { try enrolled(trial, $0) }
        let (folder, copy) = try trial.copy()
        var arms: [[String?]] = []
        for url in [trial.url, copy] {
            let office = try TrialOffice.open(url)
            let coordinator = try SampleTrial.unlock(office, "marta.bcn")
            let drawer = try SampleTrial.unlock(office, "office")
            arms.append(
                try enrollments.map { enrollment in
                    try office.allocate(
                        enrollment.subject,
                        by: coordinator,
                        office: drawer,
                        now: try SampleTrial.moment(7)
                    ).arm
                }
            )
            try office.close()
        }
        #expect(arms[0] == arms[1])
        withExtendedLifetime(folder) {}
    }

    @Test func `the stratum comes from the record, and stays as it was used`() throws {
        let trial = try SampleTrial()
        let high = try enrolled(trial, "01")
        let low = try enrolled(trial, "04")
        #expect(high.stratum == "site=BCN;disease-burden=high")
        #expect(low.stratum == "site=BCN;disease-burden=low")
        #expect(try trial.allocate(low.subject, site: "BCN").stratum == low.stratum)
    }

    @Test func `requests are answered in the order in which they were made`() throws {
        let trial = try SampleTrial()
        let subjects = try ["01", "33", "05"].map { try enrolled(trial, $0).subject }
        for (index, subject) in subjects.enumerated() {
            try trial.withSession("marta.bcn") { office, session in
                let now = try SampleTrial.moment(Int64(10 + index))
                _ = try office.requestAllocation(of: subject, by: session, now: now)
            }
        }
        let made = try trial.withSession("office") { office, session in
            try office.answerRequests(by: session, now: try SampleTrial.moment(20))
        }
        #expect(made.map(\.subject) == subjects)
        #expect(made.map(\.number) == ["A-0001", "A-0002", "A-0003"])
        let again = try trial.withSession("office") { office, session in
            try office.answerRequests(by: session, now: try SampleTrial.moment(21))
        }
        #expect(again.isEmpty)
    }

    @Test func `a subject of another site, or nobody, is not allocated`() throws {
        let trial = try SampleTrial()
        let subject = try enrolled(trial, "01").subject
        for (user, typed, code) in [
            ("elena.rom", subject, OfficeError.Code.notPermitted),
            ("marta.bcn", "BCN-0000-0000", .badInput),
            ("jordi.bcn", subject, .notPermitted),
        ] {
            let error = #expect(throws: OfficeError.self) {
                try trial.withSession(user) { office, session in
                    let now = try SampleTrial.moment(9)
                    _ = try office.requestAllocation(of: typed, by: session, now: now)
                }
            }
            #expect(error?.code == code, "\(user)")
        }
    }

    @Test func `a pseudonym may be typed in any case and spacing`() throws {
        let trial = try SampleTrial()
        let subject = try enrolled(trial, "01").subject
        let typed = " " + subject.lowercased().replacing("-", with: " ")
        #expect(try trial.allocate(typed, site: "BCN").subject == subject)
    }
}
