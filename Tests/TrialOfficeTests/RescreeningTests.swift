import Foundation
import TestSupport
import Testing
import TrialOffice

/// The same candidate is screened again: the screenings are kept together, and the newest counts.
struct RescreeningTests {
    private func screen(
        _ trial: SampleTrial,
        _ prefix: String,
        again: String? = nil,
        asOf: String = "2026-11-21"
    ) throws -> Screening {
        let fixture = try CandidateFixture.named(prefix)
        let user = SampleTrial.user(.investigator, at: fixture.site)
        return try trial.withSession(user) { office, session in
            try office.screen(
                GivenDocument(name: fixture.name, bytes: fixture.document),
                again: again,
                by: session,
                asOf: try Day(asOf, at: "test"),
                now: try SampleTrial.moment(5)
            )
        }
    }

    private func enroll(_ trial: SampleTrial, _ prefix: String, _ number: String) throws -> String {
        let fixture = try CandidateFixture.named(prefix)
        return try trial.enroll(number, fixture.document, site: fixture.site).subject
    }

    private func refusal(_ body: () throws -> Void) -> OfficeError? {
        do {
            try body()
            return nil
        } catch {
            return error as? OfficeError
        }
    }

    @Test func `a screening tells which bytes were read`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let first = try screen(trial, "01")
        let fixture = try CandidateFixture.named("01")
        let other = try trial.screen(fixture.document + [0x0A], name: "d", site: "BCN")
        #expect(first.document.count == 64 && first.document != other.document)
        #expect(first.again == nil && other.again == nil)
        #expect(try screen(trial, "01").document == first.document)
    }

    @Test func `the very same document is known again; another one by its earlier number`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let first = try screen(trial, "07")
        let same = try screen(trial, "07")
        #expect(same.again == first.number)
        // By whichever number: the chain goes on from its newest screening.
        let later = try screen(trial, "04", again: first.number)
        #expect(later.again == same.number)
        #expect(try screen(trial, "07").again == later.number)
        #expect(try screen(trial, "06").again == nil)
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test func `only the newest screening leads to an enrollment, and names itself`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let first = try screen(trial, "01")
        let second = try screen(trial, "04", again: first.number)
        let older = refusal { _ = try enroll(trial, "01", first.number) }
        #expect(older?.code == .refused && older?.message.contains(second.number) == true)
        let subject = try enroll(trial, "04", second.number)
        let third = try screen(trial, "04")
        #expect(third.again == second.number)
        let twice = refusal { _ = try enroll(trial, "04", third.number) }
        #expect(twice?.message.contains("enrolled already: \(subject)") == true)
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test func `a document is not given to another candidate`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let one = try screen(trial, "01")
        let other = try screen(trial, "04")
        let error = refusal { _ = try screen(trial, "01", again: other.number) }
        #expect(error?.code == .refused && error?.message.contains(one.number) == true)
        #expect(try screen(trial, "01").again == one.number)
    }

    @Test func `a number of another site, of nobody, or mistyped is refused`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let rome = try screen(trial, "08").number
        #expect(refusal { _ = try screen(trial, "01", again: rome) }?.code == .notPermitted)
        let first = try screen(trial, "01").number
        let typed = String(first.dropLast()) + (first.hasSuffix("7") ? "8" : "7")
        #expect(refusal { _ = try screen(trial, "04", again: typed) }?.code == .badInput)
        let (folder, copy) = try trial.copy()
        let office = try TrialOffice.open(copy)
        let session = try SampleTrial.unlock(office, "jordi.bcn")
        let number = try office.screen(
            GivenDocument(name: "d", bytes: CandidateFixture.named("05").document),
            by: session,
            asOf: SampleTrial.day,
            now: SampleTrial.moment(6)
        ).number
        try office.close()
        #expect(refusal { _ = try screen(trial, "04", again: number) }?.code == .notFound)
        withExtendedLifetime(folder) {}
    }

    @Test func `who is closed is not enrolled until screened again`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let first = try screen(trial, "01")
        func close(_ number: String, _ user: String = "jordi.bcn") throws {
            try trial.withSession(user) { office, session in
                _ = try office.closeScreening(
                    number,
                    reason: .declined,
                    by: session,
                    now: try SampleTrial.moment(6)
                )
            }
        }
        #expect(refusal { try close(first.number, "paolo.rom") }?.code == .notPermitted)
        #expect(refusal { try close(first.number, "monitor") }?.code == .notPermitted)
        try close(first.number)
        #expect(refusal { try close(first.number) }?.code == .refused)
        let error = refusal { _ = try enroll(trial, "01", first.number) }
        #expect(error?.message.contains("declined") == true)
        let second = try screen(trial, "01")
        #expect(refusal { try close(first.number) }?.message.contains(second.number) == true)
        _ = try enroll(trial, "01", second.number)
        #expect(refusal { try close(second.number) }?.code == .refused)
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }
}
