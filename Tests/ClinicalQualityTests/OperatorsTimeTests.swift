import ClinicalQuality
import Testing

/// Source of the rules: CQL 1.5, appendix B, "Date and Time Operators", and appendix H.
struct OperatorsTimeTests {
    @Test(arguments: [
        ("Add", "@2005-10-10T", "5 years", "@2010-10-10T"),
        ("Add", "@2005-10-10T", "8000 years", "error"),
        ("Subtract", "@2005-10-10T", "2005 years", "error"),
        ("Add", "@2005-05-10T", "10 months", "@2006-03-10T"),
        ("Add", "@2012-02-29T", "1 year", "@2013-02-28T"),
        ("Add", "@2014-01-31", "1 month", "@2014-02-28"),
        ("Add", "@2014T", "24 months", "@2016T"),
        ("Add", "@2014T", "735 days", "@2016T"),
        ("Add", "@2014T", "365 days", "@2015T"),
        ("Add", "@2014T", "364 days", "@2014T"),
        ("Add", "@2014-01T", "30 days", "@2014-02T"),
        ("Add", "@2014-01T", "29 days", "@2014-01T"),
        ("Add", "@2014T", "52 weeks", "@2014T"),
        ("Subtract", "@2014T", "18 months", "@2013T"),
        ("Add", "@2014-06", "33 days", "@2014-07"),
        ("Subtract", "@2016-05T", "31535999 seconds", "@2015-05T"),
        ("Add", "@2005-05-10T", "25 hours", "@2005-05-11T"),
        ("Add", "@2016-06-10T05", "19 hours", "@2016-06-11T00"),
        ("Add", "@2014-01-01T00:00:00.000", "1.5 seconds", "@2014-01-01T00:00:01.500"),
        ("Add", "@2014-01-01T00:00:00.000", "1.9 minutes", "@2014-01-01T00:01:00.000"),
        ("Add", "@2014-01-01T00:00:00.000+02:00", "1 'd'", "@2014-01-02T00:00:00.000+02:00"),
        ("Add", "@2014-01-01", "1 'a'", "error"),
        ("Add", "@2014-01-01", "1 'cm'", "error"),
        ("Add", "@2014-01-01", "99999999999999999999 days", "error"),
        ("Add", "@T15:59:59.999", "1 millisecond", "@T16:00:00.000"),
        ("Add", "@T23:00", "90 minutes", "@T00:30"),
        ("Subtract", "@T00:30", "1 hour", "@T23:30"),
        ("Add", "@T10:00", "1 day", "error"),
        ("Add", "null", "1 day", "null"),
    ])
    func `moving dates and times`(
        name: String,
        value: String,
        duration: String,
        result: String
    ) throws {
        #expect(try apply(name, [value, duration]) == result)
    }

    @Test(arguments: [
        ("years", "@2005-05", "@2010-04", "4"),
        ("years", "@2005T", "@2010T", "5"),
        ("years", "@2012-02-29", "@2014-02-28", "2"),
        ("years", "@2012-02-29", "@2014-02-27", "1"),
        ("years", "@2012-02-29", "@2016-02-28", "3"),
        ("years", "@2012-03-10T22:05:09", "@2013-02-18T19:10:03", "0"),
        ("years", "@2012-03-10T22:05:09", "@2013-03-10T22:05:08", "0"),
        ("years", "@2012-02-20T10:20:56", "@2011-03-19T19:16:02", "0"),
        ("years", "@2013-05-15T10:19:55", "@2012-05-10T12:20:25", "-1"),
        ("months", "@2014-01-31", "@2014-02-01", "0"),
        ("months", "@2014-05-10T21:02:45", "@2013-01-08T11:13:06", "-16"),
        ("months", "@2012-06-11T12:16:17", "@2011-08-21T05:48:02", "-9"),
        ("weeks", "@2012-03-10T22:05:09", "@2012-03-20T07:19:33", "1"),
        ("days", "@2010-10-12T12:05", "@2008-08-15T08:08", "-788"),
        ("days", "@2012-01-31T12:30:00", "@2012-02-01T09:00:00", "0"),
        ("days", "@2017-03-12T00:00:00-07:00", "@2017-03-13T00:00:00-06:00", "0"),
        ("hours", "@2017-03-12T01:00:00-07:00", "@2017-03-12T03:00:00-06:00", "1"),
        ("hours", "@2012-01-01T01:00:00", "@2012-01-01T02:00:00.0", "1"),
        ("hours", "@2013-10-10T12:30:00", "@2013-10-10T08:40:00", "-3"),
        ("minutes", "@T23:20:16.555", "@T23:25:15.555", "4"),
        ("days", "@2014-01-15", "@2014-02", "Interval[17, 44]"),
        ("days", "@2015-02-10T", "@2015-03T", "Interval[18, 49]"),
        ("months", "@2005T", "@2006-05T", "Interval[4, 16]"),
        ("days", "@2017-08-07T17:00", "@2017-08-14T", "Interval[6, 7]"),
        ("days", "@2012-01", "@2012-02", "Interval[1, 59]"),
        ("days", "@2012-01-01", "null", "null"),
    ])
    func `whole periods between`(
        unit: String,
        from: String,
        to: String,
        result: String
    ) throws {
        #expect(try apply("DurationBetween \(unit)", [from, to]) == result)
    }

