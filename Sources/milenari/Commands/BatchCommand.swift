import ArgumentParser
import Foundation
import Reporting
import TrialOffice

/// The command `milenari screen batch`.
struct BatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batch",
        abstract: "Screens many documents; only answers, and nothing is written.",
        discussion: """
            Takes a folder of documents (JSON, CSV, worksheets), an NDJSON file with a bundle in \
            each line, or a CSV table with many candidates. A document that cannot be read is told, \
            and the others are answered all the same. Exit codes: 0 all were answered, whatever the \
            answers; 65 at least one could not be read.

            Example:
              milenari screen batch Fixtures/Candidates --protocol Protocols/MILENARI-ALL-1
            """
    )

    @Argument(help: "A folder, an NDJSON file, or a CSV table.", completion: .file())
    var documents: String

    @Option(name: .long, help: "The protocol folder.", completion: .directory)
    var `protocol`: String

    @Option(name: .long, help: "The version to screen by; else the newest one of that day.")
    var protocolVersion: String?

    @Option(name: .long, help: "The site by whose country's rules to screen; else each document's.")
    var site: String?

    @OptionGroup var day: DayOption

    @OptionGroup var choice: LanguageOption

    @Flag(name: .long, help: "Print a line of JSON for each document.")
    var json = false

    func run() throws {
        let asOf = try day.day()
        let files = try DefinitionFolder.read(URL(fileURLWithPath: `protocol`))
        let versions = try TrialOffice.load(files)
        let definition = try TrialOffice.version(protocolVersion, of: versions, on: asOf)
        let wording = choice.wording(versions, definition, files)
        let source = try DocumentSource(documents, definition)
        var batch = BatchScreening(definition, siteCode: site, asOf: asOf)
        var progress = ProgressLine()
        var refused = 0
        try source.forEach { given, name in
            let screened: ScreenedDocument
            do {
                screened = try batch.answer(try given.get())
            } catch let error as OfficeError {
                screened = ScreenedDocument(document: name, refused: error)
                refused += 1
            }
            let text = BatchText(screened, style: Terminal.style, in: wording).text
            try Terminal.data(
                json ? try JSONText.encodeLine(screened, in: wording) : text
            )
            progress.advance()
        }
        progress.clear()
        Terminal.note("\(progress.count) documents, \(refused) of them could not be read.")
        if refused > 0 { throw ExitStatus.badInput }
    }
}
