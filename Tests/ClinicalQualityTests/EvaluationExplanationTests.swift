import ClinicalQuality
import Testing

/// One style for every form of expression, and the reasons that a library gives.
@Suite struct EvaluationExplanationTests {
    private static let text = """
        define function AnyOf(answers List<Boolean>):
          case
            when AnyTrue(answers) then true
            when AnyTrue(answers A return all (A is null)) then null
            else false
          end
        define function AtMost(amount System.Quantity, limit System.Quantity): amount <= limit
        define function AmountOf(O FHIR.Observation): O.value as Quantity
        define function LimitFor(age Integer):
          case when age < 10 then 1.0 'mg/dL' when age >= 10 then 1.5 'mg/dL' else null end
        define function Sum(a System.Quantity, b System.Quantity): a + b
        define function IsPositive(O FHIR.Observation):
          case
            when O.value as CodeableConcept ~ "Positive" then true
            when O.value as CodeableConcept ~ "Negative" then false
            else null
          end

        define "Age": AgeInYearsAt(@2026-11-21)
        define "Age limit": LimitFor("Age")
        define "Old enough": "Age" >= 3
        define "Low": AnyOf([Observation: "Creatinine"] O return all AtMost(AmountOf(O), 1.0 'mg/dL'))
        define "Low for age":
          AnyOf([Observation: "Creatinine"] O return all AtMost(AmountOf(O), "Age limit"))
        define "Low when doubled":
          AnyOf([Observation: "Creatinine"] O return all AmountOf(O) * 2.0 <= 1.0 'mg/dL')
        define "Recent":
          AnyOf(
            [Observation: "Creatinine"] O
              return all date from (O.effective as dateTime) >= @2026-11-21 - 14 days
          )
        define "Sum is low":
          AnyOf(
            from [Observation: "Creatinine"] A, [Observation: "Lansky"] B
              return all Sum(AmountOf(A), AmountOf(B)) <= 3.0 'mg/dL'
          )
        define "Stated":
          AnyOf([Observation: "Creatinine"] O return all (O.value as FHIR.boolean).value)
        define "Positive found": AnyOf([Observation: "Creatinine"] O return all IsPositive(O))
        define "Final":
          AnyOf([Observation: "Creatinine"] O return all O.status in { 'final', 'amended' })
        define "Not low": not "Low"
        define "Found": exists [Observation: "Creatinine"]
        define "Both": "Low" and "Old enough"

        """

    private func explained(
        _ name: String,
        _ instances: [Instance] = [],
        born: String = "2019-01-14"
    ) throws -> Explanation {
        var evaluation = try Chart.evaluation(
            Self.text,
            instances,
            patient: Chart.patient(born: born)
        )
        return Explanation(of: try evaluation.trace(of: name))
    }

    private func creatinine(
        _ number: String,
        _ unit: String = "mg/dL",
        on date: String? = "2026-11-18"
    ) throws -> Instance {
        try Chart.observation("2160-0", Chart.quantity(number, unit), on: date)
    }

    // MARK: Style

    @Test(arguments: [
        ("Low", "Creatinine 0.7 mg/dL on 2026-11-18 ≤ 1.0 mg/dL: yes"),
        ("Not low", "Creatinine 0.7 mg/dL on 2026-11-18 > 1.0 mg/dL: no"),
        ("Low for age", "Creatinine 0.7 mg/dL on 2026-11-18 ≤ 1.0 mg/dL (Age limit: Age 7): yes"),
        ("Old enough", "Age 7 ≥ 3: yes"),
        ("Recent", "Creatinine 2026-11-18 not before 2026-11-07 (2026-11-21 − 14 days): yes"),
        ("Low when doubled", "1.40 mg/dL (amount of 0.7 mg/dL × 2) ≤ 1.0 mg/dL: no"),
        ("Final", "Creatinine on 2026-11-18 has status “final”: yes"),
        ("Found", "Creatinine on 2026-11-18"),
    ])
    func `what was compared is shown in one style`(_ name: String, _ line: String) throws {
        #expect(try explained(name, [creatinine("0.7")]).text == line)
    }

