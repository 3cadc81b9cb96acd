import ProtocolSupport
import TestSupport
import Testing
import TrialDefinition

/// Both sides of every limit of the planned trial, as people have written them down.
struct BoundaryTests {
    private static let run = Result {
        try BoundaryRun(DefinitionFiles.plannedTrial(), BoundaryFile())
    }

    @Test func `each limit of the definition has its answers, and no other has`() throws {
        let run = try Self.run.get()
        for name in run.missing {
            Issue.record(
                """
                \(name[1]) turns at a limit that Fixtures/Boundaries.yaml does not have. Add under \
                `\(name[0])`, `\(name[1])`, with what is right on each side:
                    "\(name[2])": {below: …, at: …, above: …}
                """
            )
        }
        #expect(run.stale.isEmpty, "no limit of the definition: take them away")
        #expect(run.count > 500)
    }

    @Test func `each side of each limit is answered as written down`() throws {
        let versions = try ProtocolVersions.load(DefinitionFiles.plannedTrial())
        for check in try Self.run.get().checks {
            let definition = try #require(versions.version(check.version))
            let given = try check.given(by: definition)
            #expect(given == check.answer, "\(check)")
        }
    }
}
