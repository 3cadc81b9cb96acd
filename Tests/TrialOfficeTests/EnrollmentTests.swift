import Foundation
import TestSupport
import Testing
import TrialOffice

/// Who is enrolled, and who is not.
struct EnrollmentTests {
    private func refusal(_ body: () throws -> Void) -> OfficeError? {
        do {
            try body()
            return nil
        } catch {
            return error as? OfficeError
        }
    }

    @Test func `only an eligible screening leads to an enrollment`() throws {
        let trial = try SampleTrial()
        for fixture in try CandidateFixture.all() where fixture.verdict != "eligible" {
            let screening = try trial.screen(fixture)
            let error = refusal {
                _ = try trial.enroll(screening.number, fixture.document, site: fixture.site)
            }
            let expected: OfficeError.Code =
                fixture.verdict == "ineligible" ? .refused : .undetermined
            #expect(error?.code == expected, "\(fixture)")
        }
    }

    @Test func `the same child at two sites, in two scripts, is found`() throws {
        let trial = try SampleTrial()
        let beirut = try CandidateFixture.named("17-khadija")
        let amman = try CandidateFixture.named("21-khadija")
        let first = try trial.screen(beirut)
        let subject = try trial.enroll(first.number, beirut.document, site: "BEY").subject
        let second = try trial.screen(amman)
        let error = try #require(
            refusal { _ = try trial.enroll(second.number, amman.document, site: "AMM") }
        )
        #expect(error.code == .refused)
        #expect(error.message.contains("enrolled already"))
        #expect(error.message.contains("BEY"))
        #expect(!error.message.contains(subject), "another site's pseudonym is not told")
    }

    /// The same child written down otherwise, at the same site or another one.
    @Test(arguments: [
        (
            "given and family name swapped", "37",
            [
                #""family": "Blanco Ruiz""#: #""family": "Noa""#,
                #""Noa""#: #""Blanco Ruiz""#,
            ]
        ),
        (
            "another script", "39",
            [
                #""family": "Azar""#: #""family": "عازار""#, "Christelle": "كريستيل",
            ]
        ),
        ("another spelling", "39", ["Christelle": "Cristel", "Azar": "Aazar"]),
        ("day and month swapped", "05", ["2012-03-09": "2012-09-03"]),
        ("the day of birth left open", "37", ["2016-12-24": "2016-12"]),
    ])
    func `the same child is found, however it is written down`(
        _ what: String,
        _ prefix: String,
        _ changes: [String: String]
    ) throws {
        let trial = try SampleTrial()
        let fixture = try CandidateFixture.named(prefix)
        let first = try trial.screen(fixture)
        _ = try trial.enroll(first.number, fixture.document, site: fixture.site)
        var text = String(decoding: fixture.document, as: UTF8.self)
        // In one go, so that what was put in is not changed again.
        let parts = changes.sorted { $0.key > $1.key }
        for (index, part) in parts.enumerated() {
            #expect(text.contains(part.key), "\(what): \(part.key)")
            text = text.replacing(part.key, with: "@\(index)@")
        }
        for (index, part) in parts.enumerated() {
            text = text.replacing("@\(index)@", with: part.value)
        }
        // Another office has another number for the child.
        text = text.replacing(/("value": ")(\d{7})"/) { "\($0.1)9\(String($0.2.reversed()))\"" }
        let other = Array(text.utf8)
        let again = try trial.screen(other, name: "again", site: fixture.site)
        let error = refusal { _ = try trial.enroll(again.number, other, site: fixture.site) }
        #expect(error?.code == .refused, "\(what): \(String(describing: error))")
        #expect(error?.message.contains("be enrolled already") == true, "\(what)")
    }

    @Test func `another document than the screened one is refused`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let fixture = try CandidateFixture.named("01")
        let number = try trial.screen(fixture).number
        let error = refusal {
            _ = try trial.enroll(number, fixture.document + [0x0A], site: "BCN")
        }
        #expect(error?.message.contains("not the document") == true)
    }

    @Test func `a screening leads to one enrollment`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let fixture = try CandidateFixture.named("01")
        let number = try trial.screen(fixture).number
        let subject = try trial.enroll(number, fixture.document, site: "BCN").subject
        let error = refusal { _ = try trial.enroll(number, fixture.document, site: "BCN") }
        #expect(error?.message.contains(subject) == true)
    }

    @Test func `eligibility is established once more on the day of enrollment`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let fixture = try CandidateFixture.named("01")
        let number = try trial.screen(fixture).number
        let later = try Day("2027-06-01", at: "test")
        let error = try trial.withSession("marta.bcn") { office, session in
            refusal {
                _ = try office.enroll(
                    TrialOffice.EnrollmentRequest(
                        screening: number,
                        document: GivenDocument(name: "d", bytes: fixture.document),
                        asOf: later
                    ),
                    by: session,
                    now: try SampleTrial.moment(5)
                )
            }
        }
        #expect(error != nil)
    }

    @Test func `a site that is not active screens and enrolls nobody`() throws {
        let trial = try SampleTrial(active: ["ROM"])
        let fixture = try CandidateFixture.named("01")
        let error = refusal { _ = try trial.screen(fixture) }
        #expect(error?.message == "this site is not active")
    }

    @Test(arguments: [
        "monitor", "office", "statistician", "data.manager", "ana.custodian", "jordi.bcn",
        "elena.rom",
    ])
    func `only a coordinator of the site enrolls`(_ user: String) throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let fixture = try CandidateFixture.named("01")
        let number = try trial.screen(fixture).number
        let error = try trial.withSession(user) { office, session in
            refusal {
                _ = try office.enroll(
                    TrialOffice.EnrollmentRequest(
                        screening: number,
                        document: GivenDocument(name: "d", bytes: fixture.document),
                        asOf: try SampleTrial.day
                    ),
                    by: session,
                    now: try SampleTrial.moment(5)
                )
            }
        }
        #expect(error?.code == .notPermitted)
    }

    @Test func `a mistyped number suggests, and changes nothing`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let fixture = try CandidateFixture.named("01")
        let number = try trial.screen(fixture).number
        let last = try #require(number.last)
        let typed = String(number.dropLast()) + (last == "7" ? "8" : "7")
        let error = refusal { _ = try trial.enroll(typed, fixture.document, site: "BCN") }
        #expect(error?.code == .badInput)
        #expect(error?.remedy.contains(number) == true)
    }
}
