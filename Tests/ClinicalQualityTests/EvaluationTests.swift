import ClinicalQuality
import Testing
import UnitsOfMeasure

@Suite struct EvaluationTests {
    @Test(arguments: [
        ("({1, 2, 3}) X where X > 1", "{2, 3}"),
        ("({1, 2, 3}) X where X > 1 return X * 2", "{4, 6}"),
        ("({1, 1, 2}) X return X", "{1, 2}"),
        ("({1, 1, 2}) X return all X", "{1, 1, 2}"),
        ("({3, 1, 2}) X sort desc", "{3, 2, 1}"),
        ("({3, null, 2}) X sort asc", "{null, 2, 3}"),
        ("({1, 2}) X let Y: X * 10 return Y", "{10, 20}"),
        ("({1, 2, 3}) X with ({2, 3}) Y such that X = Y", "{2, 3}"),
        ("({1, 2, 3}) X without ({2, 3}) Y such that X = Y", "{1}"),
        ("from ({1, 2}) A, ({10}) B return A + B", "{11, 12}"),
        ("({1, 2, 3, 4}) X aggregate R starting 0: R + X", "10"),
        ("({1, 2, 2}) X aggregate distinct R starting 0: R + X", "3"),
        ("(5) X where X > 3", "5"),
        ("(5) X where X > 7", "null"),
        ("(null as List<Integer>) X return X", "null"),
        (
            "({Tuple { n: 2, t: 'b' }, Tuple { n: 1, t: 'a' }}) X sort by n",
            "{Tuple { n: 1, t: 'a' }, Tuple { n: 2, t: 'b' }}"
        ),
        ("{1, 2, 3}.where($this > 1)", "{2, 3}"),
        ("{1, 2}.select($this + 1)", "{2, 3}"),
        ("{1, 2}.all($this > 0)", "true"),
        ("{Tuple { n: 1 }, Tuple { n: 2 }}.n", "{1, 2}"),
    ])
    func `queries give the rows that their clauses ask for`(
        expression: String,
        result: String
    ) throws {
        #expect(try evaluated(expression).description == result)
    }

    @Test(arguments: [
        ("true and null", "null"), ("false and null", "false"), ("null or true", "true"),
        ("null or false", "null"), ("null xor true", "null"), ("false implies null", "true"),
        ("null implies true", "true"), ("not null", "null"), ("null is null", "true"),
        ("null is true", "false"), ("null is not false", "true"),
        ("if null then 1 else 2", "2"), ("case when null then 1 else 2 end", "2"),
    ])
    func `the unknown stays unknown`(expression: String, result: String) throws {
        #expect(try evaluated(expression).description == result)
    }

