import ArgumentParser
import Foundation
import Reporting
import TrialOffice

/// The commands `milenari protocol …`.
struct ProtocolCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protocol",
        abstract: "Looks after the protocol and its amendments.",
        subcommands: [Check.self, Diff.self, Amend.self]
    )

    /// The command `milenari protocol diff`.
    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows what one version of the protocol asks differently from another.",
            discussion: """
                Example:
                  milenari protocol diff 1.0.0 1.1.0 --protocol Protocols/MILENARI-ALL-1

                With --trial it also tells which version is in force at which site. Needs no key.
                """
        )

        @Argument(help: "The earlier version, for example 1.0.0.")
        var before: String

        @Argument(help: "The later version, for example 1.1.0.")
        var after: String

        @Option(name: .long, help: "A protocol folder.", completion: .directory)
        var `protocol`: String?

        @Option(name: .long, help: "A trial folder.", completion: .directory)
        var trial: String?

        @OptionGroup var day: DayOption

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func validate() throws {
            guard (`protocol` == nil) != (trial == nil) else {
                throw ValidationError("Give either --protocol DIR or --trial DIR.")
            }
        }

        func run() throws {
            let shown = try trial.map(ofTrial) ?? ofFolder(`protocol` ?? "")
            try Terminal.data(json ? try shown.json : shown.text, done: nil)
        }

        private func ofFolder(_ path: String) throws -> ProtocolDifferenceText {
            let files = try DefinitionFolder.read(URL(fileURLWithPath: path))
            let difference = try TrialOffice.difference(
                before,
                after,
                in: try TrialOffice.load(files)
            )
            return ProtocolDifferenceText(difference, sites: [], style: Terminal.style)
        }

        private func ofTrial(_ path: String) throws -> ProtocolDifferenceText {
            let asOf = try day.day()
            let office = try TrialOffice.open(URL(fileURLWithPath: path))
            return try TrialOptions.closing(office) {
                let sites = try office.readiness(of: nil, asOf: asOf).filter(\.isPartner)
                return ProtocolDifferenceText(
                    try TrialOffice.difference(before, after, in: office.versions),
                    sites: sites.map(Self.line),
                    style: Terminal.style
                )
            }
        }

        private static func line(_ site: SiteReadiness) -> String {
            guard let last = site.versions.last else { return "\(site.site)  none yet" }
            return "\(site.site)  \(last.version) from \(last.since) on"
        }
    }

    /// The command `milenari protocol amend`.
    struct Amend: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Brings the amendments of a protocol folder into the trial.",
            discussion: """
                Nothing changes at a site before `milenari site amend`.

                Example:
                  milenari protocol amend Protocols/MILENARI-ALL-1 --trial trial --user dora.data
                """
        )

        @Argument(help: "The protocol folder.", completion: .directory)
        var folder: String

        @OptionGroup var options: TrialOptions

        func run() throws {
            let files = try DefinitionFolder.read(URL(fileURLWithPath: folder))
            try options.withSession { office, session in
                let new = try office.amendProtocol(with: files, by: session, now: Clock.now())
                try Terminal.data(
                    "The trial now has version \(new.joined(separator: ", ")).\n"
                        + "It comes into force at a site with `milenari site amend SITE"
                        + " --protocol-version \(new[new.count - 1])`.\n",
                    done: "the amendment is in the trial; nothing more needs to be done"
                )
            }
        }
    }
}
