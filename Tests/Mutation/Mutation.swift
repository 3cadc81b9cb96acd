import ArgumentParser
import Foundation
import ProtocolSupport
import TestSupport
import TrialDefinition
import TrialOffice

/// The command behind `Scripts/mutate`.
@main
struct Mutation: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutation",
        abstract: "Tests the tests of a protocol.",
        subcommands: [Limits.self, Mutate.self]
    )
}

/// Lists the limits of a protocol as they stand in `Fixtures/Boundaries.yaml`.
struct Limits: ParsableCommand {
    @Argument(help: "The protocol folder.")
    var folder = Repository.trialProtocol.path

    func run() throws {
        let files = try DefinitionFolder.read(URL(fileURLWithPath: folder))
        for version in try DecisionLimits.versions(of: files) {
            print("\(version.version):")
            var row = ""
            for limit in version.all where version.isToBeTested(limit) {
                if limit.row != row {
                    row = limit.row
                    print("  \(row):")
                }
                print("    \(limit):")
            }
        }
    }
}

/// Runs the expected answers against every mutant.
struct Mutate: ParsableCommand {
    @Argument(help: "The protocol folder.")
    var folder: String

    @Option(help: "Only mutants in files whose path contains this.")
    var path = ""

    @Option(help: "Only every so many mutants.")
    var every = 1

    @Flag(help: "Also print the mutants that are caught.")
    var verbose = false

    func run() throws {
        let files = try DefinitionFolder.read(URL(fileURLWithPath: folder))
        let judge = try MutationJudge(files)
        let equivalent = try EquivalentMutants()
        let wanted = try MutantMaker.mutants(of: files).filter {
            path.isEmpty || $0.path.contains(path)
        }
        let all = wanted.filter { !equivalent.contains($0) }
        FileHandle.standardError.write(
            Data("\(judge.count) candidates, \(all.count) mutants\n".utf8)
        )
        var tally = MutationTally()
        for (number, mutant) in all.enumerated() where number.isMultiple(of: every) {
            let outcome = judge.outcome(of: mutant)
            tally.note(mutant, outcome)
            switch outcome {
            case .survived: print("survived  \(mutant)")
            case .caught(let by) where verbose: print("caught    \(mutant)  by \(by)")
            case .refused(let rule) where verbose: print("refused   \(mutant)  [\(rule)]")
            default: break
            }
        }
        print(tally)
        print("\(wanted.count - all.count) more are listed as equivalent")
    }
}
