import ArgumentParser
import TrialOffice

/// At which site a version of the protocol comes into force, by which approvals, from which day on.
struct AdoptionOptions: ParsableArguments {
    @Argument(help: "The site's code, for example BCN.")
    var site: String

    @OptionGroup var options: TrialOptions

    @Option(name: .long, help: "A granted approval, as ID=DATE or ID=FIRSTDAY/LASTDAY. Repeat.")
    var approval: [String] = []

    @OptionGroup var day: DayOption

    /// Opens the trial, and hands over approvals and day.
    func withApprovals(
        _ body: (TrialOffice, Session, [GrantedApproval], Day) throws -> Void
    ) throws {
        let approvals = try approval.map(SiteCommand.granted)
        let asOf = try day.day()
        try options.withSession { office, session in
            try body(office, session, approvals, asOf)
        }
    }
}
