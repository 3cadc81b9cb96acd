import ArgumentParser
import Reporting
import TrialOffice

extension SubjectCommand {
    /// The command `milenari subject transfer`.
    struct Transfer: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Offers a subject to another site, which has to accept.",
            discussion: """
                For a coordinator of the subject's site, which may be suspended. A later offer \
                takes the place of an open one. Example:
                  milenari subject transfer BEY-7K4M-9QXR --to ROM --reason war --trial trial \
                --user rima.bey
                """
        )

        @Argument(help: "The subject's pseudonym.")
        var subject: String

        @Option(name: .long, help: "The code of the site that takes the subject over.")
        var to: String

        @Option(
            name: .long,
            help: "Why: \(TransferReason.words).",
            transform: TransferReason.read
        )
        var reason: TransferReason

        @OptionGroup var options: TrialOptions

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            try options.withSession { office, session in
                let offer = try office.offerTransfer(
                    of: subject,
                    to: to,
                    reason: reason,
                    by: session,
                    now: try Clock.now()
                )
                try Terminal.data(
                    json ? try JSONText.encode(offer) : TransferText.text(offer),
                    done: "the transfer is offered; \(offer.to) accepts it with"
                        + " `milenari subject accept \(offer.subject)`"
                )
            }
        }
    }

    /// The command `milenari subject accept`.
    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes over a subject whom another site has offered to yours.",
            discussion: """
                For a coordinator who was there when it was offered. Pseudonym, stratum and \
                allocation stay. Example:
                  milenari subject accept BEY-7K4M-9QXR --trial trial --user elena.rom
                """
        )

        @Argument(help: "The subject's pseudonym.")
        var subject: String

        @OptionGroup var options: TrialOptions

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            try options.withSession { office, session in
                let accepted = try office.acceptTransfer(
                    of: subject,
                    by: session,
                    now: try Clock.now()
                )
                try Terminal.data(
                    json ? try JSONText.encode(accepted) : TransferText.text(accepted),
                    done: "\(accepted.subject) is at \(accepted.site);"
                        + " see `milenari subject list --site \(accepted.site)`"
                )
            }
        }
    }
}
