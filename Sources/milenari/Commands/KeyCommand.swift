import ArgumentParser
import Foundation
import Reporting
import TrialOffice

/// The commands `milenari key …`.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Shows who can open what, and gives data keys to people.",
        subcommands: [List.self, Grant.self]
    )

    /// The command `milenari key list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the data keys: who can open each, and who lacks it.",
            discussion: """
                Needs no key. Example:
                  milenari key list --trial trial
                """
        )

        @Option(name: .long, help: "The trial folder.", completion: .directory)
        var trial: String

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            let office = try TrialOffice.open(URL(fileURLWithPath: trial))
            try TrialOptions.closing(office) {
                let keys = try office.keys()
                try Terminal.data(json ? try JSONText.encode(keys) : KeyText(keys).text)
            }
        }
    }

    /// The command `milenari key grant`.
    struct Grant: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives somebody the data keys that you hold and that belong to the role.",
            discussion: """
                Example:
                  milenari key grant nour.bey --trial trial --user rima.bey
                """
        )

        @Argument(help: "The name of the person who gets them.")
        var name: String

        @OptionGroup var options: TrialOptions

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            try options.withSession { office, session in
                let person = try office.grantKeys(to: name, by: session, now: try Clock.now())
                try Terminal.data(
                    json ? try JSONText.encode(person) : PersonText([person]).text,
                    done: "\(name) has the keys; see `milenari key list`"
                )
            }
        }
    }
}
