import ClinicalQuality
import Testing

/// Source of the rules: CQL 1.5, appendix B, "Interval Operators".
struct OperatorsIntervalTests {
    @Test(arguments: [
        ("Interval[1, 10]", "1", "10"),
        ("Interval(1, 10)", "2", "9"),
        ("Interval(1.0, 2.0)", "1.00000001", "1.99999999"),
        ("Interval[null, 10]", "-2147483648", "10"),
        ("Interval[1, null)", "1", "Interval[1, 2147483647]"),
        ("Interval[@2012-01-01, @2012-02-01)", "@2012-01-01", "@2012-01-31"),
        ("Interval[1 'mg', null]", "1 'mg'", "99999999999999999999.99999999 'mg'"),
        ("Interval[null, null]", "null", "null"),
    ])
    func `the first and the last point`(interval: String, start: String, end: String) throws {
        #expect(try apply("Start", [interval]) == start)
        #expect(try apply("End", [interval]) == end)
    }

    @Test(arguments: [
        ("After", "Interval[11, 20]", "Interval[1, 10]", "true"),
        ("After", "12", "Interval[1, 10]", "true"),
        ("After", "Interval[11, 20]", "12", "false"),
        ("After", "null", "Interval[1, 10]", "null"),
        ("Before", "Interval[1, 10]", "11", "true"),
        ("Before", "Interval[1, null)", "0", "false"),
        ("Before", "Interval[1, null)", "5", "null"),
        ("SameOrAfter", "Interval[6, 10]", "6", "true"),
        ("SameOrAfter", "2.5", "Interval[1.666, 2.50000001]", "false"),
        ("SameOrBefore", "Interval[4, 6]", "6", "true"),
        ("SameAs", "Interval[1, 3]", "Interval(0, 4)", "true"),
        ("SameOrBefore month", "Interval[@2012-10-01, @2012-11-01]", "@2012-11-15", "true"),
        ("SameOrAfter month", "@2012-11-15", "Interval[@2012-12-01, @2013-12-01]", "false"),
        ("Meets", "Interval[1, 10]", "Interval[11, 20]", "true"),
        ("Meets", "Interval[11, 20]", "Interval[1, 10]", "true"),
        ("Meets", "Interval(null, 5]", "Interval(null, 15)", "null"),
        ("Meets", "Interval[@T03, @T04]", "Interval[@T05, @T06]", "true"),
        ("Meets", "Interval[1, 2147483647]", "Interval[3, 4]", "false"),
        ("MeetsBefore", "Interval[11, 20]", "Interval[1, 10]", "false"),
        (
            "MeetsAfter", "Interval[55.00000123 'g', 128 'g']", "Interval[1 'g', 55.00000122 'g']",
            "true"
        ),
        (
            "MeetsBefore day", "Interval[@2012-01-01T, @2012-01-14T23:30]",
            "Interval[@2012-01-15T01:00, @2012-01-16T]", "true"
        ),
        ("Overlaps", "Interval[1, 10]", "Interval[10, 20]", "true"),
        ("Overlaps", "Interval[4, 10)", "Interval[10, 20]", "false"),
        ("Overlaps", "Interval[null, null]", "Interval[1, 10]", "null"),
        (
            "Overlaps", "Interval[@2012-02-25T, @2012-03-26T]", "Interval[@2012-01-10T, @2012-02T]",
            "null"
        ),
        ("Overlaps", "Interval[@2012T, @2013-03T]", "Interval[@2012-02T, @2013-02T]", "true"),
        ("OverlapsBefore", "Interval[4, 10]", "Interval(4, 10]", "true"),
        ("OverlapsBefore", "Interval[4, 10]", "Interval[4, 10]", "false"),
        ("OverlapsBefore", "Interval(null, 5]", "Interval[5, 10]", "null"),
        ("OverlapsBefore", "Interval(null, 6]", "Interval[5, 10]", "null"),
        ("OverlapsAfter", "Interval[5, null)", "Interval[1, 5]", "null"),
        ("Overlaps", "Interval[5, null)", "Interval[1, 5]", "true"),
        ("OverlapsAfter", "Interval[4, 11)", "Interval[4, 9]", "true"),
        ("Starts", "Interval[4, 10]", "Interval[4, 15]", "true"),
        ("Starts", "Interval[null, null]", "Interval[1, 10]", "null"),
        ("Ends", "Interval[4, 10]", "Interval[1, 10]", "true"),
        ("Ends", "Interval[1, 10]", "Interval(null, null)", "null"),
    ])
    func `relations`(name: String, left: String, right: String, result: String) throws {
        #expect(try apply(name, [left, right]) == result)
    }

