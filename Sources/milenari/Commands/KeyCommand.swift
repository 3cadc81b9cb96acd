import ArgumentParser
import Foundation
import Reporting
import TrialOffice

/// The commands `milenari key …`.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Shows who can open what, gives data keys to people, and makes new ones.",
        subcommands: [List.self, Grant.self, Rotate.self, Reseal.self]
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

    /// The command `milenari key rotate`.
    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a new version of a data key, for all who are entitled and may work.",
            discussion: """
                After somebody was revoked: what is sealed from now on is shut to that person. What was \
                sealed before stays under the earlier version. Example:
                  milenari key rotate records/BEY --trial trial --user rima.bey
                """
        )

        @Argument(help: "The key's name without version, as `milenari key list` has it.")
        var key: String

        @OptionGroup var options: TrialOptions

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            try options.withSession { office, session in
                let rotated = try office.rotateKey(key, by: session, now: try Clock.now())
                try Terminal.data(
                    json ? try JSONText.encode(rotated) : KeyText([rotated]).text,
                    done: "\(key) has a new version; see `milenari key list`"
                )
            }
        }
    }

    /// The command `milenari key reseal`.
    struct Reseal: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Seals again what stands under earlier versions of a key of your site.",
            discussion: """
                After `milenari key rotate`: identities, or the candidates' keys. It can be interrupted \
                and started again. Example:
                  milenari key reseal identity/BEY --trial trial --user rima.bey
                """
        )

        @Argument(help: "identity/SITE or records/SITE of your own site.")
        var key: String

        @OptionGroup var options: TrialOptions

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            try options.withSession { office, session in
                let done = try office.resealKey(key, by: session, now: { try Clock.now() }) {
                    if $1 > 0 { Terminal.note("\($0) sealed again, \($1) left") }
                }
                try Terminal.data(
                    json
                        ? try JSONText.encode(done)
                        : "\(done.entries) sealed again; all stand under \(done.key)\n"
                            .printableLines,
                    done: "all is sealed again; nothing more needs to be done"
                )
            }
        }
    }
}