    @Test func `a value made of two results names both`() throws {
        let other = try Chart.observation(
            "89244-8",
            Chart.quantity("2", "mg/dL"),
            on: "2026-11-19"
        )
        #expect(
            try explained("Sum is low", [creatinine("0.7"), other]).text == """
                2.7 mg/dL (amount of 0.7 mg/dL + amount of 2 mg/dL) ≤ 3.0 mg/dL: yes
                """
        )
    }

    @Test func `every answer that agrees with the whole is shown, the others are not`() throws {
        let text = try explained("Low", [creatinine("0.7"), creatinine("1.3"), creatinine("0.9")])
            .text
        #expect(
            text == """
                Creatinine 0.7 mg/dL on 2026-11-18 ≤ 1.0 mg/dL: yes
                Creatinine 0.9 mg/dL on 2026-11-18 ≤ 1.0 mg/dL: yes
                """
        )
    }

    @Test func `what does not decide is left out`() throws {
        #expect(
            try explained("Both", [creatinine("1.3")]).text
                == "Creatinine 1.3 mg/dL on 2026-11-18 ≤ 1.0 mg/dL: no"
        )
    }

    @Test func `nothing found is said`() throws {
        #expect(try explained("Low").text == "no Creatinine on record")
        #expect(try explained("Found").text == "no Creatinine on record")
    }

    @Test func `what is none of several is held against each`() throws {
        let early = try Chart.observation(
            "2160-0",
            Chart.quantity("0.7", "mg/dL"),
            on: "2026-11-18",
            status: "preliminary"
        )
        #expect(
            try explained("Final", [early]).text
                == "Creatinine on 2026-11-18 has status “final” or “amended”: no"
        )
    }

    @Test func `a statement and a coded result are shown`() throws {
        let stated = try Chart.observation("2160-0", .boolean(true), on: "2026-11-18")
        #expect(try explained("Stated", [stated]).text == "Creatinine stated on 2026-11-18: yes")
        let coded = try Chart.observation(
            "2160-0",
            Chart.concept("http://loinc.org", "neg"),
            on: "2026-11-18"
        )
        var evaluation = try Chart.evaluation(
            Self.text,
            [coded],
            patient: Chart.patient(born: "2019-01-14")
        )
        let trace = try evaluation.trace(of: "Positive found")
        #expect(trace.value.truth == false)
        #expect(
            Explanation(of: trace, names: try terminologyNames()).text
                == "Creatinine on 2026-11-18 is “Negative”: yes"
        )
    }

    private func terminologyNames() throws -> TerminologyNames {
        try Compiler().compile(LibrarySource(path: "test", text: Chart.header + Self.text))
            .terminologyNames
    }

    @Test func `a value that was converted shows what was reported`() throws {
        let text = """
            define "Low":
              (First([Observation: "Creatinine"] O return all (convert (O.value as Quantity) to 'g/L')))
                <= 1 'g/L'

            """
        var evaluation = try Chart.evaluation(text, [creatinine("70")])
        let line = Explanation(of: try evaluation.trace(of: "Low")).text
        #expect(
            line
                == "Creatinine 0.7 g/L on 2026-11-18 (reported as 70 mg/dL) ≤ 1 g/L: yes"
        )
    }

    @Test func `an unknown comparison says so`() throws {
        #expect(
            try explained("Low", [creatinine("0.7", "cm")]).text
                == "Creatinine 0.7 cm on 2026-11-18 ≤ 1.0 mg/dL: unknown"
        )
        #expect(try explained("Old enough", born: "2023").text == "Age 2 to 3 ≥ 3: unknown")
    }

    // MARK: Reasons

    private static let reasons = """
        define function Latest(observations List<FHIR.Observation>):
          Message(
            observations, not exists observations,
            'none', 'Warning', 'no result since ' + ToString(@2026-11-07)
          )
        define function IsLow(O FHIR.Observation):
          if O.status = 'final' then (O.value as Quantity) <= 1.0 'mg/dL'
          else Message(null as Boolean, true, 'status', 'Warning', 'not final')
        define function Agreed(answers List<Boolean>):
          case
            when AllTrue(answers A return all Coalesce(A, false)) and exists answers then true
            when AllTrue(answers A return all (not Coalesce(A, true))) and exists answers then false
            else Message(
              null as Boolean,
              AnyTrue(answers) and not AllTrue(answers A return all Coalesce(A, true)),
              'conflict', 'Warning', 'results of the same day disagree'
            )
          end
        define "Low": Agreed((Latest([Observation: "Creatinine"])) O return all IsLow(O))
        define "Known anyway": "Low" or true
        define "Constant": Message(null as Boolean, true, 'never', 'Warning', 'nobody knows')
        define "Broken text":
          Message(3, true, 'broken', 'Warning', ToString(singleton from { 1, 2 }))
        define "Broken condition":
          Message(3, (singleton from { 1, 2 }) = 1, 'broken', 'Warning', 'text')
        define "Error": Message(3, 1 = 1, 'stop', 'Error', 'text')
        define "No error": Message(3, 1 = 2, 'stop', 'Error', 'text')

        """

    private func reasons(_ name: String, _ instances: [Instance] = []) throws -> [String] {
        var evaluation = try Chart.evaluation(Self.reasons, instances)
        return Explanation(of: try evaluation.trace(of: name)).reasons
            .map { "\($0.code)|\($0.sentence)" }
    }

    @Test func `a message says why, and what it is about`() throws {
        #expect(try reasons("Low") == ["none|Creatinine: no result since 2026-11-07"])
        #expect(try reasons("Constant") == ["never|nobody knows"])
    }

    @Test func `a message about one result names its day`() throws {
        let draft = try Chart.observation(
            "2160-0",
            Chart.quantity("0.7", "mg/dL"),
            on: "2026-11-18",
            status: "preliminary"
        )
        #expect(try reasons("Low", [draft]) == ["status|Creatinine: not final (2026-11-18)"])
    }

    @Test func `a contradiction names the day of the results`() throws {
        #expect(
            try reasons("Low", [creatinine("0.7"), creatinine("1.3")])
                == ["conflict|Creatinine: results of the same day disagree (2026-11-18)"]
        )
    }

    @Test func `what is known needs no reason`() throws {
        #expect(try reasons("Low", [creatinine("0.7")]) == [])
        #expect(try reasons("Known anyway") == [])
    }

    @Test(arguments: ["Low", "Constant", "Broken text", "Broken condition", "No error"])
    func `a message changes no value, with and without a trace`(_ name: String) throws {
        var plain = try Chart.evaluation(Self.reasons, [creatinine("0.7"), creatinine("1.3")])
        let value = try plain.value(of: name)
        #expect(try plain.trace(of: name).value.description == value.description)
        #expect(try plain.trace(of: name).error == nil)
        #expect(["null", "3"].contains(value.description))
    }

    @Test func `only severity Error stops an evaluation`() throws {
        var evaluation = try Chart.evaluation(Self.reasons, [])
        #expect(throws: EvaluationError.raised) { try evaluation.value(of: "Error") }
        #expect(try evaluation.trace(of: "Error").error == .raised)
    }

    @Test func `operands that double with every call are explained in bounded time`() throws {
        let chain = (1...60).map {
            "define function F\($0)(b Boolean, x Integer): F\($0 + 1)(b and b, x + x - x)"
        }
        let text =
            chain.joined(separator: "\n") + """

                define function F61(b Boolean, x Integer):
                  Message(b and x > 1, true, 'code', 'Warning', 'text')
                define "A": F1("B", Count([Observation]))
                define "B": Message(null as Boolean, true, 'inner', 'Warning', 'text')
                """
        var evaluation = try Chart.evaluation(text, [creatinine("1"), creatinine("2")])
        let explanation = Explanation(of: try evaluation.trace(of: "A"))
        #expect(explanation.lines.count <= 100)
        #expect(explanation.reasons.map(\.code).contains("inner"))
    }
}
