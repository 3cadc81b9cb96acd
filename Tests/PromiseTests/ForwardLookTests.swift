import Foundation
import TestSupport
import Testing
import TrialOffice

/// Promise 4: nothing that a site can read tells the next allocation.
struct ForwardLookTests {
    @Test func `only the randomization office and the statistician hold the key to the seed`() {
        let sites = ["BCN", "ROM"]
        for role in Role.allCases {
            let site = role.isAtSite ? "BCN" : nil
            let names = role.keyNames(site: site, sites: sites)
            let holdsSeed = role == .randomizationOffice || role == .statistician
            #expect(names.contains(KeyName.allocation) == holdsSeed, "\(role)")
        }
    }

    @Test func `a site's people open no other site's keys`() {
        for role in [Role.investigator, .coordinator] {
            let names = role.keyNames(site: "BCN", sites: ["BCN", "ROM", "BEY"])
            #expect(!names.contains { $0.hasSuffix("/ROM") || $0.hasSuffix("/BEY") })
        }
        #expect(!Role.investigator.keyNames(site: "BCN", sites: []).contains("identity/BCN"))
        for role in [Role.monitor, .statistician, .randomizationOffice, .custodian, .dataManager] {
            let names = role.keyNames(site: nil, sites: ["BCN"])
            #expect(!names.contains { $0.hasPrefix("identity/") || $0.hasPrefix("records/") })
        }
    }

    @Test(arguments: [
        "marta.bcn", "jordi.bcn", "monitor", "statistician", "data.manager", "ana.custodian",
    ])
    func `nobody but the office can draw`(_ user: String) throws {
        let trial = try SampleTrial(active: ["BCN"])
        let fixture = try CandidateFixture.named("01")
        let number = try trial.screen(fixture).number
        let subject = try trial.enroll(number, fixture.document, site: "BCN").subject
        try trial.withSession("marta.bcn") { office, session in
            _ = try office.requestAllocation(of: subject, by: session, now: SampleTrial.moment(4))
        }
        let error = #expect(throws: OfficeError.self) {
            try trial.withSession(user) { office, session in
                _ = try office.answerRequests(by: session, now: try SampleTrial.moment(5))
            }
        }
        #expect(error?.code == .notPermitted)
    }

    /// The same site-visible history with another seed goes on differently: what a site sees does
    /// not determine the next arm.
    @Test func `equal histories go on with either arm`() throws {
        var next: Set<String> = []
        let fixture = try CandidateFixture.named("01")
        for _ in 0..<40 where next.count < 2 {
            let trial = try SampleTrial(active: ["BCN"])
            let number = try trial.screen(fixture).number
            let subject = try trial.enroll(number, fixture.document, site: "BCN").subject
            next.insert(try #require(try trial.allocate(subject, site: "BCN").arm))
        }
        #expect(next == ["POC", "HUB"])
    }
}
