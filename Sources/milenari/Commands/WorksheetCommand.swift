import ArgumentParser
import Foundation
import Reporting
import TrialOffice

/// The commands `milenari worksheet …`.
struct WorksheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worksheet",
        abstract: "Makes forms that are filled in by hand and screened.",
        subcommands: [New.self]
    )

    /// How a worksheet is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case yaml, csv
    }

    /// The command `milenari worksheet new`.
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes an empty worksheet with every item that the protocol asks for.",
            discussion: """
                Each item has its name, the criteria that ask for it, from which day on a result \
                counts, its unit and the answers that are allowed. Filled in, it is a document like \
                any other.

                Example:
                  milenari worksheet new --protocol Protocols/MILENARI-ALL-1 --language es \
                --output candidate.yaml
                  milenari screen candidate.yaml --protocol Protocols/MILENARI-ALL-1
                """
        )

        @Option(name: .long, help: "The protocol folder.", completion: .directory)
        var `protocol`: String

        @Option(name: .long, help: "The version to ask for; else the newest one of that day.")
        var protocolVersion: String?

        @Option(name: .long, help: "The language of the form: en, es, it, fr or ar.")
        var language = "en"

        @Option(name: .long, help: "yaml, or csv for a spreadsheet.")
        var format = Format.yaml

        @Option(name: .long, help: "The file to write; else the terminal.", completion: .file())
        var output: String?

        @OptionGroup var day: DayOption

        func run() throws {
            let asOf = try day.day()
            let form = try TrialOffice.worksheet(
                try DefinitionFolder.read(URL(fileURLWithPath: `protocol`)),
                version: protocolVersion,
                language: language,
                asOf: asOf
            )
            let text = WorksheetText(form)
            let written = format == .yaml ? text.yaml : text.csv
            guard let output else { return try Terminal.data(written) }
            guard !FileManager.default.fileExists(atPath: output) else {
                throw OfficeError(
                    .cannotCreate,
                    at: output,
                    "there is a file of this name, and it may be filled in",
                    remedy: "choose another name with --output"
                )
            }
            try OutputFile.write(written, to: output, option: "--output")
            Terminal.note("Fill in \(output), and screen it with `milenari screen \(output) …`.")
        }
    }
}
