import ArgumentParser
import Foundation

/// Runs a public test suite in its own file format.
///
/// Called by `Scripts/conformance`, which says where the suites come from.
@main
struct Conformance: ParsableCommand {
    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case cql, ucum, wycheproof, merkle
    }

    static let configuration = CommandConfiguration(
        commandName: "Scripts/conformance",
        abstract: "Runs a public test suite in its own file format, from any folder.",
        discussion: """
            The suites are not part of this repository:

              cql         HL7 cql-tests (tests/cql), *.xml
              ucum        the UCUM functional tests, *.xml
              wycheproof  C2SP Wycheproof (testvectors_v1), *_test.json
              merkle      transparency-dev/merkle (testdata), *.json

            The last line is "N passed, N failed, N skipped". The exit code is 0 when all passed, \
            1 when one failed, 65 when the folder holds no case.
            """
    )

    @Argument(help: "cql, ucum, wycheproof or merkle.")
    var suite: Kind

    @Argument(help: "The folder with the files of the suite.")
    var folder: String

    @Flag(help: "A line for each case that fails or is skipped.")
    var verbose = false

    @Flag(
        help: "Exit with 0 when only cases fail that other cases of the same suite contradict."
    )
    var exceptContradictions = false

    func run() throws {
        var tally = Tally(isVerbose: verbose)
        do {
            let files = try SuiteFiles(URL(filePath: folder))
            switch suite {
            case .cql: try CQLSuite.run(files, &tally)
            case .ucum: try UCUMSuite.run(files, &tally)
            case .wycheproof: try WycheproofSuite.run(files, &tally)
            case .merkle: try MerkleSuite.run(files, &tally)
            }
        } catch let error as SuiteError {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode(65)
        }
        guard tally.count > 0 else {
            FileHandle.standardError.write(Data("\(folder) holds no case of this suite\n".utf8))
            throw ExitCode(65)
        }
        print(tally.summary)
        let excused = exceptContradictions ? tally.contradicted : 0
        if tally.failed > excused { throw ExitCode(1) }
    }
}
