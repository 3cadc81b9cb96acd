import ClinicalQuality
import Testing
import UnitsOfMeasure

/// Source of the rules: CQL 1.5, chapter 5, "Uncertainty".
struct OperatorsUncertaintyTests {
    /// Some number from `low` to `high`, as counting the days between partial dates gives it.
    private func days(_ from: String, _ to: String) throws -> Value {
        try operators().duration(
            .day,
            from: LiteralReader.value(from),
            to: LiteralReader.value(to)
        )
    }

    @Test func `arithmetic gives all that is possible`() throws {
        let days = try days("@2014-01-15", "@2014-02")
        #expect(days.description == "Interval[17, 44]")
        #expect(try Operators.add(days, days).description == "Interval[34, 88]")
        #expect(try Operators.subtract(days, .integer(4)).description == "Interval[13, 40]")
        #expect(try Operators.multiply(.integer(-2), days).description == "Interval[-88, -34]")
        #expect(try Operators.multiply(days, .integer(100_000_000)).isNull)
        #expect(try Operators.negate(days).description == "Interval[-44, -17]")
        #expect(throws: EvaluationError.self) {
            try Operators.truncatedDivide(days, .integer(2))
        }
        #expect(throws: EvaluationError.self) { try Operators.divide(days, .integer(2)) }
        #expect(throws: EvaluationError.self) { try Operators.modulo(.integer(2), days) }
    }

    @Test(arguments: [
        // number, days < number, days <= number, days = number
        (16, false, false, false),
        (17, false, nil, nil),
        (20, nil, nil, nil),
        (44, nil, true, nil),
        (45, true, true, false),
    ])
    func `comparisons are known when they hold for all that is possible`(
        number: Int32,
        less: Bool?,
        lessOrEqual: Bool?,
        equal: Bool?
    ) throws {
        let days = try days("@2014-01-15", "@2014-02")
        let order = try operators().compare(days, .integer(number))
        #expect(order.isLess == less)
        #expect(order.isLessOrEqual == lessOrEqual)
        #expect(try operators().equal(days, .integer(number)) == equal)
        #expect(try operators().compare(.integer(number), days).isGreater == less)
    }

    @Test func `two uncertainties that overlap are not known to be equal`() throws {
        let days = try days("@2014-01-15", "@2014-02")
        #expect(try operators().equal(days, days) == nil)
        #expect(try operators().equal(days, LiteralReader.value("Interval[17, 44]")) == true)
    }

    @Test func `what needs one number is unknown for several`() throws {
        let days = try days("@2014-01-15", "@2014-02")
        let list = try LiteralReader.value("{1, 2, 3}")
        for (name, arguments) in [
            ("Abs", [days]), ("Power", [days, .integer(2)]), ("Successor", [days]),
            ("Skip", [list, days]), ("Take", [list, days]), ("Slice", [list, days]),
        ] {
            let overloads = OperatorTable.standard.overloads(of: name)
            let overload = try #require(overloads.first { $0.parameters.count == arguments.count })
            #expect(try overload(try operators(), arguments).isNull)
        }
        #expect(try Operators.average([days, .decimal(1)]).isNull)
        #expect(Operators.toLong(days).description == "Interval[17L, 44L]")
        #expect(Operators.toDecimal(days).description == "Interval[17.0, 44.0]")
    }

    @Test func `a Date beside a DateTime is some moment of its day`() throws {
        let age = try operators().duration(
            .day,
            from: LiteralReader.value("@2024-02-29"),
            to: LiteralReader.value("@2024-03-01T10:00")
        )
        #expect(age.description == "Interval[0, 1]")
    }
}
