extension CheckCase {
    private static let nct =
        "expression: Age is at least 3 years\n"
        + "    counts-from: screening\n    changes: true\n    remedy: wait\n    source: \"NCT02435849\""

    private static func source(_ text: String) -> Edit {
        .table(nct, nct.replacing("\"NCT02435849\"", with: "\"\(text)\""))
    }

    /// What the table says, against what the expressions do.
    static let table: [CheckCase] = [
        .trips(
            "window-without-event",
            "the row counts from the infusion, the window from today",
            at: "Today() - 4 weeks",
            .cql("\"Infusion day\" - 4 weeks", "Today() - 4 weeks")
        ),
        .trips(
            "window-without-event",
            "the row counts from another event",
            at: "counts-from: screening",
            .table("counts-from: infusion", "counts-from: screening")
        ),
        .trips(
            "window-without-event",
            "a day that is no event of the protocol",
            at: "@2026-01-01 - 4 weeks",
            .cql("\"Infusion day\" - 4 weeks", "@2026-01-01 - 4 weeks")
        ),
        .trips(
            "window-without-event",
            "a timing phrase",
            at: "4 weeks or less before Today()",
            .cql(
                "(date from (A.effective as FHIR.dateTime).value) >= \"Infusion day\" - 4 weeks",
                "(date from (A.effective as FHIR.dateTime).value) 4 weeks or less before Today()"
            )
        ),
        .passes(
            "window-without-event",
            "a second window, from an event that the text names",
            .table(
                "text: Pegaspargase within 4 weeks before infusion.",
                "text: Pegaspargase within 4 weeks before infusion or 4 weeks before screening."
            ),
            .cql(
                "\"Infusion day\" - 4 weeks",
                "\"Infusion day\" - 4 weeks\n        or Today() - 4 weeks > Today()"
            )
        ),
        .trips(
            "threshold-without-source",
            "a placeholder",
            at: "source: \"TBD\"",
            source("TBD")
        ),
        .trips(
            "threshold-without-source",
            "an assumption without its reason",
            at: "source: \"assumption\"",
            source("assumption")
        ),
        .passes("threshold-without-source", "an assumption", source("assumption: the usual age")),
        .passes(
            "threshold-without-source",
            "no threshold",
            source("TBD"),
            .cql("\"Age\" >= 3\n", "Count([Observation: \"Body weight\"]) = 1\n")
        ),
        .trips(
            "unclear-source",
            "nothing to look up",
            at: "source: \"our own protocol\"",
            source("our own protocol")
        ),
        .trips(
            "unclear-source",
            "a number that leads nowhere",
            at: "source: \"table 3\"",
            source("table 3")
        ),
        .passes("unclear-source", "a publication", source("JASN 2009;20:629")),
        .trips(
            "text-number",
            "another number",
            at: "text: The candidate is at least 4",
            says: "says 4",
            .table("at least 3 years old", "at least 4 years old")
        ),
        .trips(
            "text-number",
            "the same number of another unit of time",
            at: "text: Pegaspargase",
            .table("text: Pegaspargase within 4 weeks", "text: Pegaspargase within 4 days")
        ),
        .trips(
            "text-number",
            "another number as a word",
            at: "text: >-",
            says: "says three",
            .table("within two\n", "within three\n")
        ),
        .passes(
            "text-number",
            "the same time in another unit",
            .table("text: Pegaspargase within 4 weeks", "text: Pegaspargase within 28 days")
        ),
        .passes(
            "text-number",
            "a birthday ends the completed years before it",
            .table("at least 3 years old", "at least 3 years old (from the 4th birthday on)")
        ),
        .trips(
            "text-number",
            "an ordinal of anything else",
            at: "text: The candidate is at least 3",
            says: "says 4th",
            .table("at least 3 years old", "at least 3 years old (in the 4th month)")
        ),
        .passes(
            "text-number",
            "three months are ninety days",
            .table("text: Pegaspargase within 4 weeks", "text: Pegaspargase within 3 months"),
            .cql("\"Infusion day\" - 4 weeks", "\"Infusion day\" - 90 days")
        ),
        .passes(
            "text-number",
            "digits of names, and the body surface",
            .table(
                "The candidate is at least 3 years",
                "(I06, CD19, CNS-3, mL/min/1.73 m2) The candidate is at least 3 years"
            )
        ),
        .trips(
            "unnamed-number",
            "a threshold that the text keeps to itself",
            at: "\"Age\" >= 3 and \"Age\" < 90",
            .cql("\"Age\" >= 3\n", "\"Age\" >= 3 and \"Age\" < 90\n")
        ),
        .passes(
            "unnamed-number",
            "below 90 is up to 89",
            .cql("\"Age\" >= 3\n", "\"Age\" >= 3 and \"Age\" < 90\n"),
            .table("at least 3 years old", "at least 3 and up to 89 years old")
        ),
        .trips(
            "kind-and-id",
            "an exclusion called I",
            at: "kind: exclusion",
            .table("E01\n    kind", "I09\n    kind")
        ),
        .passes("kind-and-id", "the usual names"),
        .passes("kind-and-id", "a name of another kind", .table("id: E01", "id: PEG")),
        .trips(
            "change-and-remedy",
            "to wait for what does not change",
            at: "remedy: wait",
            .table("changes: true\n    remedy: wait", "changes: false\n    remedy: wait")
        ),
        .passes(
            "change-and-remedy",
            "to correct what does not change",
            .table("changes: true\n    remedy: wait", "changes: false\n    remedy: correct")
        ),
        .trips(
            "unknown-level",
            "a level that the table does not have",
            at: "levels: [child, adolescent]",
            says: "'teenager'",
            .cql("then 'adolescent'", "then 'teenager'")
        ),
        .trips(
            "unknown-level",
            "a level that the expression does not give",
            at: "levels:",
            says: "'adult'",
            .table("levels: [child, adolescent]", "levels: [child, adolescent, adult]")
        ),
        .passes(
            "unknown-level",
            "levels that only a record tells",
            .cql("then 'adolescent'", "then Patient.gender")
        ),
    ]
}
