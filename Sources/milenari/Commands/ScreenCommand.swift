import ArgumentParser
import Foundation
import Reporting
import TrialOffice

/// The command `milenari screen`.
struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Screens a candidate's document.",
        discussion: """
            With --protocol it only answers: no keys, nothing written.

              milenari screen Fixtures/Candidates/FILE.json --protocol Protocols/MILENARI-ALL-1

            With --trial and --user the screening is recorded under a screening number.

              milenari screen FILE.json --trial trial --user ines.investigator
            """
    )

    @Argument(help: "A FHIR R4 JSON bundle with one patient.", completion: .file())
    var document: String

    @Option(name: .long, help: "A protocol folder; only answers.", completion: .directory)
    var `protocol`: String?

    @Option(
        name: .long,
        help: "With --protocol: the site by whose country's rules to screen; else the document's."
    )
    var site: String?

    @Option(name: .long, help: "The trial folder.", completion: .directory)
    var trial: String?

    @Option(name: .long, help: "Your name in the trial.")
    var user: String?

    @Option(name: .long, help: "A file whose first line is your passphrase.", completion: .file())
    var passphraseFile: String?

    @OptionGroup var day: DayOption

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func validate() throws {
        guard (`protocol` == nil) != (trial == nil) else {
            throw ValidationError("Give either --protocol DIR (only answers) or --trial DIR.")
        }
        if trial != nil, user == nil { throw ValidationError("With --trial give --user NAME.") }
        if trial != nil, site != nil { throw ValidationError("--site goes with --protocol.") }
    }

    func run() throws {
        var screening: Screening?
        try Terminal.run { screening = try answer() }
        guard let screening else { return }
        Terminal.data(
            json
                ? try JSONText.encode(screening)
                : ScreeningText(screening, style: Terminal.style).text
        )
        if screening.isIneligible { throw ExitStatus.no }
        if !screening.isEligible { throw ExitStatus.undetermined }
    }

    private func answer() throws -> Screening {
        let given = try InputFile.document(document)
        if let `protocol` {
            let files = try DefinitionFolder.read(URL(fileURLWithPath: `protocol`))
            return try TrialOffice.answer(
                given,
                definition: try TrialOffice.load(files),
                siteCode: site,
                asOf: try day.day()
            )
        }
        let office = try TrialOffice.open(URL(fileURLWithPath: trial ?? ""))
        let session = try TrialOptions.unlock(office, user ?? "", passphraseFile)
        let screening = try office.screen(
            given,
            by: session,
            asOf: try day.day(),
            now: try Clock.now()
        )
        try office.close()
        return screening
    }
}
