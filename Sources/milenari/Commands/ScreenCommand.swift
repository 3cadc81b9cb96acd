import ArgumentParser
import Foundation
import Reporting
import TrialDefinition
import TrialOffice

/// The commands `milenari screen …`.
struct ScreenCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "screen",
        abstract: "Screens a candidate's document; reviews screenings after an amendment.",
        discussion: """
            milenari screen FILE.json is short for milenari screen candidate FILE.json.
            """,
        subcommands: [
            ScreenCommand.self, BatchCommand.self, ReviewCommand.self, ScreeningLogCommand.self,
            FlowCommand.self, CloseCommand.self,
        ],
        defaultSubcommand: ScreenCommand.self
    )
}

/// The command `milenari screen candidate`.
struct ScreenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidate",
        abstract: "Screens a candidate's document.",
        discussion: """
            With --protocol it only answers: no keys, nothing written.

              milenari screen Fixtures/Candidates/FILE.json --protocol Protocols/MILENARI-ALL-1

            With --trial and --user the screening is recorded under a screening number.

              milenari screen FILE.json --trial trial --user ines.investigator

            Whom the site has screened before, name by any earlier number: the screenings are kept
            as those of one candidate, and only the newest can lead to an enrollment. The very
            same file is recognized without it.

              milenari screen FILE.json --again S-BCN-0001-2H --trial trial \
            --user ines.investigator

            A report in another language, as a page to print and sign:

              milenari screen FILE.json --protocol DIR --language ar --format html --output FILE.html

            With --against it answers for every trial of a folder, the best match first, and writes
            nothing. The exit code is that of the best match. A consent that nobody has asked for
            yet is told, and counts neither as open nor as failed.

              milenari screen FILE.json --against Protocols/Published
            """
    )

    @Argument(
        help: "A FHIR R4 JSON bundle, a CSV table or a worksheet of one candidate.",
        completion: .file()
    )
    var document: String

    @Option(name: .long, help: "A protocol folder; only answers.", completion: .directory)
    var `protocol`: String?

    @Option(
        name: .long,
        help: "A folder of protocol folders; only answers, for each of them.",
        completion: .directory
    )
    var against: String?

    @Option(
        name: .long,
        help: "With --trial: a number under which the same candidate was screened before."
    )
    var again: String?

    @Option(
        name: .long,
        help: "With --protocol: the site by whose country's rules to screen; else the document's."
    )
    var site: String?

    @Option(
        name: .long,
        help: "With --protocol: the version to screen by; else the newest one of that day."
    )
    var protocolVersion: String?

    @Option(name: .long, help: "The trial folder.", completion: .directory)
    var trial: String?

    @Option(name: .long, help: "Your name in the trial.")
    var user: String?

    @Option(name: .long, help: "A file whose first line is your passphrase.", completion: .file())
    var passphraseFile: String?

    @OptionGroup var day: DayOption

    @Option(
        name: .long,
        help: "Also look this many days ahead: when would the candidate be eligible?"
    )
    var horizon: Int?

    @Option(
        name: .long,
        help: "With --horizon: a file for the days ahead as a picture (SVG).",
        completion: .file()
    )
    var svg: String?

    @OptionGroup var form: ReportOptions

    func validate() throws {
        if against != nil, form.isForOne {
            throw ValidationError(
                "--language, --output, --format markdown and --format html go with one trial."
            )
        }
        guard [`protocol`, trial, against].count(where: { $0 != nil }) == 1 else {
            throw ValidationError(
                "Give one of --protocol DIR, --against DIR (only answers) and --trial DIR."
            )
        }
        if trial != nil, user == nil { throw ValidationError("With --trial give --user NAME.") }
        if again != nil, trial == nil { throw ValidationError("--again goes with --trial.") }
        if against != nil, horizon != nil {
            throw ValidationError("--horizon goes with --protocol or --trial.")
        }
        if svg != nil, horizon == nil { throw ValidationError("--svg goes with --horizon.") }
        if `protocol` == nil, site != nil || protocolVersion != nil {
            throw ValidationError("--site and --protocol-version go with --protocol.")
        }
    }

    private func draw(_ screening: Screening) throws {
        guard let svg, let calendar = screening.calendar else { return }
        try OutputFile.write(CalendarPicture(calendar).svg, to: svg, option: "--svg")
    }

    func run() throws {
        let given = try InputFile.document(document)
        let asOf = try day.day()
        if let `protocol` {
            let files = try DefinitionFolder.read(URL(fileURLWithPath: `protocol`))
            let versions = try TrialOffice.load(files)
            let definition = try TrialOffice.version(protocolVersion, of: versions, on: asOf)
            return try show(
                try TrialOffice.answer(
                    given,
                    definition: definition,
                    siteCode: site,
                    asOf: asOf,
                    horizon: horizon
                ),
                by: versions,
                files,
                done: nil
            )
        }
        if let against { return try match(given, against, asOf) }
        let office = try TrialOffice.open(URL(fileURLWithPath: trial ?? ""))
        try requireReadable(given, office, asOf)
        let session = try TrialOptions.unlock(office, user ?? "", passphraseFile)
        try TrialOptions.closing(office) {
            let now = try Clock.now()
            let screening = try office.screen(
                given,
                again: again,
                by: session,
                asOf: asOf,
                horizon: horizon,
                now: now
            )
            try show(
                screening,
                by: office.versions,
                office.files,
                done: "the screening is recorded as \(screening.number); with --protocol DIR"
                    + " --site \(screening.site) the same document is answered once more, and"
                    + " nothing is recorded"
            )
        }
    }

    /// Answers for every trial of a folder.
    private func match(_ given: GivenDocument, _ folder: String, _ asOf: Day) throws {
        let definitions = try DefinitionFolder.readAll(URL(fileURLWithPath: folder))
            .map { try TrialOffice.version(nil, of: TrialOffice.load($0), on: asOf) }
        let matching = try TrialOffice.match(given, definitions: definitions, asOf: asOf)
        try Terminal.data(
            form.isJSON
                ? try JSONText.encode(matching)
                : MatchText(matching, style: Terminal.style).text
        )
        if matching.isIneligible { throw ExitStatus.no }
        if !matching.isEligible { throw ExitStatus.undetermined }
    }

    /// Nobody has to type a passphrase for a document that cannot be taken in.
    private func requireReadable(
        _ given: GivenDocument,
        _ office: TrialOffice,
        _ asOf: Day
    ) throws {
        do throws(OfficeError) {
            let definition = office.definition
            _ = try TrialOffice.answer(given, definition: definition, siteCode: nil, asOf: asOf)
        } catch {
            // Whatever else stands in the way is told in the order of the office's own checks.
            if error.code == .badInput { throw error }
        }
    }

    /// Writes the answers; the verdict becomes the exit code.
    private func show(
        _ screening: Screening,
        by versions: ProtocolVersions,
        _ files: DefinitionFiles,
        done: String?
    ) throws {
        try draw(screening)
        let version = versions.version(screening.protocolVersion) ?? versions.first
        let wording = form.wording(versions, version, files)
        try form.write(try form.text(of: screening, in: wording), done: done)
        if screening.isIneligible { throw ExitStatus.no }
        if !screening.isEligible { throw ExitStatus.undetermined }
    }
}
