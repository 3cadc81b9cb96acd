import ProtocolSupport
import TestSupport
import Testing
import TrialDefinition

/// A sample of what `Scripts/mutate` does in full.
struct MutationTests {
    private static let mutants = Result {
        try MutantMaker.mutants(of: DefinitionFiles.plannedTrial())
    }

    @Test func `a small change of the protocol is noticed by a candidate or a boundary`() throws {
        let files = try DefinitionFiles.plannedTrial()
        let equivalent = try EquivalentMutants()
        let own = try Self.mutants.get().filter {
            $0.path.hasPrefix(files.protocolFolder + "/") && !equivalent.contains($0)
        }
        let sample = MutantMaker.sample(own, 12, seed: 4)
        let judge = try MutationJudge(
            files,
            rows: sample.reduce(into: []) { $0.formUnion($1.rows) }
        )
        for mutant in sample {
            #expect(judge.outcome(of: mutant) != .survived, "\(mutant)")
        }
    }

    @Test func `every kind of token is changed`() throws {
        let mutants = try Self.mutants.get()
        for before in [
            "<", "<=", ">", ">=", "=", "~", "and", "or", "not", "exists", "is", "days", "hours",
            "weeks", "months", "28", "'kg'", "inclusion",
        ] {
            #expect(mutants.contains { $0.before == before }, "\(before)")
        }
        #expect(Set(mutants.map(\.path)).isSuperset(of: Self.ownFiles))
    }

    private static let ownFiles: Set = [
        "MILENARI-ALL-1/criteria.cql", "MILENARI-ALL-1/protocol.yaml",
        "MILENARI-ALL-1/amendments/1.1.0/amendment.cql",
        "MILENARI-ALL-1/amendments/1.1.0/amendment.yaml",
    ]

    @Test func `what is listed as equivalent is still a mutant`() throws {
        #expect(try EquivalentMutants().stale(besides: Self.mutants.get()).isEmpty)
    }
}
