import ArgumentParser
import TrialOffice

/// The day for which an answer holds.
struct DayOption: ParsableArguments {
    @Option(name: .long, help: "The day for which the answer holds, like 2026-11-21; else today.")
    var asOf: String?

    /// The day given, or today by this machine's calendar.
    func day() throws -> Day {
        guard let asOf else { return try Clock.today() }
        return try Day(asOf, at: "--as-of")
    }
}
