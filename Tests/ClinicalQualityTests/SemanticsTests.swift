import ClinicalQuality
import Testing

@Suite struct SemanticsTests {
    @Test(arguments: [
        ("1 + 2.0", "Decimal"), ("1 + 2L", "Long"), ("{1, 2.0}", "List<Decimal>"),
        ("{1, 'a'}", "List<Choice<Integer, String>>"), ("if true then 1 else null", "Integer"),
        ("null", "Any"), ("Interval[1, 2.0]", "Interval<Decimal>"),
        ("{1} union {'a'}", "List<Choice<Integer, String>>"),
        ("Tuple { b: 1, a: 'x' }", "Tuple{a String, b Integer}"),
        ("Coalesce(null, 5 'mg', 3)", "Quantity"), ("start of Interval[1, 5]", "Integer"),
        ("({1, 2}) X return Tuple { n: X }", "List<Tuple{n Integer}>"),
        ("from ({1}) A, ({'b'}) B", "List<Tuple{A Integer, B String}>"),
        ("[Observation]", "List<FHIR.Observation>"),
        ("[Observation] O return O.status", "List<String>"),
        ("First([Condition]).onset", "Choice<DateTime, FHIR.Age, FHIR.Period, FHIR.Range>"),
        ("Patient.birthDate", "Date"), ("Patient.birthDate.value", "Date"),
        ("First([Observation]).value as Quantity", "FHIR.Quantity"),
        ("maximum Date", "Date"), ("convert 5 to Decimal", "Decimal"),
    ])
    func `every expression has the type that its parts give it`(
        expression: String,
        type: String
    ) throws {
        let library = try Compiler().compile(
            LibrarySource(
                path: "test",
                text: "using FHIR version '4.0.1'\ncontext Patient\ndefine X: \(expression)"
            )
        )
        #expect(library.definitions.first?.type.description == type)
    }

    @Test(arguments: [
        ("foo", "unknown-name"),
        ("Foo(1)", "unknown-name"),
        ("1 + 'a'", "no-overload"),
        ("true and 1", "type-mismatch"),
        ("'a' < 1", "no-overload"),
        ("5 'mgg'", "unknown-unit"),
        ("5 'mg' < 3 'mL'", "unit-mismatch"),
        ("5 'mg/dL' + 1 'cm'", "unit-mismatch"),
        ("convert 5 'mg' to 'mL'", "unit-mismatch"),
        ("@2026-02-30", "invalid-literal"),
        ("1 as String", "impossible-cast"),
        ("First([Observation]).value as System.Quantity", "impossible-cast"),
        ("[Nothing]", "unknown-type"),
        ("[Quantity]", "not-retrievable"),
        ("[Observation: 5]", "type-mismatch"),
        ("Patient.name", "withheld-element"),
        ("Patient.birthdate", "unknown-element"),
        ("[Observation] O return O.subject", "withheld-element"),
        ("First([Condition]).code.text", "withheld-element"),
        ("[Observation] O where O.value >= 50", "ambiguous-choice"),
        ("Tuple { a: 1, a: 2 }", "duplicate-name"),
        ("({1, 2}) X where X", "type-mismatch"),
        ("Interval['a', 1]", "type-mismatch"),
        ("%context", "unknown-name"),
        ("$this", "unknown-name"),
    ])
    func `an expression without meaning is refused`(expression: String, rule: String) {
        #expect(rules(ofExpression: expression) == [rule])
    }

    @Test(arguments: [
        ("define A: B\ndefine B: A", ["cyclic-definition"]),
        ("define function F(x Integer): F(x)", ["cyclic-definition"]),
        ("define A: 1\ndefine A: 2", ["duplicate-name"]),
        ("code \"C\": 'x' from \"S\"", ["unknown-name"]),
        ("using QUICK", ["unknown-model"]),
        ("using FHIR version '3.0.0'", ["unknown-model"]),
        ("include Nothing called N", ["unknown-library"]),
        ("context Practitioner", ["unknown-context"]),
        ("parameter P", ["missing-type"]),
        ("parameter P Integer default 'x'", ["type-mismatch"]),
        ("define function F(x Integer): external\ndefine A: F(1)", ["external-function"]),
        ("define A: foo\ndefine B: bar\ndefine C: A", ["unknown-name", "unknown-name"]),
    ])
    func `a library without meaning is refused once for each cause`(
        text: String,
        expected: [String]
    ) {
        #expect(rules(of: text) == expected)
    }

