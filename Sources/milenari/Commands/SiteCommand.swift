import ArgumentParser
import Reporting
import TrialOffice

/// The commands `milenari site …`.
struct SiteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site",
        abstract: "Looks after sites.",
        subcommands: [
            Readiness.self, Approve.self, Activate.self, Amend.self, Suspend.self, Resume.self,
        ]
    )

    /// What an activation or an amendment did.
    static func text(_ activation: SiteActivation, _ what: String) -> String {
        var lines = [
            "\(activation.site) (\(activation.country)) \(what) with protocol"
                + " \(activation.version) from \(activation.since) on."
        ]
        lines += activation.approvals.map { "  \($0)" }
        if !activation.unverified.isEmpty {
            lines.append(
                "Nobody has verified these rules at their source: "
                    + activation.unverified.joined(separator: ", ")
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Reads `ID=DATE` or `ID=FIRSTDAY/LASTDAY`.
    static func granted(_ text: String) throws -> GrantedApproval {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            throw OfficeError(
                .badInput,
                at: "--approval",
                "this is not ID=DATE",
                remedy: "write it like trial-authority=2026-09-01"
            )
        }
        return try GrantedApproval(id: parts[0], period: parts[1])
    }

    /// The command `milenari site activate`.
    struct Activate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Activates a site, once every approval of its country is granted.",
            discussion: """
                Give each approval with its date; without any, the refusal lists what is asked for.

                Example:
                  milenari site activate BCN --trial trial --user dora.data \
                --protocol-version 1.0.0 --approval trial-authority=2026-09-01 \
                --approval ethics-committee=2026-09-01/2027-08-31
                """
        )

        @OptionGroup var adoption: AdoptionOptions

        @Option(name: .long, help: "The version of the protocol that was approved.")
        var protocolVersion: String?

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            try adoption.withApprovals { office, session, approvals, asOf in
                let activation = try office.activate(
                    adoption.site,
                    approvals: approvals,
                    version: protocolVersion,
                    by: session,
                    asOf: asOf,
                    now: try Clock.now()
                )
                try Terminal.data(
                    json
                        ? try JSONText.encode(activation)
                        : SiteCommand.text(activation, "is active").printableLines,
                    done: "\(activation.site) is active; nothing more needs to be done"
                )
            }
        }
    }
}