    @Test(arguments: [
        ("years", "@2000T", "@2005-12T", "5"),
        ("months", "@2012-01-02", "@2012", "Interval[0, 11]"),
        ("weeks", "@2000-10-15", "@2000-10-28", "1"),
        ("weeks", "@2000-10-15", "@2000-10-29", "2"),
        ("weeks", "@1969-12-27", "@1969-12-28", "1"),
        ("days", "@2000-10-15T10:30", "@2000-10-25T10:00", "10"),
        ("days", "@2017-03-12T00:00:00-07:00", "@2017-03-13T00:00:00-06:00", "1"),
        ("hours", "@2017-03-12T01:00:00-07:00", "@2017-03-12T03:00:00-06:00", "1"),
        (
            "milliseconds", "@2000-10-10T10:05:45.500-06:00", "@2000-10-10T10:05:45.900-07:00",
            "3600400"
        ),
        ("milliseconds", "@T20:20:15.555", "@T20:20:15.550", "-5"),
    ])
    func `boundaries between`(
        unit: String,
        from: String,
        to: String,
        result: String
    ) throws {
        #expect(try apply("DifferenceBetween \(unit)", [from, to]) == result)
    }

    @Test(arguments: [
        ("SameAs day", "@2014-10", "@2014-10-12", "null"),
        ("SameAs month", "@2014-10", "@2014-10-12", "true"),
        ("SameAs day", "@2022-02-22T00:00:00.000-05:00", "@2022-02-22T04:59:00.000Z", "true"),
        ("SameAs day", "@2024-03-01T23:30:00+02:00", "@2024-03-01T00:30:00+02:00", "true"),
        ("Before day", "@2024-02-29T23:30:00Z", "@2024-03-01T00:30:00+02:00", "true"),
        ("SameAs hour", "@2012-03-10T10:20:00.999+07:00", "@2012-03-10T09:20:00.999+06:00", "true"),
        ("SameOrAfter day", "@2014-12-20", "@2014-12", "null"),
        ("SameOrBefore minute", "@2014-12-20T", "@2014-12-20T15", "null"),
        ("After month", "@2012-02-01", "@2012-01-01", "true"),
        ("After month", "@2012-01-01", "@2012", "null"),
        ("Before hour", "@2012-03-10T10:20:00.999+07:00", "@2012-03-10T10:20:00.999+06:00", "true"),
        ("Before hour", "@T16:59:59.999", "@T15:59:59.999", "false"),
        ("Before", "@2012-01-01", "@2012-01-02", "true"),
        ("Before week", "@2012-01-01", "@2012-01-02", "no overload"),
        ("Before hour", "@2012-01-01", "@2012-01-02", "no overload"),
    ])
    func `comparing to a precision`(
        name: String,
        left: String,
        right: String,
        result: String
    ) throws {
        #expect(try apply(name, [left, right]) == result)
    }

    @Test(arguments: [
        (["2012", "2", "29"], "@2012-02-29"),
        (["2012", "null", "null"], "@2012"),
        (["2012", "null", "1"], "error"),
        (["2013", "2", "29"], "error"),
        (["0", "1", "1"], "error"),
        (["null"], "null"),
        (["null", "1"], "error"),
    ])
    func `dates from components`(components: [String], result: String) throws {
        #expect(try apply("Date", components) == result)
    }

    @Test(arguments: [
        (["2012", "1", "1", "12", "30", "0", "0", "-7.0"], "@2012-01-01T12:30:00.000-07:00"),
        (["2012", "1", "1", "12", "30", "0", "0", "5.5"], "@2012-01-01T12:30:00.000+05:30"),
        (["2012", "1", "1", "12", "30", "0", "0", "99999999999.0"], "error"),
        (["2012", "1", "1", "12", "null", "0", "0", "-7.0"], "error"),
        (["2001", "1", "1", "null", "null"], "@2001-01-01T"),
        (["2001", "1", "1", "24"], "error"),
    ])
    func `dates with time from components`(components: [String], result: String) throws {
        #expect(try apply("DateTime", components) == result)
    }

    @Test func `the evaluation gives the time and the offset`() throws {
        let now = "2024-03-01T00:30:00.000+02:00"
        #expect(try apply("Now", [], at: now) == "@2024-03-01T00:30:00.000+02:00")
        #expect(try apply("Today", [], at: now) == "@2024-03-01")
        #expect(try apply("TimeOfDay", [], at: now) == "@T00:30:00.000")
        #expect(try apply("DateFrom", ["@2024-02-29T23:30:00Z"], at: now) == "@2024-02-29")
        #expect(try apply("TimeFrom", ["@2024-02-29T23:30:00Z"], at: now) == "@T01:30:00")
        #expect(try apply("TimezoneOffsetFrom", ["@2024-02-29T23:30"], at: now) == "2.0")
        #expect(try apply("TimezoneOffsetFrom", ["@2024-02-29T23:30+05:30"], at: now) == "5.5")
        #expect(
            try apply("Equal", ["@2024-03-01T00:30", "@2024-02-29T22:30Z"], at: now) == "true"
        )
    }

    @Test(arguments: [
        ("year", "@2003-10-29T20:50:33.955", "2003"),
        ("millisecond", "@2003-10-29T20:50:33.955", "955"),
        ("hour", "@2003-10-29T", "null"),
        ("month", "@2003", "null"),
        ("minute", "@T23:20:15.555", "20"),
    ])
    func `components of dates and times`(unit: String, value: String, result: String) throws {
        #expect(try apply("DateTimeComponentFrom \(unit)", [value]) == result)
    }
}