    @Test func `the nearest name is suggested`() throws {
        let failure = try #require(throws: CompilationFailure.self) {
            try Compiler().compile(
                LibrarySource(
                    path: "test",
                    text: "define \"Latest creatinine\": 1\ndefine B: \"Latest creatinin\""
                )
            )
        }
        #expect(failure.diagnostics.first?.suggestion == "\"Latest creatinine\"")
    }

    @Test func `definitions may be used before they are written`() throws {
        let library = try Compiler().compile(
            LibrarySource(path: "test", text: "define A: B + 1\ndefine B: 2")
        )
        #expect(library.definitions.map(\.type) == [.integer, .integer])
    }

    @Test func `included libraries give names, functions and codes, but nothing private`() throws {
        let common = LibrarySource(
            path: "common",
            text: """
                library Common version '2'
                codesystem "LOINC": 'http://loinc.org'
                code "Creatinine": '2160-0' from "LOINC"
                define "Limit": 5
                define private "Hidden": 6
                define function Twice(x Integer): x * 2
                define fluent function thrice(x Integer): x * 3
                """
        )
        func library(_ body: String) -> String {
            "include Common version '2' called C\ndefine X: \(body)"
        }
        for body in ["C.\"Limit\" + 1", "C.Twice(4)", "4.thrice()", "C.\"Creatinine\".code"] {
            #expect(rules(of: library(body), including: [common]) == [])
        }
        #expect(rules(of: library("C.\"Hidden\""), including: [common]) == ["private-name"])
        #expect(rules(of: library("C.Nothing()"), including: [common]) == ["unknown-name"])
        #expect(
            rules(of: "include Common version '1' called C", including: [common])
                == ["unknown-library"]
        )
    }

    @Test func `libraries that include each other are refused`() {
        let other = LibrarySource(path: "b", text: "library B\ninclude A called A")
        #expect(
            rules(
                of: "library A\ninclude B called B",
                including: [
                    other, LibrarySource(path: "a", text: "library A\ninclude B called B"),
                ]
            ).contains("cyclic-include")
        )
    }

    @Test func `what depends on the time of the evaluation is known`() throws {
        let library = try Compiler().compile(
            LibrarySource(
                path: "test",
                text: """
                    using FHIR version '4.0.1'
                    context Patient
                    define "Fixed": 1
                    define "Today": Today()
                    define "Used": "Today" + 1 day
                    define "Not used": "Fixed" + 1
                    """
            )
        )
        #expect(library.definitions.map(\.dependsOnNow) == [false, true, true, false])
    }

    @Test func `retrieves are listed with the codes that they ask for`() throws {
        let library = try Compiler().compile(
            LibrarySource(
                path: "test",
                text: Chart.header
                    + "define A: [Observation: \"Performance\"]\ndefine B: [Procedure]"
            )
        )
        #expect(library.retrieves.map(\.type.name) == ["FHIR.Observation", "FHIR.Procedure"])
        #expect(library.retrieves.first?.codes?.map(\.code) == ["89243-0", "89244-8"])
        #expect(library.retrieves.map(\.definition) == ["A", "B"])
        #expect(library.retrieves.last?.codes == nil)
    }
}

@Suite struct SemanticsLimitTests {
    @Test func `a chain of definitions that is too long is an error and no crash`() {
        let chain = (1...3000).map { "define A\($0): A\($0 + 1) + 1" }
        for text in [
            chain.joined(separator: "\n") + "\ndefine A3001: 1",
            "define A3001: 1\n" + chain.reversed().joined(separator: "\n"),
        ] {
            #expect(Set(rules(of: text)) == ["nesting-too-deep"])
        }
    }

    @Test func `a chain of definitions within the limit can be evaluated`() throws {
        let chain = (1...450).map { "define A\($0): A\($0 + 1) + 1" }
        let library = try Compiler().compile(
            LibrarySource(
                path: "test",
                text: chain.joined(separator: "\n") + "\ndefine A451: 1"
            )
        )
        var evaluation = try Evaluation(
            library,
            over: IndexedRecord(subject: nil, instances: []),
            at: DateTime(evaluationTime),
            tracing: true
        )
        #expect(try evaluation.value(of: "A1").description == "451")
    }

    @Test func `a chain of functions with queries within the limit can be evaluated`() throws {
        let chain = (1...190).map { number in
            "define function F\(number)(x Integer): "
                + "First(({x}) Y where if Y > 0 then F\(number + 1)(Y) > 0 else false)"
        }
        let library = try Compiler().compile(
            LibrarySource(
                path: "test",
                text: chain.joined(separator: "\n")
                    + "\ndefine function F191(x Integer): x\ndefine A: F1(7)"
            )
        )
        for tracing in [false, true] {
            var evaluation = try Evaluation(
                library,
                over: IndexedRecord(subject: nil, instances: []),
                at: DateTime(evaluationTime),
                tracing: tracing
            )
            #expect(try evaluation.value(of: "A").description == "7")
        }
    }

    @Test func `a type that doubles with every definition is refused`() {
        let chain = (2...40).map { "define T\($0): Tuple { a: T\($0 - 1), b: T\($0 - 1) }" }
        #expect(
            rules(of: "define T1: 1\n" + chain.joined(separator: "\n")) == ["type-too-large"]
        )
    }

    @Test func `a text that doubles with every definition is stopped`() throws {
        let chain = (2...40).map { "define T\($0): T\($0 - 1) + T\($0 - 1)" }
        let library = try Compiler().compile(
            LibrarySource(
                path: "test",
                text: "define T1: 'x'\n" + chain.joined(separator: "\n")
            )
        )
        var evaluation = try Evaluation(
            library,
            over: IndexedRecord(subject: nil, instances: []),
            at: DateTime(evaluationTime)
        )
        #expect(throws: EvaluationError.limitExceeded(what: "the length of a text")) {
            try evaluation.value(of: "T40")
        }
    }
}
