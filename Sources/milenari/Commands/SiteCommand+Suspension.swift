import ArgumentParser
import Reporting
import TrialOffice

extension SiteCommand {
    /// The command `milenari site suspend`.
    struct Suspend: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Suspends a site: it screens on, but nobody is enrolled or allocated.",
            discussion: """
                Site staff may suspend their own site, a data manager any. Example:
                  milenari site suspend BEY --reason war --trial trial \\
                --user rima.bey
                """
        )

        @Argument(help: "The site's code, for example BCN.")
        var site: String

        @Option(
            name: .long,
            help: "Why: \(SuspensionReason.words).",
            transform: SuspensionReason.read
        )
        var reason: SuspensionReason

        @OptionGroup var options: TrialOptions

        @Flag(name: .long, help: "Print JSON.")
        var json = false

        func run() throws {
            try options.withSession { office, session in
                let suspension = try office.suspend(
                    site,
                    reason: reason,
                    by: session,
                    now: try Clock.now()
                )
                try Terminal.data(
                    json ? try JSONText.encode(suspension) : text(suspension).printableLines,
                    done: "\(site) is suspended; nothing more needs to be done"
                )
            }
        }

        private func text(_ suspension: SiteSuspension) -> String {
            let open = suspension.openSubjects
            var lines = ["\(suspension.site) is suspended: \(suspension.reason.rawValue)"]
            lines.append(
                open.isEmpty
                    ? "No subject is enrolled there." : "Its subjects, and what comes next:"
            )
            return lines.joined(separator: "\n") + "\n" + OpenSubjectText(open).text
        }
    }

    /// The command `milenari site resume`.
    struct Resume: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Resumes a suspended site.",
            discussion: """
                Example:
                  milenari site resume BEY --reason war --trial trial --user dora.data
                """
        )

        @Argument(help: "The site's code, for example BCN.")
        var site: String

        @Option(
            name: .long,
            help: "What ended: \(SuspensionReason.words).",
            transform: SuspensionReason.read
        )
        var reason: SuspensionReason

        @OptionGroup var options: TrialOptions

        func run() throws {
            try options.withSession { office, session in
                try office.resume(site, reason: reason, by: session, now: try Clock.now())
                try Terminal.data(
                    "\(site) is active again.\n".printableLines,
                    done: "\(site) is active again; nothing more needs to be done"
                )
            }
        }
    }
}
