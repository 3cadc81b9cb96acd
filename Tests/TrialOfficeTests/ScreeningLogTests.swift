import Eligibility
import Foundation
import FoundationXML
import Reporting
import TestSupport
import Testing
import TrialDefinition
import TrialOffice

/// The screening log: complete, in the protocol's words, and with nothing of a record.
struct ScreeningLogTests {
    /// A trial with screenings of all kinds.
    ///
    /// Barcelona: one screened until eligible and allocated, one undetermined, one closed, one
    /// ineligible. Rome: one eligible.
    private static let sample = Result {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        func screen(_ prefix: String, again: String? = nil) throws -> String {
            let fixture = try CandidateFixture.named(prefix)
            let user = SampleTrial.user(.investigator, at: fixture.site)
            return try trial.withSession(user) { office, session in
                try office.screen(
                    GivenDocument(name: "d", bytes: fixture.document),
                    again: again,
                    by: session,
                    asOf: try SampleTrial.day,
                    now: try SampleTrial.moment(5)
                ).number
            }
        }
        let eligible = try screen("04", again: try screen("07"))
        let fixture = try CandidateFixture.named("04")
        let subject = try trial.enroll(eligible, fixture.document, site: "BCN").subject
        let allocation = try trial.allocate(subject, site: "BCN")
        _ = try screen("06")
        let closed = try screen("01")
        _ = try screen("02")
        _ = try screen("08")
        try trial.withSession("jordi.bcn") { office, session in
            let now = try SampleTrial.moment(9)
            _ = try office.closeScreening(closed, reason: .declined, by: session, now: now)
        }
        return (trial: trial, subject: subject, arm: allocation.arm)
    }

    private func log(
        _ user: String,
        site: String? = nil,
        _ period: ScreeningPeriod = ScreeningPeriod(),
        isBlinded: Bool = false
    ) throws -> ScreeningLog {
        try Self.sample.get().trial.withSession(user) { office, session in
            try office.screeningLog(of: site, in: period, isBlinded: isBlinded, for: session)
        }
    }

