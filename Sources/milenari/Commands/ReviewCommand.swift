import ArgumentParser
import Reporting
import TrialOffice

/// The command `milenari screen review`.
struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract:
            "Lists your site's screenings in progress that another version answers otherwise.",
        discussion: """
            Example:
              milenari screen review --protocol-version 1.1.0 --trial trial --user ines.investigator
            """
    )

    @OptionGroup var options: TrialOptions

    @Option(name: .long, help: "The version by which they are answered; else the newest.")
    var protocolVersion: String?

    @OptionGroup var day: DayOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() throws {
        let asOf = try day.day()
        try options.withSession { office, session in
            let review = try office.review(by: protocolVersion, for: session, asOf: asOf)
            let text = ReviewText(review, style: Terminal.style).text
            try Terminal.data(json ? try JSONText.encode(review) : text, done: nil)
        }
    }
}