    @Test(arguments: [
        ("Contains", "Interval[1, 10]", "5", "true"),
        ("Contains", "Interval[1, 10)", "10", "false"),
        ("Contains", "Interval[1, 10]", "null", "null"),
        ("Contains", "null", "5", "false"),
        ("Contains", "Interval[null, 5]", "10", "false"),
        ("Contains", "Interval[null, 5]", "-7", "true"),
        ("Contains", "Interval(null, 5]", "-7", "null"),
        ("Contains", "Interval[0 'g', 5 'g')", "4.5 'g'", "true"),
        ("Contains", "Interval[0 'g', 5 'g')", "5000 'mg'", "false"),
        ("In", "5", "Interval[null, null]", "false"),
        ("In", "5", "Interval[null, null] of Integer", "true"),
        ("In", "@2012-01-07T", "Interval[@2012-01-05T, null]", "true"),
        ("In", "@2012-01T", "Interval[@2012-01-05T, @2012-03-01T]", "null"),
        ("In day", "@2012-01-05T01:00", "Interval[@2012-01-05T12:00, @2012-01-06T]", "true"),
        ("In day", "@2012-01-06T01:00", "Interval[@2012-01-05T, @2012-01-06T12:00)", "false"),
        ("ProperContains", "Interval[1, 10]", "1", "false"),
        ("ProperContains", "Interval[1, 10]", "2", "true"),
        ("ProperContains", "Interval[@T12:00:00.001, @T21:59:59.999]", "@T12:00:00", "null"),
        (
            "ProperContains second", "Interval[@T12:00:00.001, @T21:59:59.999]", "@T12:00:00",
            "false"
        ),
        ("ProperIn second", "@T12:00:01", "Interval[@T12:00:00.000, @T21:59:59.999]", "true"),
        ("Includes", "Interval[1, 10]", "Interval[2, 10]", "true"),
        ("Includes", "Interval[1, 10]", "Interval[2, 11]", "false"),
        ("Includes", "null", "Interval[2, 11]", "null"),
        ("IncludedIn", "Interval[4, 10]", "Interval[1, 10]", "true"),
        (
            "IncludedIn", "Interval[@2017-09-01T00:00:00, @2017-09-01T00:00:00]",
            "Interval[@2017-09-01T00:00:00.000, @2017-12-30T23:59:59.999]", "null"
        ),
        ("ProperIncludes", "Interval[1, 10]", "Interval[1, 10]", "false"),
        ("ProperIncludes", "Interval[1, 10]", "Interval[4, 10]", "true"),
        ("ProperIncludedIn", "Interval[1, 10]", "Interval[null, null]", "true"),
    ])
    func `membership`(name: String, left: String, right: String, result: String) throws {
        #expect(try apply(name, [left, right]) == result)
    }

    @Test(arguments: [
        ("Union", "Interval[1, 10]", "Interval[4, 15]", "Interval[1, 15]"),
        ("Union", "Interval[1, 3]", "Interval[4, 15]", "Interval[1, 15]"),
        ("Union", "Interval[1, 3]", "Interval[5, 15]", "null"),
        ("Union", "Interval[null, null]", "Interval[1, 10]", "null"),
        ("Intersect", "Interval[1, 10]", "Interval[4, 15]", "Interval[4, 10]"),
        ("Intersect", "Interval[1, 10]", "Interval[11, 15]", "null"),
        ("Intersect", "Interval[1, 10]", "Interval[5, null)", "Interval[5, null)"),
        ("Intersect", "Interval[1, 10]", "Interval[5, null]", "Interval[5, 10]"),
        ("Except", "Interval[1, 10]", "Interval[4, 10]", "Interval[1, 3]"),
        ("Except", "Interval[1, 10]", "Interval[0, 3]", "Interval[4, 10]"),
        ("Except", "Interval[1, 10]", "Interval[3, 7]", "null"),
        ("Except", "Interval[1, 10]", "Interval[0, 20]", "null"),
        ("Except", "Interval[1, 10]", "Interval[20, 30]", "Interval[1, 10]"),
        (
            "Except", "Interval[1.0 'g', 10.0 'g']", "Interval[5.0 'g', 10.0 'g']",
            "Interval[1.0 'g', 4.99999999 'g']"
        ),
        (
            "Except", "Interval[@2012-02-25T, @2012-03-26T]", "Interval[@2012-01-10T, @2012-02T]",
            "null"
        ),
        ("Except", "Interval[null, null]", "Interval[null, null]", "null"),
    ])
    func `set operators`(name: String, left: String, right: String, result: String) throws {
        #expect(try apply(name, [left, right]) == result)
    }

