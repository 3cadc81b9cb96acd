import Foundation
import TestSupport
import Testing
import TrialOffice

/// What was kept outside finds a trial that was exchanged, forked or rolled back.
struct KeptEvidenceTests {
    /// A trial, a copy of its folder from before its last allocation, and exports of both times.
    private static let sample = Result {
        let trial = try SampleTrial(active: ["BCN"])
        try trial.allocate(candidates: ["01"])
        let older = try trial.copy()
        let earlier = try trial.export()
        try trial.allocate(candidates: ["05"])
        return (trial: trial, older: older, earlier: earlier, later: try trial.export(second: 31))
    }

    private func kept(_ log: AllocationLog) throws -> KeptEvidence {
        try KeptEvidence(founder: nil, earlier: ("kept.json", try log.encoded()))
    }

    @Test func `a trial and its exports continue what was kept`() throws {
        let (trial, older, earlier, later) = try Self.sample.get()
        let note = try Data(contentsOf: older.trial.appendingPathComponent("head.note"))
        for evidence in [
            try kept(earlier), try kept(later),
            try KeptEvidence(founder: nil, earlier: ("head.note", [UInt8](note))),
        ] {
            let verification = try TrialOffice.verify(trial: trial.url, against: evidence)
            #expect(verification.holds, "\(verification.findings)")
            #expect(verification.isFounderChecked)
            #expect(verification.notes.isEmpty)
        }
        let export = try TrialOffice.verify(
            allocationLog: try later.encoded(),
            name: "x",
            against: try kept(earlier)
        )
        #expect(export.holds, "\(export.findings)")
    }

    @Test func `a trial that was rolled back whole is found`() throws {
        let (_, older, earlier, later) = try Self.sample.get()
        #expect(try TrialOffice.verify(trial: older.trial).holds, "alone it looks well")
        #expect(try TrialOffice.verify(trial: older.trial, against: try kept(earlier)).holds)
        let found = try TrialOffice.verify(trial: older.trial, against: try kept(later)).findings
        #expect(found.count == 1, "\(found)")
        let finding = try #require(found.first)
        #expect(finding.hasPrefix("kept.json: "))
        #expect(finding.contains("events were acknowledged, the log holds"))
        let export = try TrialOffice.verify(
            allocationLog: try earlier.encoded(),
            name: "x",
            against: try kept(later)
        )
        #expect(export.findings.contains { $0.hasPrefix("kept.json: ") })
    }

    @Test func `a trial that went on otherwise than was kept is found`() throws {
        let (_, older, _, later) = try Self.sample.get()
        let folder = try TemporaryFolder()
        let fork = folder.file("trial")
        try FileManager.default.copyItem(at: older.trial, to: fork)
        let office = try TrialOffice.open(fork)
        let monitor = try SampleTrial.unlock(office, "monitor")
        for second in 40..<60 as Range<Int64> {
            let now = try SampleTrial.moment(second)
            _ = try office.exportAllocationLog(isBlinded: true, by: monitor, now: now)
        }
        try office.close()
        #expect(try TrialOffice.verify(trial: fork).holds, "alone it looks well")
        let found = try TrialOffice.verify(trial: fork, against: try kept(later)).findings
        #expect(found.count == 1 && found.allSatisfy { $0.contains("their root is") }, "\(found)")
    }

    @Test func `another trial under the same protocol is found`() throws {
        let other = try SampleTrial(active: [])
        let (trial, _, earlier, _) = try Self.sample.get()
        let alone = try TrialOffice.verify(trial: other.url)
        #expect(alone.holds && !alone.isFounderChecked)
        #expect(alone.notes.contains { $0.contains("not checked against anything outside") })
        let found = try TrialOffice.verify(trial: other.url, against: try kept(earlier)).findings
        #expect(found.count == 1 && found.allSatisfy { $0.contains("another trial") }, "\(found)")
        let founder = try TrialOffice.verify(trial: trial.url).founder
        for given in [founder, founder.uppercased()] {
            let evidence = try KeptEvidence(founder: given, earlier: nil)
            let right = try TrialOffice.verify(trial: trial.url, against: evidence)
            #expect(right.holds && right.isFounderChecked && right.notes.isEmpty)
            let wrong = try TrialOffice.verify(trial: other.url, against: evidence).findings
            #expect(wrong.count == 1 && wrong.allSatisfy { $0.contains("expected \(founder)") })
        }
    }

