import ClinicalQuality
import Testing

/// Values that are kept between calls, records and times are never those of another one.
@Suite struct EvaluationRestartTests {
    /// What a function gives can be kept, with the record, the time, or an empty list.
    private static let text = """
        define function Amount(O FHIR.Observation): O.value as FHIR.integer
        define function DaysSince(O FHIR.Observation):
          days between date from (O.effective as FHIR.dateTime) and Today()
        define function Others(O FHIR.Observation): Count([Observation]) - 1
        define function Since(list List<FHIR.Observation>):
          if exists list then 0 else timezoneoffset from DateTime(2026, 11, 21, 0)
        define function Total(list List<FHIR.Observation>): Sum(list O return all Amount(O).value)

        define "Amounts": [Observation] O return all Amount(O)
        define "Days": [Observation] O return all DaysSince(O)
        define "Other counts": [Observation] O return all Others(O)
        define "Of none": Since([Observation] O where Amount(O) > 100)
        define "Last amount": Amount(Last([Observation])).value + Amount(Last([Observation])).value
        define "Totals": { Total([Observation]), Total([Observation: "Creatinine"]) }

        """

    private static let names = [
        "Amounts", "Days", "Other counts", "Of none", "Last amount", "Totals",
    ]
    private static let times = ["2026-11-21T12:00:00.000+00:00", "2026-12-24T12:00:00.000+02:00"]

    private static func records() throws -> [IndexedRecord] {
        func result(_ amount: Int32, _ day: String, _ code: String = "x") throws -> Instance {
            try Chart.observation(code, .integer(amount), on: day)
        }
        let one = try result(1, "2026-11-02")
        let two = try result(2, "2026-11-03")
        return [
            [], [one], [two], [one, two], [try result(5, "2026-11-05", "2160-0")],
        ].map { IndexedRecord(subject: nil, instances: $0) }
    }

    @Test(arguments: names, [false, true])
    func `a restarted evaluation gives what a new one gives`(
        _ name: String,
        _ isTracing: Bool
    ) throws {
        let library = try Compiler().compile(
            LibrarySource(path: "test", text: Chart.header + Self.text)
        )
        let records = try Self.records()
        let times = try Self.times.map { try DateTime($0) }
        let steps = records.flatMap { record in times.map { (record, $0) } }
        func evaluation(_ step: (IndexedRecord, DateTime)) throws -> Evaluation {
            try Evaluation(library, over: step.0, at: step.1, tracing: isTracing)
        }
        func told(_ evaluation: inout Evaluation) throws -> String {
            let value = try evaluation.value(of: name)
            guard isTracing else { return value.description }
            let trace = try evaluation.trace(of: name)
            return "\(trace.value) \(trace.allResources().map(\.elements))"
        }
        var answers: Set<String> = []
        for first in steps {
            for second in steps {
                var restarted = try evaluation(first)
                _ = try told(&restarted)
                try restarted.restart(over: second.0, at: second.1)
                var new = try evaluation(second)
                let answer = try told(&new)
                #expect(try told(&restarted) == answer)
                answers.insert(answer)
            }
        }
        #expect(answers.count > 1)
    }

    private static func tree(_ node: TraceNode) -> String {
        let children = node.children.map(tree).joined(separator: ", ")
        return "\(node.kind) \(node.value) [\(children)]"
    }

    @Test(arguments: names, names)
    func `a trace is the same after another one`(_ first: String, _ second: String) throws {
        func evaluation() throws -> Evaluation {
            let results = [
                try Chart.observation("x", .integer(1), on: "2026-11-02"),
                try Chart.observation("2160-0", .integer(2), on: "2026-11-03"),
            ]
            return try Chart.evaluation(Self.text, results, tracing: true)
        }
        var later = try evaluation()
        _ = try later.trace(of: first)
        var alone = try evaluation()
        let tree = Self.tree(try alone.trace(of: second))
        #expect(Self.tree(try later.trace(of: second)) == tree)
    }

    /// The last value of a function is kept with its operands.
    @Test(arguments: [
        ("Integer", "1", "2"), ("Boolean", "true", "false"), ("Boolean", "null", "true"),
        ("Date", "@2026-01-01", "@2026-01-02"), ("Date", "@2026-01", "@2026-01-01"),
        ("DateTime", "@2026-01-01T10:00:00.000Z", "@2026-01-01T10:00:00.001Z"),
        ("String", "'a'", "'b'"), ("Decimal", "1.0", "1.1"), ("Integer", "null", "1"),
        ("System.Quantity", "1 'mg'", "1 'g'"), ("List<Integer>", "{1, 2}", "{1, 3}"),
        ("FHIR.Observation", "\"First\"", "\"Second\""),
        ("FHIR.Observation", "\"First\"", "null"),
        ("List<FHIR.Observation>", "{\"First\", \"Second\"}", "{\"Second\", \"First\"}"),
        ("List<FHIR.Observation>", "{\"First\", \"Second\"}", "{\"First\"}"),
        ("List<FHIR.Observation>", "{\"First\"}", "{null}"),
    ])
    func `a function is evaluated for its own operands`(
        _ type: String,
        _ first: String,
        _ second: String
    ) throws {
        func typed(_ operand: String) -> String { "(\(operand) as \(type))" }
        let library = """
            define "First": singleton from ([Observation: "Creatinine"])
            define "Second": singleton from ([Observation: "Karnofsky"])
            define function F(O FHIR.Observation, x \(type)): x
            define "Calls": {
              F("First", \(typed(first))), F("First", \(typed(second))),
              F("First", \(typed(first))), F("Second", \(typed(first)))
            }
            define "Operands": {
              \(typed(first)), \(typed(second)), \(typed(first)), \(typed(first))
            }

            """
        var evaluation = try Chart.evaluation(
            library,
            [
                Chart.observation("2160-0", .integer(1), on: nil),
                Chart.observation("89243-0", .integer(2), on: nil),
            ]
        )
        let operands = try evaluation.value(of: "Operands").description
        #expect(try evaluation.value(of: "Calls").description == operands)
    }
}
