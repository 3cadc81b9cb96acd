import ArgumentParser
import Reporting
import TrialOffice

extension SiteCommand {
    /// Reads a reason.
    static func reason(_ text: String) throws -> SuspensionReason {
        if let reason = SuspensionReason(rawValue: text) { return reason }
        throw ValidationError("The reason is one of \(reasons).")
    }

    private static var reasons: String {
        SuspensionReason.allCases.map(\.rawValue).joined(separator: ", ")
    }

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

        @Option(name: .long, help: "Why: \(reasons).", transform: SiteCommand.reason)
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
            lines += open.map { subject in
                let next =
                    switch subject.step {
                    case .enrolled: "enrolled; the allocation waits until the site is resumed"
                    case .requested: "the request for the allocation waits until it is resumed"
                    case .allocated: "allocated; the investigator decides how treatment goes on"
                    }
                return "  \(subject.subject)  \(next)"
            }
            return lines.joined(separator: "\n") + "\n"
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

        @Option(name: .long, help: "What ended: \(reasons).", transform: SiteCommand.reason)
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
