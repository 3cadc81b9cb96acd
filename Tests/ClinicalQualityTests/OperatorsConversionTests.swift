import ClinicalQuality
import Testing

/// Source of the rules: CQL 1.5, appendix B, "Type Operators" and "Clinical Operators".
struct OperatorsConversionTests {
    @Test(arguments: [
        ("ToBoolean", "'Yes'", "true"),
        ("ToBoolean", "'0'", "false"),
        ("ToBoolean", "'falsetto'", "null"),
        ("ToBoolean", "1.0", "true"),
        ("ToBoolean", "2", "null"),
        ("ToInteger", "'-25'", "-25"),
        ("ToInteger", "'+25'", "25"),
        ("ToInteger", "'25.0'", "null"),
        ("ToInteger", "'2147483648'", "null"),
        ("ToInteger", "'foo'", "null"),
        ("ToInteger", "2147483648L", "null"),
        ("ToInteger", "true", "1"),
        ("ToLong", "'9223372036854775808'", "null"),
        ("ToLong", "5", "5L"),
        ("ToDecimal", "'-0.1'", "-0.1"),
        ("ToDecimal", "'+-0.1'", "null"),
        ("ToDecimal", "'.5'", "null"),
        ("ToDecimal", "'1e3'", "null"),
        ("ToDecimal", "5", "5.0"),
        ("ToDecimal", "false", "0.0"),
        ("ToQuantity", "'5.5 \\'cm\\''", "5.5 'cm'"),
        ("ToQuantity", "'-0.1\\'mg\\''", "-0.1 'mg'"),
        ("ToQuantity", "'444 \\'cm'", "null"),
        ("ToQuantity", "'3 months'", "3 months"),
        ("ToQuantity", "'3 \\'nonsense\\''", "null"),
        ("ToQuantity", "13", "13 '1'"),
        ("ToQuantity", "1 'mg': 2 'mL'", "0.5 'mg/mL'"),
        ("ToRatio", "'1.0 \\'mg\\':2.0 \\'mg\\''", "1.0 'mg' : 2.0 'mg'"),
        ("ToRatio", "'1.0 \\'mg\\';2.0 \\'mg\\''", "null"),
        ("ToDate", "'2014-01'", "@2014-01"),
        ("ToDate", "'2014-01-01T12:30:00'", "@2014-01-01"),
        ("ToDate", "'2014-02-30'", "null"),
        ("ToDateTime", "'2014-01-01T12:05:05.955Z'", "@2014-01-01T12:05:05.955+00:00"),
        ("ToDateTime", "'2014/01/01'", "null"),
        ("ToDateTime", "@2014-01", "@2014-01T"),
        ("ToTime", "'T14:30:00.0-05:45'", "@T14:30:00.000"),
        ("ToTime", "'T14-30-00.0'", "null"),
        ("ToTime", "'14:30'", "@T14:30"),
        ("ToString", "125 'cm'", "'125 \\'cm\\''"),
        ("ToString", "@2000-01-01T08:25:25.300-07:00", "'2000-01-01T08:25:25.300-07:00'"),
        ("ToString", "@2000-01-01T", "'2000-01-01'"),
        ("ToString", "@T09:30:01.003", "'09:30:01.003'"),
        ("ToString", "5L", "'5'"),
        ("ToString", "1 'mg': 2 'mL'", "'1 \\'mg\\':2 \\'mL\\''"),
        ("ToString", "5.0", "'5.0'"),
        ("ToString", "null", "null"),
        ("ConvertsToInteger", "'2'", "true"),
        ("ConvertsToInteger", "'foo'", "false"),
        ("ConvertsToInteger", "2147483648L", "false"),
        ("ConvertsToDate", "null", "null"),
        ("ConvertsToString", "1", "true"),
        ("ConvertsToTime", "5", "false"),
        ("ToConcept", "null", "null"),
        ("ToChars", "'ab'", "{'a', 'b'}"),
    ])
    func `conversions give null for what cannot be converted`(
        name: String,
        argument: String,
        result: String
    ) throws {
        #expect(try apply(name, [argument]) == result)
    }

    @Test(arguments: [
        ("5 'mg'", "'g'", "0.005 'g'"),
        ("5 'ng'", "'g'", "0.000000005 'g'"),
        ("1 year", "'months'", "12 months"),
        ("1 year", "'d'", "null"),
        ("5 'mg'", "'cm'", "null"),
        ("5 'mg'", "'nonsense'", "null"),
        ("5 'mg'", "null", "null"),
    ])
    func `converting quantities`(quantity: String, unit: String, result: String) throws {
        #expect(try apply("ConvertQuantity", [quantity, unit]) == result)
    }

    @Test(arguments: [
        ("@2012-02-29", "year", "12"),
        ("@2012-03-01", "year", "12"),
        ("@2012-03-02", "year", "11"),
        ("@2012-03", "year", "Interval[11, 12]"),
        ("@2024-02-29", "day", "1"),
        ("null", "year", "null"),
    ])
    func `the age today`(birth: String, unit: String, age: String) throws {
        #expect(try apply("CalculateAge \(unit)", [birth]) == age)
    }

    @Test func `membership in a value set needs its codes`() throws {
        let code = Code(code: "a", system: "s")
        let set = ValueSet(id: "urn:x", expansion: [code, Code(code: "a", system: "t")])
        #expect(try Operators.isIn(set, .code(Code(code: "a", system: "s", display: "x"))))
        #expect(try !Operators.isIn(set, .code(Code(code: "a", system: "u"))))
        #expect(try Operators.isIn(set, .concept(Concept(codes: [Code(code: "b"), code]))))
        #expect(try !Operators.isIn(set, .null))
        #expect(throws: EvaluationError.self) { try Operators.isIn(set, .string("a")) }
        #expect(throws: EvaluationError.valueSetUnknown(id: "urn:y")) {
            try Operators.isIn(ValueSet(id: "urn:y"), .code(code))
        }
    }

    @Test func `a message of severity Error stops the evaluation`() throws {
        #expect(try apply("Message", ["1", "true", "'1'", "'Warning'", "'x'"]) == "1")
        #expect(try apply("Message", ["1", "false", "'1'", "'Error'", "'x'"]) == "1")
        #expect(try apply("Message", ["1", "true", "'1'", "'Error'", "'x'"]) == "error")
    }
}
