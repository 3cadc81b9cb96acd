import ArgumentParser
import Foundation
import Reporting
import TrialOffice

/// The commands `milenari subject …`.
struct SubjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject",
        abstract: "Shows enrolled subjects, and moves them from site to site.",
        subcommands: [List.self, Show.self, Transfer.self, Accept.self]
    )

    /// The command `milenari subject list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists subjects with their state and next step.",
            discussion: """
                Needs no key. Example:
                  milenari subject list --site BEY --trial trial
                """
        )

        @Option(name: .long, help: "One site's code; else all sites.")
        var site: String?

        @Option(name: .long, help: "The trial folder.", completion: .directory)
        var trial: String

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            let office = try TrialOffice.open(URL(fileURLWithPath: trial))
            try TrialOptions.closing(office) {
                let subjects = try office.subjects(of: site)
                try Terminal.data(
                    json ? try JSONText.encode(subjects) : OpenSubjectText(subjects).text
                )
                if subjects.isEmpty { Terminal.note("No subject is enrolled.") }
            }
        }
    }

    /// The command `milenari subject show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows a subject's record at enrollment, to the site that has the subject.",
            discussion: """
                Example:
                  milenari subject show BCN-7K4M-9QXR --trial trial --user ines.investigator
                """
        )

        @Argument(help: "The subject's pseudonym.")
        var subject: String

        @OptionGroup var options: TrialOptions

        @Flag(name: .long, help: "Print JSON, with every criterion and its evidence.")
        var json = false

        func run() throws {
            try options.withSession { office, session in
                let record = try office.record(of: subject, for: session)
                try Terminal.data(
                    json
                        ? try JSONText.encode(record)
                        : SubjectRecordText(record, style: Terminal.style).text
                )
            }
        }
    }
}
