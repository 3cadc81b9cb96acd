import ArgumentParser
import TrialOffice

/// The command `milenari screen close`.
struct CloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Notes why a screened candidate is not enrolled.",
        discussion: """
            For the screening log. Who comes back is screened again with --again.

            Example:
              milenari screen close S-BCN-0001-2H --reason declined --trial trial \
            --user ines.investigator
            """
    )

    @Argument(help: "The number of the candidate's newest screening.")
    var screening: String

    @Option(
        name: .long,
        help: "Why: \(NotEnrolledReason.words).",
        transform: NotEnrolledReason.read
    )
    var reason: NotEnrolledReason

    @OptionGroup var options: TrialOptions

    func run() throws {
        try options.withSession { office, session in
            let number = try office.closeScreening(
                screening,
                reason: reason,
                by: session,
                now: try Clock.now()
            )
            try Terminal.data(
                "\(number) is closed: \(reason.rawValue)\n",
                done: "the screening is closed; nothing more needs to be done"
            )
        }
    }
}
