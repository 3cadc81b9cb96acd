import ArgumentParser
import Foundation
import Reporting
import TrialOffice

/// The commands `milenari user …`.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user",
        abstract: "Adds people to a trial, suspends and revokes them.",
        subcommands: [
            Add.self, Suspend.self, Resume.self, Revoke.self, ChangePassphrase.self, List.self,
        ]
    )

    /// The command `milenari user add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds somebody, who gets data keys from those who hold them.",
            discussion: """
                For custodians. Afterwards somebody who holds the keys gives them with \
                `milenari key grant`. Example:
                  milenari user add nour.bey --role coordinator --site BEY --trial trial \
                --user ana.custodian
                """
        )

        @Argument(help: "The person's name in the trial; it is never used again.")
        var name: String

        @Option(
            name: .long,
            help: "One of: \(Role.allCases.map(\.rawValue).joined(separator: ", "))."
        )
        var role: String

        @Option(name: .long, help: "The site's code, for roles at a site.")
        var site: String?

        @OptionGroup var new: NewPassphraseOptions
        @OptionGroup var options: TrialOptions

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            guard let role = Role(rawValue: role) else {
                throw ValidationError(
                    "The role is one of \(Role.allCases.map(\.rawValue).joined(separator: ", "))."
                )
            }
            let member = try StaffMember(name: name, role: role, site: site)
            try options.withSession { office, session in
                let person = try office.add(
                    member,
                    passphrase: try new.read(name),
                    cost: try new.cost,
                    by: session,
                    now: try Clock.now()
                )
                try Terminal.data(
                    json ? try JSONText.encode(person) : PersonText([person]).text,
                    done: "\(name) is added; see `milenari user list`"
                )
                if !person.missing.isEmpty {
                    Terminal.note(
                        "Let somebody who holds the keys run `milenari key grant \(name)`."
                    )
                }
            }
        }
    }

    /// The command `milenari user passphrase`.
    struct ChangePassphrase: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "passphrase",
            abstract: "Chooses another passphrase for yourself.",
            discussion: """
                The keys stay the same: where a passphrase became known to somebody, let a custodian \
                revoke the user instead, and add the person anew. Example:
                  milenari user passphrase --trial trial --user ines.investigator
                """
        )

        @OptionGroup var new: NewPassphraseOptions
        @OptionGroup var options: TrialOptions

        func run() throws {
            try options.withSession { office, session in
                try office.changePassphrase(
                    try new.read(options.user),
                    cost: try new.cost,
                    by: session,
                    now: try Clock.now()
                )
                try Terminal.data(
                    "The passphrase of \(options.user) is changed.\n",
                    done: "the passphrase is changed; nothing more needs to be done"
                )
            }
        }
    }

    /// The command `milenari user list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists who works with a trial, or did, and which data keys they hold.",
            discussion: """
                Needs no key. Example:
                  milenari user list --trial trial
                """
        )

        @Option(name: .long, help: "The trial folder.", completion: .directory)
        var trial: String

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            let office = try TrialOffice.open(URL(fileURLWithPath: trial))
            try TrialOptions.closing(office) {
                let people = try office.people()
                try Terminal.data(json ? try JSONText.encode(people) : PersonText(people).text)
            }
        }
    }
}