    @Test func `candidates count once, with the chain of their screenings`() throws {
        let (_, subject, arm) = try Self.sample.get()
        let log = try log("monitor", site: "BCN")
        #expect(
            log.candidates.map(\.outcome) == [.allocated, .undetermined, .eligible, .ineligible]
        )
        let first = log.candidates[0]
        #expect(first.screenings.map(\.verdict) == [.ineligible, .eligible])
        #expect(first.isScreenedUntilEligible)
        #expect(first.subject == subject && first.arm == arm && first.allocation == "A-0001")
        #expect(log.candidates[2].reason == .declined)
        #expect(log.candidates.dropFirst().allSatisfy { !$0.isScreenedUntilEligible })
    }

    /// Held against the reports and the protocol, not against the log's own way.
    @Test func `the reasons are those of the report, in the protocol's words`() throws {
        let definition = try TrialOffice.load(try DefinitionFolder.read(Repository.trialProtocol))
            .first
        let log = try log("monitor")
        for (prefix, candidate) in [("06", log.candidates[1]), ("02", log.candidates[3])] {
            let fixture = try CandidateFixture.named(prefix)
            let answered = try TrialOffice.answer(
                GivenDocument(name: "d", bytes: fixture.document),
                definition: definition,
                siteCode: "BCN",
                asOf: try SampleTrial.day
            )
            let criteria = answered.report.criteria
            let told = [candidate.newest.excluding, candidate.newest.open].map { $0.map(\.text) }
            let texts = [
                criteria.filter { $0.effect == .excludes }, criteria.filter { $0.effect == .open },
            ].map { $0.map { "\($0.text)" } }
            #expect(told == texts && texts.joined().isEmpty == false)
            #expect(candidate.newest.document == answered.document)
        }
    }

    @Test(arguments: [
        ("monitor", ["BCN", "ROM", "BEY", "AMM"]), ("jordi.bcn", ["BCN"]), ("elena.rom", ["ROM"]),
    ])
    func `everybody sees the sites whose key they hold`(
        _ user: String,
        _ sites: [String]
    ) throws {
        let log = try log(user)
        #expect(log.sites == sites)
        #expect(log.candidates.allSatisfy { sites.contains($0.site) })
    }

    @Test(arguments: [("jordi.bcn", "ROM"), ("data.manager", nil), ("ana.custodian", "BCN")])
    func `nobody sees more`(_ user: String, _ site: String?) throws {
        let error = #expect(throws: OfficeError.self) { _ = try log(user, site: site) }
        #expect(error?.code == .notPermitted)
    }

    @Test func `a blinded log has no arm in any form`() throws {
        let arm = try #require(try Self.sample.get().arm)
        for isBlinded in [true, false] {
            let log = try log("monitor", isBlinded: isBlinded)
            let plain = Style(isColored: false)
            let flow = ConsortFlow(log)
            let texts = [
                ScreeningLogText(log, style: plain).text, ScreeningLogCSV.text(log),
                try JSONText.encode(log), ConsortText(flow, style: plain).text,
                ConsortPicture(flow).svg, try JSONText.encode(flow),
            ]
            for text in texts { #expect(text.contains(arm) != isBlinded) }
        }
    }

    @Test func `the numbers of the flow add up`() throws {
        let flow = ConsortFlow(try log("monitor"))
        for numbers in flow.sites + [flow.total] {
            let out = numbers.ineligible + numbers.undetermined + numbers.notEnrolled
            #expect(numbers.assessed == out + numbers.enrolled)
            #expect(numbers.arms.map(\.count).reduce(0, +) == numbers.allocated)
            #expect(numbers.reasons.map(\.count).reduce(0, +) == numbers.notEnrolled)
        }
        #expect(flow.total.assessed == 5 && flow.total.screenings == 6)
        #expect(flow.total.screenedUntilEligible == 1)
        #expect(flow.total.reasons.map(\.name) == ["", "declined"])
    }

    @Test(arguments: [
        ("2026-11-21", "2026-11-21", 5), (nil, "2026-11-20", 0), ("2026-11-22", nil, 0),
        (nil, nil, 5),
    ])
    func `a period holds both its days`(_ from: String?, _ to: String?, _ count: Int) throws {
        let period = try ScreeningPeriod(
            from: try from.map { try Day($0, at: "test") },
            to: try to.map { try Day($0, at: "test") }
        )
        #expect(try log("monitor", period).candidates.count == count)
    }

    @Test func `a period that ends before it begins is refused`() throws {
        let (first, last) = (try Day("2026-11-22", at: "t"), try Day("2026-11-21", at: "t"))
        let error = #expect(throws: OfficeError.self) {
            _ = try ScreeningPeriod(from: first, to: last)
        }
        #expect(error?.code == .badInput)
    }

    @Test func `every line of the CSV has a cell for each column, and counts candidates once`()
        throws
    {
        let text = ScreeningLogCSV.text(try log("monitor"))
        let lines = text.components(separatedBy: "\r\n").dropLast()
        let rows = lines.map(Self.cells)
        #expect(rows.allSatisfy { $0.count == ScreeningLogCSV.columns.count })
        let outcomes = rows.dropFirst().map { $0[13] }
        #expect(outcomes.count == 6 && outcomes.count { $0 != "screened again" } == 5)
        // Dates and values of records are nobody's business here.
        let fixture = try CandidateFixture.named("06")
        let born = String(decoding: fixture.document, as: UTF8.self)
            .firstMatch(of: /"birthDate":\s*"([^"]+)"/)?.1
        #expect(try !text.contains(#require(born)))
    }

    /// Cells of one line: RFC 4180, a line end inside quotes is a part of the cell.
    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    @Test func `the picture is well formed, and says what the text says`() throws {
        let flow = ConsortFlow(try log("monitor"))
        let picture = ConsortPicture(flow).svg
        let parser = XMLParser(data: Data(picture.utf8))
        #expect(parser.parse())
        for text in [
            "Assessed for eligibility (n = 5)", "Not enrolled (n = 4)", "Enrolled (n = 1)",
        ] {
            #expect(picture.contains(text))
            #expect(ConsortText(flow, style: Style(isColored: false)).text.contains(text))
        }
    }
}
