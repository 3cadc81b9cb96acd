extension CheckCase {
    private static let weight = "AmountOf(O) >= 10 'kg'"
    private static let creatinine =
        "InMassUnits(AmountOf(O)) <= \"Creatinine limit\""
    private static let ending = "concept \"Trial infusion\": { \"Infusion of the product\" }\n"

    /// Codes, units, translations and what nobody uses.
    static let words: [CheckCase] = [
        .trips(
            "concept-without-code",
            "a concept of nothing",
            at: "concept \"Body weight\"",
            .cql(
                "concept \"Body weight\": { \"Body weight measured\" }",
                "concept \"Body weight\": { }"
            )
        ),
        .trips(
            "concept-without-code",
            "an empty code",
            at: "code \"pegaspargase\"",
            .cql("'L01XX24'", "' '")
        ),
        .trips(
            "concept-without-code",
            "a value set of which no code is known",
            at: "valueset \"Weights\"",
            .cql(
                "code \"Body weight measured\":",
                "valueset \"Weights\": 'urn:x'\ncode \"Body weight measured\":"
            )
        ),
        .passes("concept-without-code", "one code is enough"),
        .trips(
            "unused-terminology",
            "a concept of the past",
            at: "concept \"Height\"",
            .cql(ending, ending + "concept \"Height\": { \"Body weight measured\" }\n")
        ),
        .trips(
            "unused-terminology",
            "only a definition that nothing uses has it",
            at: "concept \"Height\"",
            .cql(ending, ending + "concept \"Height\": { \"Body weight measured\" }\n"),
            .cql("", "\ndefine \"Heights\":\n  [Observation: \"Height\"]\n")
        ),
        .passes(
            "unused-terminology",
            "a code that a criterion compares with",
            .cql(ending, ending + "concept \"Height\": { \"Body weight measured\" }\n"),
            .cql(
                "return all AmountOf(O) >= 10 'kg'",
                "return all AmountOf(O) >= 10 'kg' and O.code ~ \"Height\""
            )
        ),
        .trips(
            "unit-of-analyte",
            "a weight as a concentration",
            at: "AmountOf(O) >= 10 'mg/dL'",
            .cql(weight, "AmountOf(O) >= 10 'mg/dL'")
        ),
        .trips(
            "unit-of-analyte",
            "a limit that a `case` chooses",
            at: "then 1.2 'kg'",
            .cql("1.2 'mg/dL'", "1.2 'kg'"),
            .cql("0.8 'mg/dL'", "0.8 'kg'"),
            .cql(creatinine, "AmountOf(O) <= \"Creatinine limit\"")
        ),
        .trips(
            "unit-of-analyte",
            "an analyte of the table without a code of LOINC",
            at: "AmountOf(O) >= 10 'kg'",
            .cql("'29463-7' from \"LOINC\"", "'glucose' from \"MilenariProcedure\""),
            .cql("\"Body weight measured\"", "\"Glucose in blood\"")
        ),
        .passes("unit-of-analyte", "grams are kilograms", .cql(weight, "AmountOf(O) >= 10000 'g'")),
        .trips(
            "unread-unit",
            "results in umol/L are never compared",
            at: "then 0.8 'mg/dL'",
            .cql(creatinine, "AmountOf(O) <= \"Creatinine limit\"")
        ),
        .passes("unread-unit", "they are converted first"),
        .trips(
            "bad-translation",
            "another number",
            at: "I02:",
            says: "says 15",
            .spanish("los 14 días", "los 15 días")
        ),
        .trips(
            "bad-translation",
            "without a number",
            at: "I02:",
            says: "does not say 14",
            .spanish("en los 14 días", "en los días")
        ),
        .trips(
            "bad-translation",
            "two limits swapped",
            at: "I03:",
            says: "1.2, 0.8",
            .spanish("0,8 mg/dL (de 3 a 9 años) o de 1,2", "1,2 mg/dL (de 3 a 9 años) o de 0,8")
        ),
        .trips(
            "bad-translation",
            "a limit and a window swapped",
            at: "I02:",
            says: "10 days",
            .spanish("10 kg en los 14 días", "14 kg en los 10 días")
        ),
        .passes(
            "bad-translation",
            "the window first, as a language may have it",
            .spanish(
                "El peso corporal es de al menos 10 kg en los 14 días anteriores a la selección.",
                "En los 14 días anteriores a la selección el peso corporal es de al menos 10 kg."
            )
        ),
        .trips(
            "bad-translation",
            "a criterion that there is not",
            at: "E02:",
            .spanish("  E01:", "  E02: { title: T, text: T, checked: true }\n  E01:")
        ),
        .trips(
            "bad-translation",
            "nobody knows whether it was read",
            at: "I01:",
            .spanish("años., checked: true }", "años. }")
        ),
        .passes("bad-translation", "a decimal comma"),
        .passes("bad-translation", "Arabic digits", .spanish("menos 10 kg", "menos ١٠ kg")),
        .trips(
            "missing-translation",
            "a language without a file",
            at: "languages: [es, ca]",
            Edit(file: "frameworks/ES.yaml", old: "[es]", new: "[es, ca]")
        ),
        .trips(
            "missing-translation",
            "a criterion without its text",
            at: "criteria:",
            .spanish("I01: { title: Edad", "I09: { title: Edad")
        ),
        .passes(
            "missing-translation",
            "the language of the protocol itself",
            Edit(file: "frameworks/ES.yaml", old: "[es]", new: "[es, en]")
        ),
        .passes(
            "missing-translation",
            "no partner is in the country",
            Edit(file: "frameworks/ES.yaml", old: "[es]", new: "[es, ca]"),
            Edit(file: "sites.yaml", old: "status: partner", new: "status: candidate")
        ),
        .trips(
            "unchecked-translation",
            "a text that no native reader has read",
            at: "criteria:",
            .spanish("años., checked: true }", "años., checked: false }")
        ),
        .trips(
            "unchecked-translation",
            "words that no native reader has read",
            at: "criteria:",
            says: "17 words",
            .spanish("\nchecked: true", "\nchecked: false")
        ),
        .passes("unchecked-translation", "all are read"),
        .trips(
            "untranslated-text",
            "a name without words",
            at: "criteria:",
            says: "`Age group`",
            .spanish("  Age group: Grupo de edad\n", "")
        ),
        .trips(
            "untranslated-text",
            "a message, with holes for its values",
            at: "criteria:",
            says: "`older than {0}`",
            .cql(
                "\"Age\" >= 3\n",
                "Message(\"Age\" >= 3, true, 'a', 'Warning', 'older than ' + ToString(\"Age\"))\n"
            )
        ),
        .passes(
            "untranslated-text",
            "the words of the shared library count",
            .spanish("  Age group: Grupo de edad\n", ""),
            Edit(
                file: "Library/text/es.yaml",
                old: "",
                new: "format: 1\nchecked: true\nwords:\n  Age group: Grupo de edad\n"
            )
        ),
        .trips(
            "misfitting-words",
            "another hole",
            at: "Body weight measured:",
            .spanish("Peso corporal medido", "Peso corporal medido el {0}")
        ),
        .trips(
            "misfitting-words",
            "another number",
            at: "Body weight measured:",
            .spanish("Peso corporal medido", "Peso corporal medido 2 veces")
        ),
        .passes(
            "misfitting-words",
            "a hole at another place",
            .cql(
                "\"Age\" >= 3\n",
                "Message(\"Age\" >= 3, true, 'a', 'Warning', 'older than ' + ToString(\"Age\"))\n"
            ),
            .spanish("  Age: Edad\n", "  Age: Edad\n  \"older than {0}\": \"{0}, y más\"\n")
        ),
        .trips(
            "unused-define",
            "a definition of the past",
            at: "define \"Old\"",
            .cql("", "\ndefine \"Old\":\n  \"Age\" > 1\n")
        ),
        .passes(
            "unused-define",
            "a definition that only a function in use uses",
            .cql("define function DayOf", "define \"Zero\":\n  0\n\ndefine function DayOf"),
            .cql("/ 88.4,", "/ (88.4 + \"Zero\"),")
        ),
    ]
}
