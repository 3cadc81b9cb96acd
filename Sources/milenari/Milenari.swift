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
            error; 73 cannot create; 74 disk; 75 busy, try again; 77 not permitted.
            """,
        version: TrialOffice.program,
        subcommands: [
            TrialCommand.self, SiteCommand.self, ScreenCommand.self, EnrollCommand.self,
            AllocateCommand.self, LogCommand.self,
        ]
    )

    static func main() {
        // Whatever is written is for its owner only.
        umask(0o077)
        main(nil)
    }
}
