import Foundation
import Reporting
import TestSupport
import Testing
import TrialDefinition
import TrialOffice

/// Promise 6: same input, same output, to the byte.
struct SameOutputTests {
    @Test(arguments: try CandidateFixture.all().prefix(6))
    func `a report is the same in every locale, time zone and run`(
        _ fixture: CandidateFixture
    ) throws {
        let arguments = [
            "screen", fixture.file.path, "--protocol", Repository.trialProtocol.path, "--as-of",
            fixture.asOf,
        ]
        let definition = try TrialOffice.load(try DefinitionFolder.read(Repository.trialProtocol))
            .first
        let screening = try TrialOffice.answer(
            GivenDocument(name: fixture.name, bytes: fixture.document),
            definition: definition,
            siteCode: nil,
            asOf: try Day(fixture.asOf, at: "test")
        )
        let text = ScreeningText(screening, style: Style(isColored: false)).text
        let json = try JSONText.encode(screening)
        for environment in [
            [
                "TZ": "Pacific/Kiritimati", "LC_ALL": "ar_JO.UTF-8",
                "SWIFT_DETERMINISTIC_HASHING": "",
            ],
            ["TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8"],
        ] {
            #expect(try CommandLineTool.run(arguments, environment: environment).output == text)
            let machine = try CommandLineTool.run(arguments + ["--json"], environment: environment)
            #expect(machine.output == json)
        }
    }

    @Test func `an export of the same state is the same`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let fixture = try CandidateFixture.named("01")
        let number = try trial.screen(fixture).number
        let subject = try trial.enroll(number, fixture.document, site: "BCN").subject
        _ = try trial.allocate(subject, site: "BCN")
        var exports: Set<[UInt8]> = []
        for second in [60, 90] as [Int64] {
            let (folder, copy) = try trial.copy()
            let office = try TrialOffice.open(copy)
            let monitor = try SampleTrial.unlock(office, "monitor")
            let log = try office.exportAllocationLog(
                isBlinded: false,
                by: monitor,
                now: try SampleTrial.moment(second)
            )
            exports.insert(try log.encoded())
            try office.close()
            withExtendedLifetime(folder) {}
        }
        #expect(exports.count == 1)
    }
}