    @Test(arguments: [
        "", "abc", String(repeating: "g", count: 64), String(repeating: "a", count: 32),
    ])
    func `what is no fingerprint is refused`(_ text: String) {
        let error = #expect(throws: OfficeError.self) {
            try KeptEvidence(founder: text, earlier: nil)
        }
        #expect(error?.code == .badInput)
    }

    @Test func `what is neither export nor checkpoint is refused, and not told`() {
        let error = #expect(throws: OfficeError.self) {
            try KeptEvidence(founder: nil, earlier: ("x", Array("Zzcanaryzz\n\n".utf8)))
        }
        #expect(error?.code == .badInput)
        #expect(error.map { "\($0)".contains("Zzcanaryzz") } == false)
    }

    /// How a kept file can be spoiled, from an export or from a head.note.
    private static let spoiled: [(name: String, make: @Sendable (String, String) -> String)] = [
        ("empty", { _, _ in "" }),
        ("an empty object", { _, _ in "{}" }),
        ("a list", { _, _ in "[]" }),
        ("half an export", { export, _ in String(export.prefix(export.count / 2)) }),
        (
            "an export without its checkpoint",
            { export, _ in export.replacing("\"checkpoint\"", with: "\"chekpoint\"") }
        ),
        ("two exports", { export, _ in export + export }),
        ("a head without signature", { _, head in String(head.prefix { $0 != "\u{2014}" }) }),
        ("half a signature", { _, head in String(head.dropLast(20)) }),
        ("a head without its last line end", { _, head in String(head.dropLast()) }),
        ("no base64", { _, head in head.dropLast(9) + "!" + head.suffix(8) }),
        ("a head with a carriage return", { _, head in head.replacing("\n", with: "\r\n") }),
        (
            "a note that is no checkpoint",
            { _, head in
                "Zzcanaryzz\n" + (head.firstRange(of: "\n\n").map { head[$0.lowerBound...] } ?? "")
            }
        ),
        (
            "a size that is no number",
            { _, head in head.replacing(/\n\d+\n/, with: "\nmany\n", maxReplacements: 1) }
        ),
        (
            "a negative size",
            { _, head in head.replacing(/\n\d+\n/, with: "\n-1\n", maxReplacements: 1) }
        ),
        (
            "a size beyond all numbers",
            { _, head in
                head.replacing(/\n\d+\n/, with: "\n99999999999999999999\n", maxReplacements: 1)
            }
        ),
    ]

    @Test(arguments: spoiled.map(\.name))
    func `a kept file that was spoiled is refused or found, never passed over`(
        _ name: String
    ) throws {
        let (trial, _, earlier, _) = try Self.sample.get()
        let head = try String(
            contentsOf: trial.url.appendingPathComponent("head.note"),
            encoding: .utf8
        )
        let export = String(decoding: try earlier.encoded(), as: UTF8.self)
        let make = try #require(Self.spoiled.first { $0.name == name }).make
        let text = make(export, head)
        #expect(text != export && text != head)
        do throws(OfficeError) {
            let kept = try KeptEvidence(founder: nil, earlier: ("kept", Array(text.utf8)))
            let verification = try TrialOffice.verify(trial: trial.url, against: kept)
            #expect(!verification.holds)
            #expect(verification.findings.allSatisfy { $0.hasPrefix("kept: ") })
            #expect(!verification.findings.joined().contains("Zzcanaryzz"))
        } catch {
            #expect(error.code == .badInput)
            #expect(!"\(error)".contains("Zzcanaryzz"))
        }
    }
}
