import Foundation
import TestSupport
import Testing
import TrialOffice

/// A file of the trial that is gone or garbage is exit code 65 for whoever needs it, with the file's
/// place and a remedy, and a finding for who verifies.
struct DamagedFileTests {
    private static let sample = Result {
        let trial = try SampleTrial(active: ["BCN"])
        try trial.allocate(candidates: ["01"])
        let candidate = try CandidateFixture.named("05")
        return (trial: trial, file: candidate.file.path, number: try trial.screen(candidate).number)
    }

    private static let damages: [(name: String, make: @Sendable (URL) throws -> Void)] = [
        ("missing", { try FileManager.default.removeItem(at: $0) }),
        ("empty", { try Data().write(to: $0) }),
        (
            "garbage",
            { try Data((0..<9000).map { UInt8(truncatingIfNeeded: $0 * 7) }).write(to: $0) }
        ),
        ("cut", { try Data(contentsOf: $0).prefix(6000).dropLast(10).write(to: $0) }),
        (
            "folder",
            {
                try FileManager.default.removeItem(at: $0)
                try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: false)
            }
        ),
    ]

    @Test(
        arguments: [
            "trial.sqlite", "head.note", "keys/BCN.sqlite", "vaults/BCN.sqlite",
            "protocol/MILENARI-ALL-1/protocol.yaml",
        ],
        0..<5
    )
    func `damage is told with its place`(_ path: String, _ index: Int) throws {
        let (trial, document, number) = try Self.sample.get()
        let damage = Self.damages[index]
        let (folder, copy) = try trial.copy()
        try damage.make(copy.appendingPathComponent(path))
        let enroll = try CommandLineTool.run([
            "enroll", number, document, "--as-of", "2026-11-21", "--trial", copy.path, "--user",
            "marta.bcn", "--passphrase-file", trial.passphraseFile("marta.bcn"),
        ])
        let place = path.hasPrefix("protocol") ? "protocol" : path
        #expect(enroll.status == 65, "\(damage.name): \(enroll.errors)")
        #expect(enroll.output.isEmpty)
        #expect(enroll.errors.contains(" — \(place) — "), "\(damage.name): \(enroll.errors)")
        #expect(enroll.errors.contains("backup"), "\(damage.name): \(enroll.errors)")
        let verify = try CommandLineTool.run(["log", "verify", copy.path])
        #expect(verify.status == 1, "\(damage.name): \(verify.output) \(verify.errors)")
        #expect(verify.output.contains("✗ \(place)"), "\(damage.name): \(verify.output)")
        #expect(verify.output.hasPrefix("DOES NOT HOLD"))
        withExtendedLifetime(folder) {}
    }
}