    @Test func `a query visits no more rows than allowed`() throws {
        let list = "(expand { Interval[1, 4000] })"
        #expect(throws: EvaluationError.limitExceeded(what: "steps of one evaluation")) {
            try evaluated("Count(from \(list) A, \(list) B, \(list) C return 1)")
        }
    }

    static let creatinine = """
        define "Latest": Last([Observation: "Creatinine"] O sort by (effective as dateTime))
        define "Adequate": "Latest".value as Quantity <= 1.0 'mg/dL'

        """

    @Test(arguments: [
        ("0.9", "mg/dL", "true"), ("1.0", "mg/dL", "true"), ("1.01", "mg/dL", "false"),
        ("9", "mg/L", "true"), ("9", "mmol/L", "null"),
    ])
    func `quantities of the record are compared with their units`(
        number: String,
        unit: String,
        result: String
    ) throws {
        let observation = try Chart.observation(
            "2160-0",
            Chart.quantity(number, unit),
            on: "2026-11-02"
        )
        var evaluation = try Chart.evaluation(Self.creatinine, [observation])
        #expect(try evaluation.value(of: "Adequate").description == result)
    }

    @Test func `the latest of several results counts, whatever their order`() throws {
        let old = try Chart.observation(
            "2160-0",
            Chart.quantity("3", "mg/dL"),
            on: "2026-10-01"
        )
        let new = try Chart.observation(
            "2160-0",
            Chart.quantity("0.8", "mg/dL"),
            on: "2026-11-02T08:00:00Z"
        )
        for order in [[old, new], [new, old]] {
            var evaluation = try Chart.evaluation(Self.creatinine, order)
            #expect(try evaluation.value(of: "Adequate").truth == true)
        }
    }

    @Test func `a comparator is never dropped`() throws {
        let observation = try Chart.observation(
            "2160-0",
            Chart.quantity("0.5", "mg/dL", comparator: "<"),
            on: "2026-11-02"
        )
        var evaluation = try Chart.evaluation(
            Self.creatinine
                + "define \"As interval\": FHIRHelpers.ToInterval(\"Latest\".value as Quantity)",
            [observation]
        )
        #expect(throws: EvaluationError.quantityHasComparator) {
            try evaluation.value(of: "Adequate")
        }
        #expect(
            try evaluation.value(of: "As interval").description == "Interval[null, 0.5 'mg/dL')"
        )
    }

    @Test func `a unit that is none is an error and no number`() throws {
        let observation = try Chart.observation(
            "2160-0",
            Chart.quantity("0.5", "milligrams"),
            on: "2026-11-02"
        )
        var evaluation = try Chart.evaluation(Self.creatinine, [observation])
        #expect(throws: EvaluationError.invalidUnit) { try evaluation.value(of: "Adequate") }
    }

    @Test func `a retrieve finds the objects with its codes and no others`() throws {
        let karnofsky = try Chart.observation("89243-0", Chart.quantity("90", "1"), on: nil)
        let lansky = try Chart.observation("89244-8", Chart.quantity("80", "1"), on: nil)
        let other = try Chart.observation("2160-0", Chart.quantity("1", "mg/dL"), on: nil)
        var evaluation = try Chart.evaluation(
            """
            define "Performance count": Count([Observation: "Performance"])
            define "By path": Count([Observation: status in { Code 'x' from "LOINC" }])
            define "By one code": Count([Observation: "Creatinine"])
            define "By no code": Count([Observation: Code 'nothing' from "LOINC"])
            define "By list": Count([Observation: code in { "Karnofsky", "Creatinine" }])
            define "All": Count([Observation])
            define "None": exists [Condition]
            """,
            [karnofsky, other, lansky, other]
        )
        #expect(try evaluation.value(of: "Performance count").description == "2")
        #expect(try evaluation.value(of: "By path").description == "0")
        #expect(try evaluation.value(of: "By one code").description == "2")
        #expect(try evaluation.value(of: "By no code").description == "0")
        #expect(try evaluation.value(of: "By list").description == "3")
        #expect(try evaluation.value(of: "All").description == "4")
        #expect(try evaluation.value(of: "None").description == "false")
    }

    @Test func `parameters come from the caller, else from the library, else they are null`()
        throws
    {
        let text = """
            parameter "Limit" Integer default 5
            parameter "Day" Date
            define "Twice": "Limit" * 2
            define "Is known": "Day" is not null

            """
        let library = try Compiler().compile(LibrarySource(path: "test", text: text))
        func value(_ name: String, _ parameters: [String: Value]) throws -> String {
            var evaluation = try Evaluation(
                library,
                over: IndexedRecord(subject: nil, instances: []),
                at: DateTime(evaluationTime),
                parameters: parameters
            )
            return try evaluation.value(of: name).description
        }
        #expect(try value("Twice", [:]) == "10")
        #expect(try value("Twice", ["Limit": .integer(7)]) == "14")
        #expect(try value("Is known", [:]) == "false")
        #expect(throws: EvaluationError.unknownName("Limits")) {
            try value("Twice", ["Limits": .integer(7)])
        }
        #expect(throws: EvaluationError.self) { try value("Twice", ["Limit": .string("7")]) }
    }

    @Test func `an evaluation that is restarted forgets the record before`() throws {
        let library = try Compiler().compile(
            LibrarySource(
                path: "test",
                text: Chart.header + "define \"Count\": Count([Observation])"
            )
        )
        let handle = try #require(library.handle(for: "Count"))
        let observation = try Chart.observation("x", .string("y"), on: nil)
        let now = try DateTime(evaluationTime)
        var evaluation = try Evaluation(
            library,
            over: IndexedRecord(subject: nil, instances: [observation]),
            at: now
        )
        #expect(try evaluation.value(of: handle).description == "1")
        try evaluation.restart(over: IndexedRecord(subject: nil, instances: []), at: now)
        #expect(try evaluation.value(of: handle).description == "0")
    }

    @Test func `an element takes only values of its type`() throws {
        var patient = InstanceBuilder(FHIR.patient)
        #expect(throws: InstanceError.wrongType(class: "FHIR.Patient", element: "birthDate")) {
            try patient.set("birthDate", to: .string("2020-01-01"))
        }
        #expect(throws: InstanceError.unknownElement(class: "FHIR.Patient", element: "name")) {
            try patient.set("name", to: .string("x"))
        }
    }

    @Test(arguments: [
        "({1, 3, 2, 3}) X", "({'b', null, 'a'}) X", "({null}) X", "({}) X", "({1.0, 1.00}) X",
        "({@2026-01, @2026-01-05, @2026, @2025-12-31}) X",
        "({Tuple { k: 1, n: 'a' }, Tuple { k: 2, n: 'b' }, Tuple { k: 1, n: 'c' }}) X",
        "({5, 6, 7}) X where X > 9",
        "({3, 1, 2}) X return all X mod 2",
        "from ({1, 2}) A, ({2, 1}) B return all A * B",
    ])
    func `first and last of a sorted query are those of the sorted list`(query: String) throws {
        let keys =
            query.contains("Tuple") ? ["by k", "by k desc", "by k, n desc"] : ["asc", "desc"]
        for key in keys {
            let sorted = "(\(query) sort \(key))"
            for (function, index) in [("First", "0"), ("Last", "Count\(sorted) - 1")] {
                let direct = try evaluated("\(function)\(sorted)").description
                let indexed = try evaluated(
                    "if exists\(sorted) then \(sorted)[\(index)] else null"
                ).description
                // Null elements do not exist, so a list of them counts as empty.
                #expect(direct == indexed || query.contains("null"))
            }
        }
    }

    @Test func `what is the same for every row is found again for the next record`() throws {
        let library = try Compiler().compile(
            LibrarySource(
                path: "test",
                text: Chart.header + """
                    define "Below": ({1, 2, 3}) X where X <= Count([Observation]) + 0
                    define "Before": ({@2026-01-01, @2027-01-01}) D where D before Today() + 1 day

                    """
            )
        )
        let observation = try Chart.observation("x", .string("y"), on: nil)
        var evaluation = try Evaluation(
            library,
            over: IndexedRecord(subject: nil, instances: [observation, observation]),
            at: DateTime("2026-06-01T00:00:00.000Z")
        )
        #expect(try evaluation.value(of: "Below").description == "{1, 2}")
        #expect(try evaluation.value(of: "Before").description == "{@2026-01-01}")
        try evaluation.restart(
            over: IndexedRecord(subject: nil, instances: [observation]),
            at: DateTime("2027-06-01T00:00:00.000Z")
        )
        #expect(try evaluation.value(of: "Below").description == "{1}")
        #expect(try evaluation.value(of: "Before").description == "{@2026-01-01, @2027-01-01}")
    }

    @Test func `a text is in a list only when every code point is the same`() throws {
        #expect(try evaluated("('K') X where X in {'k', 'K'}").description == "'K'")
        // The sign for kelvin is canonically equivalent to K, and another code point.
        #expect(try evaluated("('\\u212A') X where X in {'k', 'K'}").description == "null")
        #expect(try evaluated("(null as String) in {'k', 'K'}").description == "false")
    }
}
