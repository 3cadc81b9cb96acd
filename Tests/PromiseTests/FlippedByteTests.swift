import Foundation
import TestSupport
import Testing
import TrialOffice

/// Promise 5: every change shows.
///
/// A flipped byte is found, or it carried nothing and every answer and export stays the same.
struct FlippedByteTests {
    private static let flips = 1000

    private static func trialWithData() throws -> SampleTrial {
        let trial = try SampleTrial()
        for fixture in try CandidateFixture.all().prefix(5) {
            let screening = try trial.screen(fixture)
            guard screening.isEligible else { continue }
            let subject = try trial.enroll(
                screening.number,
                fixture.document,
                site: fixture.site
            ).subject
            _ = try trial.allocate(subject, site: fixture.site)
        }
        return trial
    }

    /// What the trial answers: the export, every allocation and every identity.
    private func answers(_ url: URL) throws -> [String] {
        let office = try TrialOffice.open(url)
        defer { try? office.close() }
        let monitor = try SampleTrial.unlock(office, "monitor")
        let log = try office.exportAllocationLog(
            isBlinded: false,
            by: monitor,
            now: try SampleTrial.moment(50)
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var answers = [String(decoding: try log.encoded(), as: UTF8.self)]
        for row in log.allocations {
            let user = SampleTrial.user(.coordinator, at: row.site)
            let session = try SampleTrial.unlock(office, user)
            let identity = try office.identity(
                of: row.subject,
                for: session,
                now: try SampleTrial.moment(51)
            )
            answers.append(String(decoding: try encoder.encode(identity), as: UTF8.self))
        }
        return answers
    }

    @Test func `1000 flipped bytes are found, or change no answer`() throws {
        let trial = try Self.trialWithData()
        #expect(try TrialOffice.verify(trial: trial.url).holds)
        let (folder, copy) = try trial.copy()
        let files = try FolderContents(copy).files.sorted { $0.key < $1.key }
        let (pristineFolder, pristine) = try trial.copy()
        let expected = try answers(pristine)
        var state: UInt64 = 5
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var harmless = 0
        for flip in 0..<Self.flips {
            // Every file gets its share, small ones too.
            let (path, bytes) = files[flip % files.count]
            let file = copy.appendingPathComponent(path)
            let offset = next(bytes.count)
            var changed = bytes
            changed[changed.startIndex + offset] ^= UInt8(1 << next(8))
            try changed.write(to: file)
            if (try? TrialOffice.verify(trial: copy).holds) ?? false {
                harmless += 1
                let (probe, probed) = try Self.copy(copy)
                #expect(try answers(probed) == expected, "\(path) at \(offset)")
                withExtendedLifetime(probe) {}
            }
            try Self.restore(copy, files)
        }
        #expect(try TrialOffice.verify(trial: copy).holds)
        #expect(harmless < Self.flips / 2, "\(harmless) of \(Self.flips) carried nothing")
        withExtendedLifetime((folder, pristineFolder)) {}
    }

    private static func copy(_ url: URL) throws -> (TemporaryFolder, URL) {
        let folder = try TemporaryFolder()
        let copy = folder.file("trial")
        try FileManager.default.copyItem(at: url, to: copy)
        return (folder, copy)
    }

    /// Puts every file back that a check or a repair has touched.
    private static func restore(_ url: URL, _ files: [(key: String, value: Data)]) throws {
        let present = try FolderContents(url).files
        for (path, bytes) in files where present[path] != bytes {
            try bytes.write(to: url.appendingPathComponent(path))
        }
        for path in present.keys where !files.contains(where: { $0.key == path }) {
            try FileManager.default.removeItem(at: url.appendingPathComponent(path))
        }
    }
}