    @Test(arguments: [
        ("Width", "Interval[1, 10]", "9"),
        ("Width", "Interval[4.0, 15.0]", "11.0"),
        ("Width", "Interval[0, null)", "null"),
        ("Width", "Interval[@2012-01-01, @2012-01-02]", "no overload"),
        ("Size", "Interval[3, 8)", "5"),
        ("Size", "Interval[3 'g', 7 'g']", "4.00000001 'g'"),
        ("PointFrom", "Interval[4, 5)", "4"),
        ("PointFrom", "Interval[1, 4]", "error"),
        ("PointFrom", "Interval[null, null]", "null"),
    ])
    func `measures`(name: String, interval: String, result: String) throws {
        #expect(try apply(name, [interval]) == result)
    }

    @Test(arguments: [
        (
            "{Interval[1, 5], Interval[12, 19], Interval[3, 7], Interval[7, 10]}", "null",
            "{Interval[1, 10], Interval[12, 19]}"
        ),
        ("{Interval[4, 6], Interval[7, 8]}", "null", "{Interval[4, 8]}"),
        ("{Interval[4, 6], Interval[9, 10]}", "null", "{Interval[4, 6], Interval[9, 10]}"),
        ("{Interval[4, 6], Interval[9, 10]}", "3 '1'", "{Interval[4, 10]}"),
        ("{Interval(null, null), null}", "null", "{}"),
        (
            "{Interval[@2012-01-01, @2012-01-15], Interval[@2012-01-17, @2012-01-20]}", "1 day",
            "{Interval[@2012-01-01, @2012-01-15], Interval[@2012-01-17, @2012-01-20]}"
        ),
        (
            "{Interval[@2012-01-01, @2012-01-15], Interval[@2012-01-17, @2012-01-20]}", "1 month",
            "{Interval[@2012-01-01, @2012-01-20]}"
        ),
        (
            "{Interval[@2012-01-01, @2012-01-15], Interval[@2012-01-17, @2012-01-20]}", "2 days",
            "{Interval[@2012-01-01, @2012-01-20]}"
        ),
        ("null", "null", "null"),
    ])
    func `collapsing`(list: String, per: String, result: String) throws {
        #expect(try apply("Collapse", [list, per]) == result)
    }

    @Test(arguments: [
        ("Interval[1, 10]", "2 '1'", "{1, 3, 5, 7, 9}"),
        ("Interval[1, 10)", "2 '1'", "{1, 3, 5, 7}"),
        ("Interval[1, 3]", "null", "{1, 2, 3}"),
        ("Interval[10.0, 12.5]", "1 '1'", "{10.0, 11.0, 12.0}"),
        ("Interval[1.0, 1.2]", "null", "{1.0, 1.1, 1.2}"),
        ("Interval[@T10:00, @T12:30)", "1 hour", "{@T10, @T11, @T12}"),
        ("Interval[@T22:00, @T23:59]", "1 hour", "{@T22, @T23}"),
        ("Interval[@T10, @T10]", "1 minute", "{}"),
        (
            "Interval[@2018-01-30, @2018-02-02]", "1 day",
            "{@2018-01-30, @2018-01-31, @2018-02-01, @2018-02-02}"
        ),
        (
            "Interval[@2018-01-31, @2018-05-31]", "1 month",
            "{@2018-01, @2018-02, @2018-03, @2018-04, @2018-05}"
        ),
        ("Interval[1 'g', 3 'g']", "1000 'mg'", "{1000 'mg', 2000 'mg'}"),
        ("Interval[1 'g', 3 'g']", "1 day", "null"),
        ("Interval[1, 3]", "0 '1'", "null"),
        ("Interval[1, null]", "1 '1'", "{}"),
        ("Interval[1, 2147483647]", "1 '1'", "error"),
        (
            "{Interval[@2018-01-01, @2018-01-04]}", "2 days",
            "{Interval[@2018-01-01, @2018-01-02], Interval[@2018-01-03, @2018-01-04]}"
        ),
        ("{Interval[10, 10]}", "0.5 '1'", "{Interval[10.0, 10.4], Interval[10.5, 10.9]}"),
        ("{Interval[1, 3], null, Interval[2, 4]}", "2 '1'", "{Interval[1, 2], Interval[3, 4]}"),
        ("{}", "null", "{}"),
        ("{null}", "null", "{}"),
    ])
    func `expanding`(argument: String, per: String, result: String) throws {
        #expect(try apply("Expand", [argument, per]) == result)
    }

    @Test func `an interval cannot end before it begins`() throws {
        let operators = try operators()
        #expect(throws: EvaluationError.self) {
            try operators.interval(.integer(5), .integer(5), lowClosed: true, highClosed: false)
        }
        #expect(throws: EvaluationError.self) {
            try operators.interval(.integer(6), .integer(5), lowClosed: true, highClosed: true)
        }
        let unit = try operators.interval(
            .integer(5),
            .integer(5),
            lowClosed: true,
            highClosed: true
        )
        #expect(unit.description == "Interval[5, 5]")
    }
}
