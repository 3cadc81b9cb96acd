import Eligibility
import Foundation
import TestSupport
import Testing
import TrialDefinition
import TrialOffice

/// Sites work by different versions of the protocol at the same time.
struct VersionTests {
    /// A child of 8 kg: too light for 1.0.0, heavy enough for 1.1.0.
    private static func light() throws -> [UInt8] {
        let text = String(decoding: try CandidateFixture.named("01").document, as: UTF8.self)
        let lighter = text.replacing("\"value\": 17.7", with: "\"value\": 8.0")
        #expect(lighter != text)
        return Array(lighter.utf8)
    }

    private static func day(_ text: String) throws -> Day { try Day(text, at: "test") }

    private func amend(_ trial: SampleTrial, _ site: String, from day: String) throws {
        _ = try trial.withSession("data.manager") { office, session in
            let needed = try office.approvalsNeeded(site: site, forAmendment: true)
            return try office.amend(
                site,
                approvals: try needed.map {
                    GrantedApproval(id: $0, date: try Self.day("2026-11-01"))
                },
                version: "1.1.0",
                by: session,
                asOf: try Self.day(day),
                now: try SampleTrial.moment(10)
            )
        }
    }

    private func screen(
        _ trial: SampleTrial,
        _ document: [UInt8],
        on day: String = "2026-11-21"
    ) throws -> Screening {
        try trial.withSession("jordi.bcn") { office, session in
            try office.screen(
                GivenDocument(name: "light", bytes: document),
                by: session,
                asOf: try Self.day(day),
                now: try SampleTrial.moment(20)
            )
        }
    }

    @Test func `each site is screened by the version in force there on that day`() throws {
        let trial = try SampleTrial()
        try amend(trial, "BCN", from: "2026-12-10")
        let office = try TrialOffice.open(trial.url)
        defer { try? office.close() }
        for (site, day, version) in [
            ("BCN", "2026-11-21", "1.0.0"), ("BCN", "2026-12-09", "1.0.0"),
            ("BCN", "2026-12-10", "1.1.0"), ("ROM", "2026-11-21", "1.0.0"),
            ("ROM", "2027-11-21", "1.0.0"),
        ] {
            let definition = try office.definition(inForceAt: site, on: try Self.day(day))
            #expect(definition.version.number == version, "\(site) \(day)")
        }
        let error = #expect(throws: OfficeError.self) {
            _ = try office.definition(inForceAt: "ROM", on: try Self.day("2026-11-20"))
        }
        #expect(error?.code == .refused)
    }

    @Test func `an amendment needs the approvals of its own, and a version only once`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        for approvals in [[], ["ethics-committee"]] {
            let error = #expect(throws: OfficeError.self) {
                try trial.withSession("data.manager") { office, session in
                    _ = try office.amend(
                        "BCN",
                        approvals: try approvals.map {
                            GrantedApproval(id: $0, date: try Self.day("2026-11-01"))
                        },
                        version: "1.1.0",
                        by: session,
                        asOf: try Self.day("2026-12-21"),
                        now: try SampleTrial.moment(10)
                    )
                }
            }
            #expect(error?.message.contains("trial-authority") == true)
        }
        #expect(throws: OfficeError.self, "a site that is not active") {
            try amend(trial, "ROM", from: "2026-12-21")
        }
        #expect(throws: OfficeError.self, "before the version's own date") {
            try amend(trial, "BCN", from: "2026-11-30")
        }
        try amend(trial, "BCN", from: "2026-12-01")
        #expect(throws: OfficeError.self) { try amend(trial, "BCN", from: "2026-12-21") }
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }

    @Test func `the review lists whose answer an amendment changes`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let light = try screen(trial, try Self.light())
        let other = try trial.screen(try CandidateFixture.named("01"))
        let enrolled = try trial.screen(try CandidateFixture.named("05"))
        _ = try trial.enroll(
            enrolled.number,
            try CandidateFixture.named("05").document,
            site: "BCN"
        )
        #expect(light.isIneligible)
        #expect(other.isEligible)
        let review = try trial.withSession("jordi.bcn") { office, session in
            try office.review(by: nil, for: session, asOf: try SampleTrial.day)
        }
        #expect(review.version == "1.1.0")
        #expect(review.inProgress == 2)
        #expect(review.changed.map(\.number) == [light.number])
        let changed = try #require(review.changed.first)
        #expect(changed.before.rawValue == "ineligible")
        #expect(changed.after.rawValue == "eligible")
        #expect(changed.criteria.map(\.id) == ["I15"])
        #expect(changed.criteria.first?.before?.rawValue == "not met")
        #expect(changed.criteria.first?.after?.rawValue == "met")
    }

    @Test func `nobody is enrolled from a screening by a version that is not in force`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let fixture = try CandidateFixture.named("01")
        let number = try trial.screen(fixture).number
        try amend(trial, "BCN", from: "2026-12-01")
        let error = #expect(throws: OfficeError.self) {
            try trial.withSession("marta.bcn") { office, session in
                _ = try office.enroll(
                    TrialOffice.EnrollmentRequest(
                        screening: number,
                        document: GivenDocument(name: "d", bytes: fixture.document),
                        asOf: try Self.day("2026-12-01")
                    ),
                    by: session,
                    now: try SampleTrial.moment(30)
                )
            }
        }
        #expect(error != nil)
        // On the day of the screening the first version was in force, and the screening counts.
        #expect(try trial.enroll(number, fixture.document, site: "BCN").screening == number)
        #expect(try TrialOffice.verify(trial: trial.url).holds)
    }
}
