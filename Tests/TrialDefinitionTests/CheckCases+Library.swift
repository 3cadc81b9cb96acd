extension CheckCase {
    private static let malignancy = """
        Evidence.StatedForGood([Observation: Terminology."Prior malignancy"], Today() - 28 days)

        """

    /// The planned trial, with mistakes that only show behind functions of the library.
    static let library: [CheckCase] = [
        .trips(
            "constant-criterion",
            "lymphocytes above 300 and below 200",
            at: "Counts allow leukapheresis",
            .cql(
                "or \"CD3 cells are at least 100 per microliter\"",
                """
                and "Few lymphocytes"

                define "Few lymphocytes":
                  not Findings.IsAtLeast(
                    [Observation: Terminology."Absolute lymphocyte count"],
                    Today() - 7 days,
                    0.2 '10*3/uL'
                  )
                """
            )
        ),
        .trips(
            "contradicting-criteria",
            "an exclusion of the age that is asked for",
            at: "expression: Had a prior malignancy",
            .cql(malignancy, "Leukemia.\"Age at screening\" >= 2\n")
        ),
        .trips(
            "gap-between-branches",
            "a year without a limit of creatinine",
            at: "case",
            says: "no branch takes 10",
            Edit(
                file: "Library/PediatricFormulas.cql",
                old: "age >= 10 and age < 13",
                new: "age > 10 and age < 13"
            )
        ),
        .trips(
            "unit-of-analyte",
            "a count of cells in mg/dL",
            at: "300 'mg/dL'",
            .cql("300 '/uL'", "300 'mg/dL'")
        ),
        .trips(
            "unread-unit",
            "bilirubin without its conversion",
            at: "2.0 'mg/dL'",
            Edit(
                file: "Library/Findings.cql",
                old: "Measurements.BilirubinInMassUnits(Measurements.ReadingOf(O)), limit",
                new: "Measurements.ReadingOf(O), limit"
            )
        ),
        .trips(
            "text-number",
            "the ejection fraction",
            at: "text: >-",
            .cql("45 '%'", "40 '%'")
        ),
    ]
}
