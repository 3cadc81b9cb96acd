import ArgumentParser
import Reporting
import TrialOffice

/// Of which screenings a log tells.
struct ScreeningLogOptions: ParsableArguments {
    @OptionGroup var options: TrialOptions

    @Option(name: .long, help: "One site's code; else all sites that you may see.")
    var site: String?

    @Option(name: .long, help: "The first day on which a candidate was screened first.")
    var from: String?

    @Option(name: .long, help: "The last day on which a candidate was screened first.")
    var to: String?

    @Flag(name: .long, help: "Leave the arms out.")
    var blinded = false

    /// Hands over the log, which the person's keys open.
    func withLog(_ body: (ScreeningLog) throws -> Void) throws {
        let period = try ScreeningPeriod(
            from: try from.map { try Day($0, at: "--from") },
            to: try to.map { try Day($0, at: "--to") }
        )
        try options.withSession { office, session in
            let log = try office.screeningLog(
                of: site,
                in: period,
                isBlinded: blinded,
                for: session
            )
            try body(log)
        }
    }
}

/// The command `milenari screen log`.
struct ScreeningLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Shows who was screened, who was not enrolled and why, as CONSORT asks.",
        discussion: """
            For the site's own people and the monitor. It counts candidates, and shows how often \
            each was screened. It holds no value of a record. Arms stand in it only for those who \
            may know them; --blinded leaves them out.

            Example:
              milenari screen log --trial trial --user monitor --site BCN --format csv \
            --output screening-log.csv
            """
    )

    @OptionGroup var scope: ScreeningLogOptions

    @Option(name: .long, help: "text, csv or json.")
    var format: Format = .text

    @Option(
        name: [.long, .short],
        help: "Where to write; else standard output.",
        completion: .file()
    )
    var output: String?

    /// What the log is written as.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv, json
    }

    func run() throws {
        try scope.withLog { log in
            let text =
                switch format {
                case .text:
                    ScreeningLogText(
                        log,
                        style: output == nil ? Terminal.style : Style(isColored: false)
                    ).text
                case .csv: ScreeningLogCSV.text(log)
                case .json: try JSONText.encode(log)
                }
            if let output {
                try OutputFile.write(text, to: output, option: "--output")
            } else {
                try Terminal.data(text)
            }
        }
    }
}

/// The command `milenari screen flow`.
struct FlowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flow",
        abstract: "Counts candidates from assessment to allocation, as CONSORT draws it.",
        discussion: """
            Example:
              milenari screen flow --trial trial --user monitor --blinded --svg flow.svg
            """
    )

    @OptionGroup var scope: ScreeningLogOptions

    @Option(name: .long, help: "A file for the same as a picture (SVG).", completion: .file())
    var svg: String?

    @Flag(name: .long, help: "Print JSON.")
    var json = false

    func run() throws {
        try scope.withLog { log in
            let flow = ConsortFlow(log)
            if let svg {
                try OutputFile.write(ConsortPicture(flow).svg, to: svg, option: "--svg")
            }
            let text = ConsortText(flow, style: Terminal.style).text
            try Terminal.data(json ? try JSONText.encode(flow) : text)
        }
    }
}
