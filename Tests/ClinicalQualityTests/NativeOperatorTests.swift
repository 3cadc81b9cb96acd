import ClinicalQuality
import Testing
import UnitsOfMeasure

/// What the machine does itself for frequent kinds of values is what the operators do.
@Suite struct NativeOperatorTests {
    static let now = "2026-11-21T10:00:00.000+01:00"

    /// Values of one type, each to be held against each.
    struct Sample: Sendable, CustomTestStringConvertible {
        let type: String
        let values: [Value]
        var isOrdered = true

        var testDescription: String { type }
    }

    private static func decimals(_ texts: [String]) -> [Value] {
        texts.compactMap { ExactDecimal($0) }.map(Value.decimal)
    }

    private static func quantities(_ numbers: [String], _ units: [String]) -> [Value] {
        numbers.compactMap { ExactDecimal($0) }.flatMap { number in
            units.compactMap { try? QuantityUnit($0) }.map { .quantity(Quantity(number, $0)) }
        }
    }

    static let samples: [Sample] = [
        Sample(
            type: "Boolean",
            values: [.null, .boolean(true), .boolean(false)],
            isOrdered: false
        ),
        Sample(type: "Integer", values: [.null] + [.min, -1, 0, 1, .max].map(Value.integer)),
        Sample(
            type: "Decimal",
            values: [.null]
                + decimals([
                    "0", "0.0", "-1.5", "1.50", "1.5", "1.51", "99999999999999999999.5",
                    "9223372036854775807", "9223372036854775808", "-0.00000001",
                ])
        ),
        Sample(
            type: "Quantity",
            values: [.null]
                + quantities(
                    ["0", "1", "1.0", "2.54", "100000000000000000000"],
                    ["mg/dL", "mg/L", "g", "1", "month", "mo", "year", "d", "days"]
                )
        ),
        Sample(
            type: "Date",
            values: [.null]
                + ["2026", "2026-11", "2026-11-21", "2026-11-22", "2025-12-31", "2025"]
                .compactMap { try? CalendarDate($0) }.map(Value.date)
        ),
        Sample(
            type: "DateTime",
            values: [.null]
                + [
                    "2026T", "2026-11T", "2026-11-21T", "2026-11-21T10", "2026-11-21T10:00",
                    "2026-11-21T10:00:00.000", "2026-11-21T09:00:00.000Z",
                    "2026-11-21T23:30:00.000-05:00", "2026-11-22T05:30:00.000+01:00",
                ].compactMap { try? DateTime($0) }.map(Value.dateTime)
        ),
        Sample(
            type: "String",
            values: [.null] + ["", "a", "A", "é", "e\u{301}", "a b", "a\tb"].map(Value.string)
        ),
        Sample(
            type: "Code",
            values: [.null] + codes.map(Value.code),
            isOrdered: false
        ),
        Sample(
            type: "Concept",
            values: [.null, .concept(Concept(codes: []))]
                + codes.map { .concept(Concept(codes: [$0])) }
                + [.concept(Concept(codes: Array(codes.prefix(3))))],
            isOrdered: false
        ),
    ]

    private static let codes = [
        Code(code: "1", system: "a"), Code(code: "1", system: "b"), Code(code: "1"),
        Code(code: nil, system: "a"), Code(code: "é", system: "a"),
        Code(code: "e\u{301}", system: "a"), Code(code: "1", system: "a", display: "One"),
    ]

    private static func library(for sample: Sample) throws -> CompiledLibrary {
        let order = """

            define "<": L < R
            define "<=": L <= R
            define ">": L > R
            define ">=": L >= R
            define "first": First(({ L, R }) V return all V sort asc)
            define "last": Last(({ L, R }) V return all V sort asc)
            """
        let text = """
            library Native
            parameter L \(sample.type)
            parameter R \(sample.type)
            define "=": L = R
            define "!=": L != R
            define "~": L ~ R
            define "!~": L !~ R
            """
        return try Compiler().compile(
            LibrarySource(path: "test", text: sample.isOrdered ? text + order : text)
        )
    }

    @Test("comparisons are those of the operators", arguments: samples)
    func comparisons(_ sample: Sample) throws {
        let now = try DateTime(Self.now)
        let operators = Operators(at: now)
        let library = try Self.library(for: sample)
        for left in sample.values {
            for right in sample.values {
                var evaluation = try Evaluation(
                    library,
                    over: IndexedRecord(subject: nil, instances: []),
                    at: now,
                    parameters: ["L": left, "R": right].filter { !$0.value.isNull }
                )
                func truth(_ name: String) throws -> Bool? { try evaluation.value(of: name).truth }
                let note = Comment(rawValue: "\(left) and \(right)")
                let equal = operators.equal(left, right)
                #expect(try truth("=") == equal, note)
                #expect(try truth("!=") == equal.map { !$0 }, note)
                #expect(try truth("~") == operators.equivalent(left, right), note)
                #expect(try truth("!~") == !operators.equivalent(left, right), note)
                guard sample.isOrdered else { continue }
                let order = operators.compare(left, right)
                #expect(try truth("<") == order.isLess, note)
                #expect(try truth("<=") == order.isLessOrEqual, note)
                #expect(try truth(">") == order.isGreater, note)
                #expect(try truth(">=") == order.isGreaterOrEqual, note)
                let isSwapped = operators.sortOrder(left, right) > 0
                #expect(
                    try "\(evaluation.value(of: "first"))" == "\(isSwapped ? right : left)",
                    note
                )
                #expect(
                    try "\(evaluation.value(of: "last"))" == "\(isSwapped ? left : right)",
                    note
                )
            }
        }
    }
}
