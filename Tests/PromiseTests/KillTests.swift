import Foundation
import Pseudonymization
import TestSupport
import Testing
import TrialOffice

/// Promise 2: nothing acknowledged is lost; nothing half-done stays.
///
/// Commands are killed with SIGKILL at random moments. What a command printed has to be there
/// afterwards, exactly once and whole; everything else has to be there whole or not at all.
@Suite(.serialized)
struct KillTests {
    private static let kills = 200

    @Test func `200 kills lose nothing, double nothing and leave nothing half`() throws {
        let killer = try Killer(seed: 20_261_121, sites: ["BCN"])
        var enrolled: [String: String] = [:]
        var allocated: [String: String] = [:]
        var candidate = 0
        while killer.kills < Self.kills {
            let (number, file) = try killer.screenedCandidate(candidate)
            candidate += 1
            let subject = try killer.insist(
                ["enroll", number, file, "--as-of", "2026-11-21"],
                by: "marta.bcn",
                orRefusal: /led to an enrollment already: (\S+)/
            )
            #expect(enrolled.updateValue(subject, forKey: number) == nil)
            let line = try killer.insist(
                ["allocate", subject, "--office", "office", "--office-passphrase-file"]
                    + [killer.trial.passphraseFile("office")],
                by: "marta.bcn",
                orRefusal: /allocated already: (\S+)/
            )
            allocated[subject] = String(line.prefix { $0 != " " })
            if candidate % 10 == 0 { try expectWhole(killer.trial, enrolled, allocated) }
        }
        try expectWhole(killer.trial, enrolled, allocated)
        #expect(killer.survivors > 0, "some commands have to get through")
    }

    private func expectWhole(
        _ trial: SampleTrial,
        _ enrolled: [String: String],
        _ allocated: [String: String]
    ) throws {
        let verification = try TrialOffice.verify(trial: trial.url)
        #expect(verification.findings.isEmpty, "\(verification.findings)")
        #expect(verification.allocations == allocated.count)
        #expect(Set(enrolled.values).count == enrolled.count)
        let numbers = (1...allocated.count).map { String(format: "A-%04d", $0) }
        #expect(allocated.values.sorted() == numbers)
        try trial.withSession("marta.bcn") { office, session in
            for (subject, number) in allocated {
                #expect(try office.allocation(of: subject, for: session)?.number == number)
                let now = try SampleTrial.moment(100)
                let identity = try office.identity(of: subject, for: session, now: now)
                #expect(identity.birthDate != nil)
            }
        }
    }
}
