import ClinicalQuality
import Testing
import UnitsOfMeasure

/// Source of the rules: CQL 1.5, appendix B, "Comparison Operators" and "Logical Operators".
struct OperatorsComparingTests {
    @Test(arguments: [
        ("1", "1", "true"),
        ("1", "2", "false"),
        ("1", "null", "null"),
        ("1.50", "1.5", "true"),
        ("1", "1.0", "true"),
        ("'a'", "'A'", "false"),
        ("'e\u{301}'", "'\u{e9}'", "false"),
        ("1 'cm'", "0.01 'm'", "true"),
        ("1 'cm'", "1 'cm2'", "null"),
        ("5 'mmol/L'", "5 '10*9/L'", "null"),
        ("1 month", "1 'mo'", "null"),
        ("1 year", "12 months", "true"),
        ("1 year", "365 days", "null"),
        ("1 day", "24 hours", "true"),
        ("1 week", "7 'd'", "true"),
        ("1 '1': 8 '1'", "1 '1': 8 '1'", "true"),
        ("1 '1': 8 '1'", "2 '1': 16 '1'", "false"),
        ("@2012", "@2012-01", "null"),
        ("@2012", "@2013-01", "false"),
        ("@2012-01-01", "@2012-01-01T12", "null"),
        ("@2014-01-25T14:30:00.000+01:00", "@2014-01-25T13:30:00.000Z", "true"),
        ("@2014-01-25T14:30:00.000", "@2014-01-25T14:30:00.000Z", "true"),
        ("@T10:00:00", "@T10:00:00.000", "null"),
        ("{1, null}", "{1, null}", "true"),
        ("{1, 2}", "{1, null}", "null"),
        ("{1, 2}", "{1, 2, 3}", "false"),
        ("{1, 2}", "{'1', '2'}", "false"),
        ("{}", "{}", "true"),
        ("Tuple { x: 1, y: null }", "Tuple { x: 1, y: null }", "true"),
        ("Tuple { x: 1, y: null }", "Tuple { x: 2, y: null }", "false"),
        ("Tuple { x: 1, y: 1 }", "Tuple { x: null, y: 1 }", "null"),
        ("Interval[1, 4]", "Interval(0, 5)", "true"),
        ("Interval[1, 4]", "Interval[1, 5]", "false"),
        ("Interval[1, null]", "Interval[1, 2147483647]", "true"),
        ("Interval[1, null)", "Interval[1, 5]", "null"),
        ("Interval[2, null)", "Interval[1, 5]", "false"),
        ("Code { code: 'a', system: 's' }", "Code { code: 'a', system: 's' }", "true"),
        ("Code { code: 'a', system: 's' }", "Code { code: 'a', system: 't' }", "false"),
        ("true", "1", "false"),
    ])
    func `equal is three-valued`(left: String, right: String, result: String) throws {
        let equal = try operators().equal(LiteralReader.value(left), LiteralReader.value(right))
        #expect(Value(equal).description == result)
        let reversed = try operators().equal(LiteralReader.value(right), LiteralReader.value(left))
        #expect(reversed == equal)
    }

    @Test(arguments: [
        ("null", "null", true),
        ("1", "null", false),
        ("'John  Doe'", "'john\tdoe'", false),
        ("'John Doe'", "'john\tDOE'", true),
        ("1.001", "1.000", true),
        ("1.5", "1.55", false),
        ("1.50", "1.55", false),
        ("100 'cm'", "1 'm'", true),
        ("3.5 'cm2'", "3.5 'cm'", false),
        ("1 year", "1 'a'", true),
        ("1 month", "1 'mo'", true),
        ("1 year", "365 days", true),
        ("1 month", "30 days", true),
        ("1 month", "1 'a'", false),
        ("1 '1': 100 '1'", "10 '1': 1000 '1'", true),
        ("1 '1': 8 '1'", "1 '1': 9 '1'", false),
        ("@2012-01-01", "@2012-01-01T12", false),
        ("@2012-01", "@2012-01", true),
        ("{1, null}", "{1, null}", true),
        ("{1, 2}", "{2, 1}", false),
        ("Interval[1, null]", "Interval[1, null]", true),
        ("Interval[1, 4]", "Interval(0, 5)", true),
        ("Code { code: 'a', system: 's', display: 'x' }", "Code { code: 'a', system: 's' }", true),
        ("Code { code: 'a', system: 's' }", "Code { code: 'b', system: 's' }", false),
    ])
    func `equivalent is two-valued`(left: String, right: String, result: Bool) throws {
        let (a, b) = (try LiteralReader.value(left), try LiteralReader.value(right))
        #expect(try operators().equivalent(a, b) == result)
        #expect(try operators().equivalent(b, a) == result)
    }

    @Test func `concepts are equivalent when they share a code`() throws {
        let (a, b) = (Code(code: "a", system: "s"), Code(code: "b", system: "s"))
        let first = Value.concept(Concept(codes: [a, b]))
        #expect(try operators().equivalent(first, .concept(Concept(codes: [b]))))
        #expect(try operators().equivalent(first, .code(a)))
        #expect(try !operators().equivalent(first, .code(Code(code: "a", system: "t"))))
        #expect(try !operators().equivalent(.concept(Concept(codes: [])), first))
    }

    @Test(arguments: [
        ("0", "1", "true", "true"),
        ("1", "1", "false", "true"),
        ("2.0", "1.0", "false", "false"),
        ("'Jack'", "'Jill'", "true", "true"),
        ("'a'", "'aa'", "true", "true"),
        ("1 'm'", "10 'cm'", "false", "false"),
        ("1 'cm2'", "2 'cm'", "null", "null"),
        ("@2014", "@2014-02-15", "null", "null"),
        ("@2013", "@2014-02-15", "true", "true"),
        ("@2015", "@2014-02-15", "false", "false"),
        ("@T10:00:00.001", "@T10:00:00.002", "true", "true"),
        ("@2014-01-25T14:00:00+02:00", "@2014-01-25T13:00:00+00:00", "true", "true"),
        ("1", "null", "null", "null"),
    ])
    func `less and less or equal`(
        left: String,
        right: String,
        less: String,
        lessOrEqual: String
    ) throws {
        #expect(try apply("Less", [left, right]) == less)
        #expect(try apply("Greater", [right, left]) == less)
        #expect(try apply("LessOrEqual", [left, right]) == lessOrEqual)
        #expect(try apply("GreaterOrEqual", [right, left]) == lessOrEqual)
    }

    @Test(arguments: [
        // left, right, and, or, xor, implies
        ("true", "true", "true", "true", "false", "true"),
        ("true", "false", "false", "true", "true", "false"),
        ("true", "null", "null", "true", "null", "null"),
        ("false", "true", "false", "true", "true", "true"),
        ("false", "false", "false", "false", "false", "true"),
        ("false", "null", "false", "null", "null", "true"),
        ("null", "true", "null", "true", "null", "true"),
        ("null", "false", "false", "null", "null", "null"),
        ("null", "null", "null", "null", "null", "null"),
    ])
    func `truth tables`(
        left: String,
        right: String,
        and: String,
        or: String,
        xor: String,
        implies: String
    ) throws {
        #expect(try apply("And", [left, right]) == and)
        #expect(try apply("Or", [left, right]) == or)
        #expect(try apply("Xor", [left, right]) == xor)
        #expect(try apply("Implies", [left, right]) == implies)
    }

    @Test func `a value needs no more than 32 bytes`() {
        #expect(MemoryLayout<Value>.stride == 32)
    }
}
