import Foundation
import GRDB
import TestSupport
import Testing
import TrialOffice
import TrialStore

/// What the files promise, seen from outside.
struct DurabilityTests {
    /// GRDB sets `synchronous = NORMAL` when it turns on WAL; then a power loss could undo an
    /// acknowledged enrollment.
    @Test func `every store is opened with WAL and full synchronization`() throws {
        let trial = try SampleTrial(active: [])
        let folder = TrialFolder(trial.url)
        let store = try TrialStore.open(folder, rules: NoRules())
        #expect(try store.durability() == "wal, synchronous 2")
        try store.close()
        for kind in SideKind.allCases {
            let side = try SideStore.open(folder, kind, site: "BCN")
            #expect(try side.durability() == "wal, synchronous 2")
            try side.close()
        }
    }

    @Test func `a trial is made whole or not at all`() throws {
        let folder = try TemporaryFolder()
        let url = folder.file("trial")
        let staff = try StaffMember.list(Repository.fixtures.appendingPathComponent("staff.yaml"))
        struct Interrupted: Error {}
        var asked = 0
        #expect(throws: OfficeError.self) {
            _ = try TrialOffice.found(
                TrialOffice.Founding(
                    files: try DefinitionFolder.read(Repository.trialProtocol),
                    staff: staff,
                    cost: try PassphraseCost(log2N: 14)
                ),
                at: url,
                now: try SampleTrial.moment(0),
                passphrase: { name in
                    asked += 1
                    if asked == staff.count { throw Interrupted() }
                    return try Passphrase(Array(name.utf8))
                }
            )
        }
        #expect(asked == staff.count)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    private func modes(_ url: URL) throws -> [String: String] {
        let paths = [""] + (FileManager.default.subpaths(atPath: url.path) ?? [])
        return try Dictionary(
            uniqueKeysWithValues: paths.map { path in
                let place = url.appendingPathComponent(path).path
                let attributes = try FileManager.default.attributesOfItem(atPath: place)
                let mode = try #require(attributes[.posixPermissions] as? Int)
                let type = attributes[.type] as? FileAttributeType
                return (
                    path, (type == .typeDirectory ? "folder " : "file ") + String(mode, radix: 8)
                )
            }
        )
    }

    /// The library, which leaves the process's umask alone.
    @Test func `folders are 700 and files 600, also while they are written`() throws {
        let trial = try SampleTrial(active: ["BCN"])
        try trial.allocate(candidates: ["01"])
        let open = try trial.whileUnclosed(screening: "05") { try modes(trial.url) }
        #expect(open.keys.contains("trial.sqlite-wal") && open.keys.contains("trial.sqlite-shm"))
        for (path, mode) in open.merging(try modes(trial.url), uniquingKeysWith: { $1 }) {
            #expect(["folder 700", "file 600"].contains(mode), "\(path): \(mode)")
        }
    }
}
