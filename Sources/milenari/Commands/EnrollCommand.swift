import ArgumentParser
import Reporting
import TrialOffice

/// The command `milenari enroll`.
struct EnrollCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enroll",
        abstract: "Enrolls a screened candidate under a pseudonym.",
        discussion: """
            Needs an eligible screening, and the same document once more: the identity goes from \
            it to the site's vault, and nowhere else. Prints the pseudonym.

            Example:
              milenari enroll S-BCN-0001-K7 candidate.json --trial trial --user carla.coordinator
            """
    )

    @Argument(help: "The screening number.")
    var screening: String

    @Argument(help: "The document that was screened.", completion: .file())
    var document: String

    @OptionGroup var options: TrialOptions

    @OptionGroup var day: DayOption

    @Option(
        name: .long,
        help: "Why a child who may be enrolled already is another child. It is sealed."
    )
    var differentChild: String?

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() throws {
        let request = TrialOffice.EnrollmentRequest(
            screening: screening,
            document: try InputFile.document(document),
            asOf: try day.day(),
            differentChild: differentChild
        )
        try options.withSession { office, session in
            let enrollment = try office.enroll(request, by: session, now: try Clock.now())
            try Terminal.data(
                json ? try JSONText.encode(enrollment) : enrollment.subject + "\n",
                done: "the candidate is enrolled as \(enrollment.subject); the same command,"
                    + " run again, names the pseudonym and enrolls nobody"
            )
            Terminal.note(
                "Enrolled from \(enrollment.screening), stratum \(enrollment.stratum). "
                    + "Write the pseudonym on every tube and form."
            )
        }
    }
}
