import ArgumentParser
import Foundation
import Reporting
import TrialOffice

/// The commands `milenari trial …`.
struct TrialCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trial",
        abstract: "Makes a trial.",
        subcommands: [Init.self]
    )

    /// The command `milenari trial init`.
    struct Init: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a trial folder from a protocol folder, with its first users.",
            discussion: """
                Example:
                  milenari trial init trial --protocol Protocols/MILENARI-ALL-1 \
                --staff Fixtures/staff.yaml --passphrases passphrases
                """
        )

        @Argument(help: "The folder to make.", completion: .directory)
        var folder: String

        @Option(name: .long, help: "The protocol folder.", completion: .directory)
        var `protocol`: String

        @Option(
            name: .long,
            help: "A YAML file with the first users: name, role, site.",
            completion: .file(extensions: ["yaml"])
        )
        var staff: String

        @Option(
            name: .long,
            help: "A folder with a passphrase file for each user; without it you are asked.",
            completion: .directory
        )
        var passphrases: String?

        @Option(
            name: .long,
            help: ArgumentHelp(
                "The cost of opening a passphrase, as a power of two.",
                visibility: .hidden
            )
        )
        var scryptLog2n: Int = 17

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            let files = try DefinitionFolder.read(URL(fileURLWithPath: `protocol`))
            let founding = TrialOffice.Founding(
                files: files,
                staff: try StaffMember.list(URL(fileURLWithPath: staff)),
                cost: try PassphraseCost(log2N: scryptLog2n)
            )
            let founded = try TrialOffice.found(
                founding,
                at: URL(fileURLWithPath: folder),
                now: try Clock.now(),
                passphrase: passphrase(of:)
            )
            try Terminal.data(
                json ? try JSONText.encode(founded) : text(founded).printableLines,
                done: "the trial is made; look at it with `milenari log verify \(folder)`"
            )
            Terminal.note(
                "Keep the fingerprint outside the trial folder: with --founder,"
                    + " `milenari log verify` shows by it that a folder is this trial."
            )
        }

        private func passphrase(of user: String) throws -> Passphrase {
            guard let passphrases else {
                return try PassphraseInput.ask("New passphrase of \(user): ")
            }
            return try PassphraseInput.read(
                URL(fileURLWithPath: passphrases).appendingPathComponent(user).path
            )
        }

        private func text(_ founded: TrialOffice.Founded) -> String {
            """
            trial            \(founded.origin)
            founder          \(founded.founder)
            fingerprint      \(founded.fingerprint)
            users            \(founded.users.joined(separator: ", "))
            sites            \(founded.sites.joined(separator: ", ")) (planned)
            seed commitment  \(founded.seedCommitment)

            """
        }
    }
}
