public import ArgumentParser
public import Reporting
import TrialDefinition
import TrialOffice

/// In which form a report is written, in which language, and where.
struct ReportOptions: ParsableArguments {
    /// The forms of a report.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, markdown, html
    }

    @Option(name: .long, help: "The form of the report.")
    var format: Format?

    @Flag(name: .long, help: "Short for --format json.")
    var json = false

    @OptionGroup var choice: LanguageOption

    @Option(
        name: .long,
        help: "Write the report to this file, which only you may read; else it is printed.",
        completion: .file()
    )
    var output: String?

    func validate() throws {
        if json, let format, format != .json {
            throw ValidationError("--json is short for --format json.")
        }
    }

    var isJSON: Bool { json || format == .json }

    /// Whether anything is asked for that only the report of one screening has.
    var isForOne: Bool {
        choice.language != .english || output != nil || format == .markdown || format == .html
    }

    func wording(
        _ versions: ProtocolVersions,
        _ version: TrialProtocol,
        _ files: DefinitionFiles
    ) -> Wording {
        choice.wording(versions, version, files)
    }

    /// The report of `screening`.
    func text(of screening: Screening, in wording: Wording) throws -> String {
        switch isJSON ? .json : format ?? .text {
        case .json: return try JSONText.encode(screening, in: wording)
        case .markdown: return ScreeningMarkdown(screening, in: wording).text
        case .html: return ScreeningPage(screening, in: wording).text
        case .text:
            let style = output == nil ? Terminal.style : Style(isColored: false)
            return ScreeningText(screening, style: style, in: wording).text
        }
    }

    /// Prints or keeps `text`; `done` is what has happened even if that fails.
    func write(_ text: String, done: String?) throws {
        guard let output else { return try Terminal.data(text, done: done) }
        try OutputFile.write(text, to: output, option: "--output")
    }
}

/// The language of a report.
struct LanguageOption: ParsableArguments {
    @Option(name: .long, help: "The language of the report.")
    var language: Language = .english

    /// How the version `version` of a protocol speaks in it.
    func wording(
        _ versions: ProtocolVersions,
        _ version: TrialProtocol,
        _ files: DefinitionFiles
    ) -> Wording {
        guard language != .english else { return .english }
        return Wording(language, versions.vocabulary(language.rawValue, of: version, in: files))
    }
}

extension Language: ExpressibleByArgument {}
