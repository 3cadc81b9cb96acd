import Foundation
import TestSupport
import Testing
import TrialOffice

/// Promises 2 and 5 where they meet: what a crash leaves is neither lost nor taken for tampering.
struct InterruptionTests {
    private func head(_ url: URL) throws -> Data {
        try Data(contentsOf: url.appendingPathComponent("head.note"))
    }

    @Test func `a head that a crash left behind is told, is no tampering, and is renewed`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let older = try head(trial.url)
        let first = try trial.screen(try CandidateFixture.named("01"))
        // As if the command had been killed between its commit and the new head.
        try older.write(to: trial.url.appendingPathComponent("head.note"))
        let verification = try TrialOffice.verify(trial: trial.url)
        #expect(verification.holds, "\(verification.findings)")
        #expect(verification.notes.contains { $0.contains("1 of the events") })
        let second = try trial.screen(try CandidateFixture.named("05"))
        #expect(second.number != first.number)
        let renewed = try TrialOffice.verify(trial: trial.url)
        #expect(renewed.holds, "\(renewed.findings)")
        #expect(!renewed.notes.contains { $0.contains("interrupted") }, "\(renewed.notes)")
        #expect(renewed.events == verification.events + 1)
    }

    @Test func `an older trial file under a newer head is a rollback`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let (folder, older) = try trial.copy()
        _ = try trial.screen(try CandidateFixture.named("01"))
        try head(trial.url).write(to: older.appendingPathComponent("head.note"))
        let found = try TrialOffice.verify(trial: older).findings
        #expect(found.contains { $0.contains("acknowledged") }, "\(found)")
        let error = #expect(throws: OfficeError.self) { try TrialOffice.open(older) }
        #expect(error?.code == .damaged)
        withExtendedLifetime(folder) {}
    }

    /// The command is stopped where it writes its result: everything is done but the closing.
    @Test func `what kill -9 leaves is opened, verified and copied whole`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        let before = try TrialOffice.verify(trial: trial.url).events
        let older = try head(trial.url)
        let pipe = Pipe()
        let writer = pipe.fileHandleForWriting.fileDescriptor
        let flags = fcntl(writer, F_GETFL)
        _ = fcntl(writer, F_SETFL, flags | O_NONBLOCK)
        while (try? pipe.fileHandleForWriting.write(contentsOf: Data(count: 4096))) != nil {}
        _ = fcntl(writer, F_SETFL, flags)
        let process = try CommandLineTool.start(
            ["screen", try CandidateFixture.named("01").file.path, "--as-of", "2026-11-21"]
                + trial.options("jordi.bcn"),
            output: pipe.fileHandleForWriting,
            errors: .nullDevice
        )
        for _ in 0..<3000 where try head(trial.url) == older { Thread.sleep(forTimeInterval: 0.01) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        let wal = trial.url.appendingPathComponent("trial.sqlite-wal")
        #expect(try Data(contentsOf: wal).count > 0, "it was killed too late")
        let (folder, copy) = try trial.copy()
        let (other, bare) = try trial.copy()
        for url in [copy, trial.url] {
            let verification = try TrialOffice.verify(trial: url)
            #expect(verification.holds, "\(verification.findings)")
            #expect(verification.events == before + 1)
            #expect(!verification.notes.contains { $0.contains("interrupted") })
        }
        // A copy of the database without its write-ahead log is not taken for the trial.
        for end in ["-wal", "-shm"] {
            let file = bare.appendingPathComponent("trial.sqlite" + end)
            try FileManager.default.removeItem(at: file)
        }
        let found = try TrialOffice.verify(trial: bare).findings
        #expect(found.contains { $0.contains("acknowledged") }, "\(found)")
        let second = try trial.screen(try CandidateFixture.named("05"))
        #expect(second.number.hasPrefix("S-BCN-0002"))
        withExtendedLifetime((folder, other)) {}
    }
}
