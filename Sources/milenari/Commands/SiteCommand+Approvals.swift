import ArgumentParser
import Foundation
import Reporting
import TrialOffice

extension SiteCommand {
    /// The command `milenari site readiness`.
    struct Readiness: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows what sites have, and what is missing, expired or unverified.",
            discussion: """
                Needs no key. Example:
                  milenari site readiness BEY --trial trial --svg readiness.svg
                """
        )

        @Argument(help: "A site's code; without it all sites.")
        var site: String?

        @Option(name: .long, help: "The trial folder.", completion: .directory)
        var trial: String

        @OptionGroup var day: DayOption

        @Option(name: .long, help: "A file for the same as a picture (SVG).", completion: .file())
        var svg: String?

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            let asOf = try day.day()
            let office = try TrialOffice.open(URL(fileURLWithPath: trial))
            try TrialOptions.closing(office) {
                let sites = try office.readiness(of: site, asOf: asOf)
                if let svg {
                    let picture = ReadinessPicture(sites, asOf: asOf.description).svg
                    try OutputFile.write(picture, to: svg, option: "--svg")
                }
                let text = ReadinessText(sites, style: Terminal.style).text
                try Terminal.data(json ? try JSONText.encode(sites) : text, done: nil)
            }
        }
    }

    /// The command `milenari site approve`.
    struct Approve: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records approvals of a site as they come in, or are renewed.",
            discussion: """
                Example:
                  milenari site approve BEY --approval ethics-committee=2026-09-01/2027-08-31 \\
                --trial trial --user dora.data
                """
        )

        @Argument(help: "The site's code, for example BCN.")
        var site: String

        @OptionGroup var options: TrialOptions

        @Option(name: .long, help: "An approval, as ID=DATE or ID=FIRSTDAY/LASTDAY. Repeat.")
        var approval: [String]

        func run() throws {
            let approvals = try approval.map(SiteCommand.granted)
            try options.withSession { office, session in
                try office.recordApprovals(approvals, at: site, by: session, now: Clock.now())
                try Terminal.data(
                    "Recorded for \(site): \(approvals.map(\.id).joined(separator: ", ")).\n",
                    done: "the approvals are recorded; nothing more needs to be done"
                )
            }
        }
    }

    /// The command `milenari site amend`.
    struct Amend: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts an amendment of the protocol in force at a site.",
            discussion: """
                Example:
                  milenari site amend BEY --protocol-version 1.1.0 --trial trial --user dora.data \\
                --approval ethics-committee=2026-12-01 --approval trial-authority=2026-12-08
                """
        )

        @OptionGroup var adoption: AdoptionOptions

        @Option(name: .long, help: "The version of the protocol that was approved.")
        var protocolVersion: String

        func run() throws {
            try adoption.withApprovals { office, session, approvals, asOf in
                let amended = try office.amend(
                    adoption.site,
                    approvals: approvals,
                    version: protocolVersion,
                    by: session,
                    asOf: asOf,
                    now: try Clock.now()
                )
                try Terminal.data(
                    SiteCommand.text(amended, "works").printableLines
                        + "See whose answer changes: `milenari screen review`.\n",
                    done: "the amendment is in force; nothing more needs to be done"
                )
            }
        }
    }
}
