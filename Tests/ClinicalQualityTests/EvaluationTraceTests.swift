import ClinicalQuality
import Testing

@Suite struct EvaluationTraceTests {
    private static let text = """
        define "Latest": Last([Observation: "Creatinine"] O sort by (effective as dateTime))
        define "Adequate": "Latest".value as Quantity <= 1.0 'mg/dL'
        define "Of age": years between Patient.birthDate and @2026-11-21 between 1 and 17
        define "Both": "Adequate" and "Of age"
        define "Either": "Adequate" or "Of age"
        define "Fit": exists ([Observation: "Performance"] P where P.value as Quantity >= 50 '1')

        """

    private func trace(
        _ name: String,
        creatinine: String? = nil,
        born: String? = "2018-03-02",
        performance: String? = nil
    ) throws -> TraceNode {
        var instances: [Instance] = []
        if let creatinine {
            instances.append(
                try Chart.observation(
                    "2160-0",
                    Chart.quantity(creatinine, "mg/dL"),
                    on: "2026-11-02"
                )
            )
        }
        if let performance {
            instances.append(
                try Chart.observation("89244-8", Chart.quantity(performance, "1"), on: "2026-11-03")
            )
        }
        var evaluation = try Chart.evaluation(
            Self.text,
            instances,
            patient: Chart.patient(born: born)
        )
        return try evaluation.trace(of: name)
    }

    @Test func `a comparison shows what was compared, with unit and date`() throws {
        let explanation = Explanation(of: try trace("Adequate", creatinine: "0.95"))
        #expect(
            explanation.text == "Creatinine 0.95 mg/dL on 2026-11-02 ≤ 1.0 mg/dL: yes"
        )
        #expect(explanation.missing == [])
    }

    @Test func `an unknown says what was not found`() throws {
        let trace = try trace("Both")
        #expect(trace.value.isNull)
        #expect(Explanation(of: trace).missing == ["no Creatinine on record"])
    }

    @Test func `a missing birth date is named`() throws {
        let explanation = Explanation(
            of: try trace("Both", creatinine: "0.95", born: nil)
        )
        #expect(explanation.missing == ["Patient has no birth date"])
    }

    @Test func `the part that decides is marked`() throws {
        let failed = try trace("Both", creatinine: "3")
        let parts = try #require(failed.children.first).children
        #expect(parts.map(\.isDecisive) == [true])
        #expect(failed.value.truth == false)
        let either = try trace("Either", creatinine: "3")
        #expect(try #require(either.children.first).children.map(\.isDecisive) == [false, true])
    }

    @Test func `a search says what it found and why that did not do`() throws {
        #expect(
            Explanation(of: try trace("Fit")).text == "no Performance on record"
        )
        #expect(
            Explanation(of: try trace("Fit", performance: "40")).text
                == "Performance 40 on 2026-11-03 ≥ 50: no"
        )
    }

    @Test func `the objects that were read are in the trace`() throws {
        let trace = try trace("Both", creatinine: "0.95", performance: "90")
        #expect(trace.allResources().map(\.type.shortName) == ["Observation", "Patient"])
    }

    @Test func `tracing changes no value`() throws {
        for creatinine in [nil, "0.95", "3"] {
            for name in ["Adequate", "Of age", "Both", "Either", "Fit"] {
                let traced = try trace(name, creatinine: creatinine).value
                var instances: [Instance] = []
                if let creatinine {
                    instances = [
                        try Chart.observation(
                            "2160-0",
                            Chart.quantity(creatinine, "mg/dL"),
                            on: "2026-11-02"
                        )
                    ]
                }
                var plain = try Chart.evaluation(
                    Self.text,
                    instances,
                    patient: Chart.patient(born: "2018-03-02")
                )
                #expect(try plain.value(of: name).description == traced.description)
            }
        }
    }

    @Test func `an error is part of the trace`() throws {
        let observation = try Chart.observation(
            "2160-0",
            Chart.quantity("1", "mg/dL", comparator: "<"),
            on: "2026-11-02"
        )
        var evaluation = try Chart.evaluation(Self.text, [observation])
        let trace = try evaluation.trace(of: "Adequate")
        #expect(trace.error == .quantityHasComparator)
        #expect(
            Explanation(of: trace).missing.map(\.text)
                == [
                    "Creatinine < 1 mg/dL on 2026-11-02: a quantity with a comparator is not an "
                        + "exact number"
                ]
        )
    }

    @Test func `a trace that doubles with every definition is cut and stays usable`() throws {
        let chain = (2...60).map { "define A\($0): A\($0 - 1) and A\($0 - 1)" }
        var evaluation = try Chart.evaluation(
            "define A1: exists [Observation]\n" + chain.joined(separator: "\n"),
            [
                Chart.observation("x", .string("y"), on: nil)
            ]
        )
        let trace = try evaluation.trace(of: "A60")
        #expect(trace.value.truth == true)
        #expect(Explanation(of: trace).lines.count <= 400)
        #expect(!trace.isCut)
        #expect(!trace.children.isEmpty)
    }

    @Test func `a function that calls another twice, again and again, is stopped`() throws {
        let chain = (1...60).map {
            "define function F\($0)(x Integer): F\($0 + 1)(x) + F\($0 + 1)(x)"
        }
        var evaluation = try Chart.evaluation(
            chain.joined(separator: "\n")
                + "\ndefine function F61(x Integer): x\ndefine A: F1(Count([Observation]))",
            []
        )
        #expect(throws: EvaluationError.limitExceeded(what: "steps of one evaluation")) {
            try evaluation.value(of: "A")
        }
    }
}
