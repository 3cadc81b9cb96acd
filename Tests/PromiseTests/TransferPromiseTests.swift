import Eligibility
import Foundation
import Pseudonymization
import TestSupport
import Testing
import TrialOffice

/// The promises, where a subject goes from one site to another.
@Suite(.serialized)
struct TransferPromiseTests {
    private static let kills = 60
    private static let flips = 150

    /// Promise 2: killed at random moments, a subject is at one site, whole, and never at none.
    @Test func `kills leave no subject half at one site and half at another`() throws {
        let killer = try Killer(seed: 20_261_129, sites: ["BCN", "ROM"])
        let trial = killer.trial
        let (number, file) = try killer.screenedCandidate(0)
        let subject = try trial.enroll(
            number,
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: file))),
            site: "BCN"
        ).subject
        let allocation = try trial.allocate(subject, site: "BCN")
        var (from, to) = ("BCN", "ROM")
        while killer.kills < Self.kills {
            _ = try killer.insist(
                ["subject", "transfer", subject, "--to", to, "--reason", "war"],
                by: SampleTrial.user(.coordinator, at: from),
                orRefusal: /(nothing refuses an offer)/
            )
            _ = try killer.insist(
                ["subject", "accept", subject],
                by: SampleTrial.user(.coordinator, at: to),
                orRefusal: /(is at [A-Z]+ already)/
            )
            try expectWhole(trial, subject, at: to, allocation)
            swap(&from, &to)
        }
        #expect(killer.survivors > 0)
    }

    private func expectWhole(
        _ trial: SampleTrial,
        _ subject: String,
        at site: String,
        _ allocation: Allocation
    ) throws {
        let verification = try TrialOffice.verify(trial: trial.url)
        #expect(verification.findings.isEmpty, "\(verification.findings)")
        try trial.withSession(SampleTrial.user(.coordinator, at: site)) { office, session in
            let now = try SampleTrial.moment(100)
            #expect(try office.identity(of: subject, for: session, now: now).birthDate != nil)
            let found = try #require(try office.allocation(of: subject, for: session))
            #expect(found.arm == allocation.arm && found.number == allocation.number)
            #expect(try office.record(of: subject, for: session).report.verdict == .eligible)
            #expect(try office.subjects(of: nil).map(\.site) == [site])
        }
    }

    /// Promise 3: sealed on the way too, as offered and as accepted.
    @Test func `a canary name is in no file on the way`() throws {
        let canary = "Zzcanaryzz"
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let fixture = try CandidateFixture.named("04")
        let text = String(decoding: fixture.document, as: UTF8.self)
        let family = try #require(text.firstMatch(of: /"family":\s*"([^"]+)"/)?.1)
        let document = Array(text.replacing(family, with: canary).utf8)
        let number = try trial.screen(document, name: "d", site: "BCN").number
        let subject = try trial.enroll(number, document, site: "BCN").subject
        _ = try trial.offer(subject, from: "BCN", to: "ROM")
        func scan() throws {
            for (path, bytes) in try FolderContents(trial.url).files {
                #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(path)")
            }
        }
        try scan()
        _ = try trial.accept(subject, at: "ROM")
        try scan()
        let found = try trial.withSession("elena.rom") { office, session in
            try office.identity(of: subject, for: session, now: try SampleTrial.moment(30))
        }
        #expect(found.names.contains { $0.family == canary })
        let list = try CommandLineTool.run(["subject", "list", "--trial", trial.url.path])
        let show = try CommandLineTool.run(
            ["subject", "show", subject] + trial.options("paolo.rom")
        )
        for run in [list, show] {
            #expect(run.status == 0 && !(run.output + run.errors).contains(canary))
        }
    }

    /// Promise 5, in a trial with an open offer and an accepted one.
    @Test func `flipped bytes are found, or change no answer`() throws {
        let trial = try SampleTrial(active: ["BCN", "ROM"])
        let subjects = try ["04", "33"].map { try trial.enroll(candidate: $0) }
        for subject in subjects { _ = try trial.allocate(subject, site: "BCN") }
        _ = try trial.transfer(subjects[0], from: "BCN", to: "ROM")
        _ = try trial.offer(subjects[1], from: "BCN", to: "ROM")
        let files = try FolderContents(trial.url).files.sorted { $0.key < $1.key }
            .filter { $0.key.hasSuffix(".sqlite") && !$0.key.contains("AMM") }
        let expected = try answers(trial.copy(), subjects)
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for flip in 0..<Self.flips {
            let (path, bytes) = files[flip % files.count]
            let copy = try trial.copy()
            var changed = bytes
            let offset = next(bytes.count)
            changed[changed.startIndex + offset] ^= UInt8(1 << next(8))
            try changed.write(to: copy.trial.appendingPathComponent(path))
            guard (try? TrialOffice.verify(trial: copy.trial).holds) == true else { continue }
            #expect(try answers(copy, subjects) == expected, "\(path) at \(offset)")
        }
    }

    /// Where the subjects are, their arms and records, and that the open offer can be accepted.
    private func answers(
        _ copy: (folder: TemporaryFolder, trial: URL),
        _ subjects: [String]
    ) throws -> [String] {
        let office = try TrialOffice.open(copy.trial)
        defer {
            try? office.close()
            withExtendedLifetime(copy.folder) {}
        }
        let rome = try SampleTrial.unlock(office, "elena.rom")
        var answers = try office.subjects(of: nil).map { "\($0)" }
        answers.append("\(try office.acceptTransfer(of: subjects[1], by: rome, now: try .at(60)))")
        for subject in subjects {
            answers.append("\(try office.identity(of: subject, for: rome, now: try .at(61)))")
            answers.append("\(try office.record(of: subject, for: rome).report)")
            answers.append("\(String(describing: try office.allocation(of: subject, for: rome)))")
        }
        return answers
    }
}

extension Moment {
    fileprivate static func at(_ second: Int64) throws -> Moment { try SampleTrial.moment(second) }
}
