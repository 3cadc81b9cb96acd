import ArgumentParser
import Foundation
import Reporting
import TrialOffice

extension ProtocolCommand {
    /// The command `milenari protocol check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Finds mistakes in a definition before a patient comes.",
            discussion: """
                Protocols that share a library are given together, so that what one of them uses \
                of it counts as used.

                Exit codes: 0 clean, or only warnings; 1 an error was found (with --strict also a \
                warning); 65 a definition cannot be loaded.
                """
        )

        @Argument(help: "Protocol folders.", completion: .directory)
        var folders: [String] = []

        @Flag(name: .long, help: "List the rules, and check nothing.")
        var rules = false

        @Flag(name: .long, help: "Let warnings count as errors.")
        var strict = false

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func validate() throws {
            guard rules == folders.isEmpty else {
                throw ValidationError("Give either protocol folders or --rules.")
            }
        }

        func run() throws {
            if rules { return try Terminal.data(ProtocolCheckText.rules(Terminal.style)) }
            let files = try folders.map { try DefinitionFolder.read(URL(fileURLWithPath: $0)) }
            let checks = TrialOffice.check(files)
            try Terminal.data(
                json
                    ? try JSONText.encode(checks)
                    : ProtocolCheckText(checks, style: Terminal.style).text
            )
            if checks.contains(where: { !$0.isLoadable }) { throw ExitStatus.badInput }
            let errors = checks.map { $0.count(.error) }.reduce(0, +)
            let warnings = checks.map { $0.count(.warning) }.reduce(0, +)
            if errors > 0 || strict && warnings > 0 { throw ExitStatus.no }
        }
    }
}
