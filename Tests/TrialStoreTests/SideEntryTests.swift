import AuditLog
import Cryptography
import Foundation
import TestSupport
import Testing
import TrialOffice
import TrialStore

/// Entries of side files are replaced and destroyed as the trial file decides, and what is gone is
/// gone from the disk.
struct SideEntryTests {
    private static let sample = Result {
        let trial = try SampleTrial(active: ["BCN"])
        return (trial: trial, subject: try trial.enroll(candidate: "04"))
    }

    private static let path = "vaults/BCN.sqlite"

    private struct Interruption: Error {}

    /// A copy of the sample, with the keys of its coordinator.
    private func withCopy(
        _ body: (TrialStore, URL, String, borrowing UserKeys) throws -> Void
    ) throws {
        let (trial, subject) = try Self.sample.get()
        let (folder, copy) = try trial.copy()
        let store = try TrialStore.open(TrialFolder(copy), rules: NoRules())
        let user = try #require(try store.read { try $0.user("marta.bcn") })
        let keys = try SealedUserKeys(encoded: user.sealedKeys).open(
            passphrase: SecretBytes(copying: Array("marta.bcn".utf8)),
            user: "marta.bcn",
            trial: store.origin
        )
        try body(store, copy, subject, keys)
        try store.close()
        withExtendedLifetime(folder) {}
    }

    /// Writes an entry of the vault in place of the one that is there; nil destroys it.
    private func write(
        _ sealed: [UInt8]?,
        _ subject: String,
        _ store: TrialStore,
        _ keys: borrowing UserKeys,
        meanwhile: () throws -> Void = {}
    ) throws {
        try store.write(signedBy: "marta.bcn", with: keys.signing) { writer in
            var rows = TrialWriter.Rows()
            rows.entries = [SideEntry(kind: .vault, site: "BCN", id: subject, sealed: sealed)]
            for entry in rows.entries { try writer.put(entry) }
            try meanwhile()
            _ = try writer.append(
                EventDraft(
                    who: "marta.bcn",
                    role: "coordinator",
                    site: "BCN",
                    when: try #require(Timestamp(millisecondsSince1970: 1_795_254_100_000)),
                    kind: "identity.opened",
                    subject: subject,
                    program: "test"
                ),
                writing: rows,
                signedWith: keys.signing
            )
        }
    }

    private func read(_ subject: String, _ store: TrialStore) throws -> [UInt8]? {
        let side = try SideStore.open(store.folder, .vault, site: "BCN")
        defer { try? side.close() }
        return try store.read { try $0.sealed(subject, in: side) }
    }

    private func expectSound(_ copy: URL, notes: Int = 0) throws {
        let report = try TrialVerifier.verify(TrialFolder(copy), rules: NoRules())
        #expect(report.findings.isEmpty, "\(report.findings)")
        #expect(report.notes.count == notes, "\(report.notes)")
    }

    /// Whether `bytes` stand in the vault or in its write-ahead log.
    private func stands(_ bytes: [UInt8], in copy: URL) -> Bool {
        ["", "-wal"].contains { suffix in
            let file = copy.appendingPathComponent(Self.path + suffix)
            guard let data = FileManager.default.contents(atPath: file.path) else { return false }
            return data.range(of: Data(bytes)) != nil
        }
    }

    private func copyVault(_ from: URL, _ to: URL) throws {
        for suffix in ["", "-wal"] {
            let source = from.appendingPathComponent(Self.path + suffix)
            let target = to.appendingPathComponent(Self.path + suffix)
            try? FileManager.default.removeItem(at: target)
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try FileManager.default.copyItem(at: source, to: target)
        }
    }

    @Test func `an entry is replaced, and nothing of the old one is left on the disk`() throws {
        try withCopy { store, copy, subject, keys in
            let old = try #require(try read(subject, store))
            let new = (0..<old.count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            try write(new, subject, store, keys)
            #expect(try read(subject, store) == new)
            #expect(!stands(Array(old.suffix(48)), in: copy))
            #expect(store.warningTexts.isEmpty)
            try expectSound(copy)
        }
    }

    @Test func `an entry is destroyed for good`() throws {
        try withCopy { store, copy, subject, keys in
            let old = try #require(try read(subject, store))
            #expect(stands(Array(old.suffix(48)), in: copy), "else nothing is tested")
            let backup = try TemporaryFolder()
            try copyVault(copy, backup.url)
            try write(nil, subject, store, keys)
            #expect {
                _ = try read(subject, store)
            } throws: { error in
                if case .erased = error as? TrialStoreError { true } else { false }
            }
            #expect(!stands(Array(old.suffix(48)), in: copy))
            try expectSound(copy)
            // A backup of the vault brings the bytes back, but nobody takes them for an entry.
            try copyVault(backup.url, copy)
            #expect(throws: TrialStoreError.self) { _ = try read(subject, store) }
            let report = try TrialVerifier.verify(TrialFolder(copy), rules: NoRules())
            #expect(report.notes.contains { $0.contains("was destroyed") }, "\(report.notes)")
        }
    }

    @Test func `without a commit the old entry stays, and the new one goes`() throws {
        try withCopy { store, copy, subject, keys in
            let old = try #require(try read(subject, store))
            let lost = [UInt8](repeating: 0xAB, count: 64)
            for (attempt, notes) in [(nil, 0), (lost, 1)] {
                #expect(throws: Interruption.self) {
                    try write(attempt, subject, store, keys) { throw Interruption() }
                }
                #expect(try read(subject, store) == old)
                try expectSound(copy, notes: notes)
            }
            let new = [UInt8](repeating: 0xCD, count: 64)
            try write(new, subject, store, keys)
            #expect(try read(subject, store) == new)
            #expect(!stands(lost, in: copy))
            try expectSound(copy)
        }
    }

    /// The state in which a command leaves the vault that is killed after the commit.
    @Test(arguments: [[UInt8](repeating: 0xCD, count: 64), nil])
    func `what a killed command did not delete, the next one deletes`(_ sealed: [UInt8]?) throws {
        try withCopy { store, copy, subject, keys in
            let old = try #require(try read(subject, store))
            let state = try TemporaryFolder()
            try write(sealed, subject, store, keys) { try copyVault(copy, state.url) }
            try copyVault(state.url, copy)
            #expect(stands(Array(old.suffix(48)), in: copy), "else nothing is tested")
            #expect((try? read(subject, store)) == sealed)
            try expectSound(copy, notes: 1)
            try write([UInt8](repeating: 0xEF, count: 64), "BCN-0000-0000", store, keys)
            #expect((try? read(subject, store)) == sealed)
            #expect(!stands(Array(old.suffix(48)), in: copy))
            try expectSound(copy)
        }
    }
}
