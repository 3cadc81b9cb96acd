import ClinicalQuality

extension HostileCase {
    private static let gaveUp = Outcome.fails(
        .limitExceeded(what: "the search for a regular expression")
    )

    private static func bad(_ reason: String) -> Outcome {
        .fails(.invalidArgument(operator: "Matches", reason: "regular expression: \(reason)"))
    }

    private static func matches(
        _ name: String,
        _ wanted: Outcome,
        _ pattern: String,
        of letters: Int = 1_000_000
    ) -> HostileCase {
        .library(
            "\(name) as a pattern",
            wanted,
            "define L: Combine((expand Interval[1, \(letters)]) I return all 'a')\n"
                + "define X: Matches(L, '\(pattern)')\n"
        )
    }

    /// Regular expressions that backtrack, repeat or remember without end.
    static let patterns: [HostileCase] = [
        matches("nested repetition", gaveUp, "^(a+)+$b", of: 40),
        matches("alternation", gaveUp, "^(a|a)*b", of: 60),
        matches("lookahead", gaveUp, "^(?=(a+)+b)", of: 60),
        matches("repetition of a million", gaveUp, "a*b"),
        matches("a lazy reference", gaveUp, "^(a*?)\\\\1b"),
        matches("a greedy reference", gaveUp, "^(a*)\\\\1b"),
        matches(
            "empty repetitions",
            .gives("true"),
            "(?:(?:(?:(?:(?:){1000}){1000}){1000}){1000}){1000}"
        ),
        matches("counted repetitions", bad("too large"), "(((a{1000}){1000}){1000}){1000}"),
        matches(
            "many groups",
            gaveUp,
            String(repeating: "(", count: 90) + "a" + String(repeating: ")", count: 90) + "*b"
        ),
        matches(
            "many groups in a row",
            gaveUp,
            "(?:" + String(repeating: "(a)", count: 3_000) + ")*b"
        ),
        matches(
            "deep groups",
            bad("nested too deeply"),
            String(repeating: "(", count: 4_000) + String(repeating: ")", count: 4_000)
        ),
        matches(
            "deep lookaheads",
            bad("nested too deeply"),
            String(repeating: "(?=", count: 2_000) + String(repeating: ")", count: 4_000)
        ),
        matches(
            "many quantifiers",
            bad("nested too deeply"),
            "a" + String(repeating: "{1}", count: 3_000)
        ),
        matches(
            "a set of 100,000 ranges",
            bad("too large"),
            "[" + String(repeating: "b-c", count: 100_000) + "]"
        ),
        matches(
            "a set of 3,000 ranges",
            gaveUp,
            "[" + String(repeating: "b-c", count: 3_000) + "]"
        ),
        matches("many branches", gaveUp, "(?:" + String(repeating: "b|", count: 3_000) + "c)d"),
        matches(
            "a long scalar",
            .gives("false"),
            "\\\\x{" + String(repeating: "0", count: 9_000) + "}"
        ),
        matches("open groups", bad("nested too deeply"), String(repeating: "(?<a>", count: 1_000)),
    ]
}
