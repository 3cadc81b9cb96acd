extension CheckCase {
    private static let age = "\"Age\" >= 3\n"
    private static let limit = "when \"Age\" >= 3 and \"Age\" < 10 then"

    /// What no record can answer, and branches that do not meet.
    static let logic: [CheckCase] = [
        .trips(
            "constant-criterion",
            "two ranges of one term that do not meet",
            at: "Age is at least 3 years",
            says: "I01 can never be true",
            .cql(age, "\"Age\" >= 18 and \"Age\" < 3\n")
        ),
        .trips(
            "constant-criterion",
            "no whole number lies between",
            at: "Age is at least 3 years",
            .cql(age, "\"Age\" > 3 and \"Age\" < 4\n")
        ),
        .trips(
            "constant-criterion",
            "two ranges that cover everything",
            at: "Age is at least 3 years",
            says: "I01 can never be false",
            .cql(age, "\"Age\" >= 3 or \"Age\" < 10\n")
        ),
        .trips(
            "constant-criterion",
            "in other units of the same kind",
            at: "Weight is at least 10 kg",
            .cql(
                "return all AmountOf(O) >= 10 'kg'",
                "return all AmountOf(O) >= 10 'kg' and AmountOf(O) < 9000 'g'"
            ),
            .cql(
                "AllTrue(\n    [Observation: \"Body weight\"]",
                "AnyTrue(\n    [Observation: \"Body weight\"]"
            )
        ),
        .trips(
            "constant-criterion",
            "a statement and its opposite",
            at: "Had pegaspargase within 4 weeks before infusion",
            .cql("exists (\n", "not \"Given\" and \"Given\"\n\ndefine \"Given\":\n  exists (\n")
        ),
        .trips(
            "constant-criterion",
            "an interval without the value",
            at: "Age is at least 3 years",
            .cql(age, "\"Age\" in Interval[3, 5] and \"Age\" = 6\n")
        ),
        .passes(
            "constant-criterion",
            "two ranges of one term that meet in one number",
            .cql(age, "\"Age\" >= 3 and \"Age\" <= 3\n")
        ),
        .passes(
            "constant-criterion",
            "ranges of two terms",
            .cql(age, "\"Age\" >= 18 or AgeInMonthsAt(\"Screening day\") < 3\n")
        ),
        .passes(
            "constant-criterion",
            "one result above and another one below",
            .cql(
                age,
                """
                exists ([Observation: "Body weight"] O where AmountOf(O) > 10 'kg')
                  and exists ([Observation: "Body weight"] O where AmountOf(O) < 5 'kg')

                """
            )
        ),
        .passes(
            "constant-criterion",
            "results that a condition parts",
            .cql(
                age,
                """
                AllTrue([Observation: "Body weight"] O
                    where O.status = 'final' return all Coalesce(AmountOf(O) > 10 'kg', false))
                  and AllTrue([Observation: "Body weight"] O
                    where O.status = 'amended' return all Coalesce(AmountOf(O) < 5 'kg', false))
                  and exists ([Observation: "Body weight"])

                """
            )
        ),
        .passes(
            "constant-criterion",
            "some results above, and not all",
            .cql(
                age,
                """
                AnyTrue([Observation: "Body weight"] O return all AmountOf(O) > 10 'kg')
                  and not AllTrue([Observation: "Body weight"] O return all AmountOf(O) > 10 'kg')

                """
            )
        ),
        .passes(
            "constant-criterion",
            "a result in a unit that cannot be compared",
            .cql(
                age,
                """
                "Amount" is not null and ("Amount" < 3 'kg') is null

                define "Amount":
                  AmountOf(First([Observation: "Body weight"]))

                """
            )
        ),
        .trips(
            "constant-criterion",
            "some result that no result can be",
            at: "Age is at least 3 years",
            .cql(
                age,
                """
                exists ([Observation: "Body weight"] O
                    where O.status = 'final' and AmountOf(O) > 10 'kg' and AmountOf(O) < 5 'kg')

                """
            )
        ),
        .passes(
            "constant-criterion",
            "two results of one query",
            .cql(
                age,
                """
                AnyTrue(from [Observation: "Body weight"] A, [Observation: "Body weight"] B
                    return all AmountOf(A) > 10 'kg' and AmountOf(B) < 5 'kg')

                """
            )
        ),
        .trips(
            "constant-define",
            "a part that can never be true",
            at: "define \"Part\"",
            says: "can never be true",
            .cql(age, "\"Age\" >= 3 or \"Part\"\n\ndefine \"Part\":\n  1 > 2\n")
        ),
        .passes(
            "constant-define",
            "a part that can",
            .cql(age, "\"Age\" >= 3 or \"Part\"\n\ndefine \"Part\":\n  \"Age\" > 2\n")
        ),
        .trips(
            "contradicting-criteria",
            "an exclusion that excludes whom an inclusion asks for",
            at: "expression: Further",
            says: "I01 and E02",
            .criterion("E02", "exclusion", "Two years or older.", "NCT02435849"),
            .further("\"Age\" >= 2")
        ),
        .trips(
            "contradicting-criteria",
            "all results above, and all results below",
            at: "expression: Further",
            says: "I02 and I04",
            .criterion("I04", "inclusion", "Less than 9 kg.", "NCT02435849"),
            .further(
                """
                exists "Weights" and AllTrue("Weights" O return all Coalesce(AmountOf(O) < 9 'kg', false))

                define "Weights":
                  [Observation: "Body weight"] O where DayOf(O) >= Today() - 14 days
                """
            ),
            .cql(
                """
                  AllTrue(
                    [Observation: "Body weight"] O
                      where DayOf(O) >= Today() - 14 days
                      return all AmountOf(O) >= 10 'kg'
                """,
                """
                  exists "Weights" and AllTrue(
                    "Weights" O return all Coalesce(AmountOf(O) >= 10 'kg', false)
                """
            )
        ),
        .passes(
            "contradicting-criteria",
            "ranges that meet",
            .criterion("E02", "exclusion", "Four years or older.", "NCT02435849"),
            .further("\"Age\" >= 4")
        ),
        .trips(
            "gap-between-branches",
            "neither < 10 nor > 10 takes 10",
            at: "case",
            says: "no branch takes 10",
            .cql("when \"Age\" >= 10 then 1.2", "when \"Age\" > 10 then 1.2")
        ),
        .trips(
            "gap-between-branches",
            "a single value falls to the else, which is for another range",
            at: "case",
            says: "no branch takes 10",
            .cql(
                "when \"Age\" >= 10 then 1.2 'mg/dL'\n    else null",
                "when \"Age\" > 10 then "
                    + "1.2 'mg/dL'\n    else 0.5 'mg/dL'"
            )
        ),
        .passes(
            "gap-between-branches",
            "the else takes a range on purpose",
            .cql(
                "when \"Age\" >= 10 then 1.2 'mg/dL'\n    else null",
                "when \"Age\" > 12 then "
                    + "1.2 'mg/dL'\n    else 0.5 'mg/dL'"
            )
        ),
        .passes(
            "gap-between-branches",
            "no whole number lies between",
            .cql("when \"Age\" >= 10 then 1.2", "when \"Age\" > 9 then 1.2")
        ),
        .trips(
            "overlapping-branches",
            "both take 10",
            at: "when \"Age\" >= 10 then 1.2",
            says: "already takes 10",
            .cql(limit, "when \"Age\" >= 3 and \"Age\" <= 10 then")
        ),
        .trips(
            "overlapping-branches",
            "the later one comes too late",
            at: "when \"Age\" >= 10 then 1.2",
            .cql(limit, "when \"Age\" >= 3 then")
        ),
        .passes(
            "overlapping-branches",
            "steps that grow",
            .cql(limit, "when \"Age\" >= 16 then 1.7 'mg/dL'\n    when \"Age\" >= 12 then")
        ),
    ]
}
