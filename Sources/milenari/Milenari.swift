import ArgumentParser
import Foundation
import TrialOffice

/// The command line: reads arguments, calls the office, writes to the terminal, sets exit codes.
@main
struct Milenari: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milenari",
        abstract: "Screens, enrolls and allocates for a trial, and proves what was done.",
        discussion: """
            The first command to try needs no trial and writes nothing:

              milenari screen Fixtures/Candidates/FILE.json --protocol Protocols/MILENARI-ALL-1

            Exit codes: 0 done; 1 the answer is no (ineligible, refused, verification failed); \
            2 undetermined; 64 usage; 65 bad input; 66 not found; 67 no such user; 70 program \
            error; 73 cannot create; 74 disk or output; 75 busy, try again; 77 not permitted.
            """,
        version: TrialOffice.program,
        subcommands: [
            TrialCommand.self, ProtocolCommand.self, SiteCommand.self, ScreenCommands.self,
            WorksheetCommand.self, EnrollCommand.self, AllocateCommand.self, SubjectCommand.self,
            LabelCommand.self, LogCommand.self, SimulateCommand.self, UserCommand.self,
            KeyCommand.self,
        ]
    )

    static func main() {
        // Whatever is written is for its owner only.
        umask(0o077)
        ProcessHardening.apply()
        exit(withError: Terminal.run(parseAndRun))
    }

    /// Everything that can fail passes through here, so that nothing ends in a trap or in a text
    /// that is not ours.
    private static func parseAndRun() throws {
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch  where asksForText(error) {
            return try Terminal.data(fullMessage(for: error) + "\n")
        } catch {
            Terminal.note(fullMessage(for: error))
            throw ExitStatus.usage
        }
        do {
            try command.run()
        } catch let error as ValidationError {
            // What only a look at the files can tell to be wrong usage.
            let usage = usageString(for: type(of: command))
            Terminal.note("Error: \(error.message)\nUsage: \(usage)")
            throw ExitStatus.usage
        } catch  where asksForText(error) {
            try Terminal.data(fullMessage(for: error) + "\n")
        }
    }

    /// Whether `error` is how the parser asks for help, the version or a completion script.
    private static func asksForText(_ error: any Error) -> Bool {
        !(error is ExitCode) && exitCode(for: error) == .success
    }
}
