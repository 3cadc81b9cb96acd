import ClinicalQuality
import Testing
import UnitsOfMeasure

struct ValuesTextTests {
    @Test(arguments: [
        "1 month", "null", "true", "-5", "5L", "5.50", "'it\\'s'", "@2014-01", "@2014T",
        "@2014-01-25T14:30",
        "@T14:30", "5.5 'cm'", "3 months", "1 '1' : 128 '1'", "{1, null}",
        "Interval[1, 10)", "Tuple { a: 1, b: {'x'} }", "Code { code: 'a', system: 's' }",
    ])
    func `a value prints as the literal that makes it`(literal: String) throws {
        #expect(try LiteralReader.value(literal).description == literal)
    }

    @Test func `control characters are escaped`() {
        #expect(Value.string("a\n\t\\\u{0C}\r'").description == "'a\\n\\t\\\\\\f\\r\\''")
    }

    @Test func `a whole decimal prints with a point`() {
        #expect(Value.decimal(5).description == "5.0")
    }

    @Test(arguments: [
        ("1", DataType.integer),
        ("{1, null}", .list(.integer)),
        ("{1, 'a'}", .list(.any)),
        ("Interval[null, 5]", .interval(.integer)),
        ("Interval[null, null]", .interval(.any)),
        ("null", .any),
    ])
    func `a value tells its type`(literal: String, type: DataType) throws {
        #expect(try LiteralReader.value(literal).dataType == type)
    }
}
