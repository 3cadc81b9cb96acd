import Testing

/// Source of the rules: CQL 1.5, appendix B, "Date and Time Operators", and appendix H.
struct SpecificationTimeTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `dates and times move and are counted`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    @T23:30:00 + 1 hour ==> @T00:30:00
    @T00:30:00 - 1 hour ==> @T23:30:00
    @T01:00:00 - 2 hours ==> @T23:00:00
    @T15:59:59.999 + 1 day ==> !
    @2014 + 24 months ==> @2016
    DateTime(2014) + 18 months ==> @2015T
    DateTime(2014) - 18 months ==> @2013T
    DateTime(2014) + 24 months ==> @2016T
    @2014-01-01 + 1 hour ==> !
    @2014-01-01 + 1 'mo' ==> !
    @2014-01-01 + 1 'a' ==> !
    @2014-01-01 + 1 'd' ==> @2014-01-02
    @2014-01-01 + 1 'wk' ==> @2014-01-08
    @2014-01-01T + 1 'h' ==> @2014-01-01T
    @2014-01-01T10 + 1 'h' ==> @2014-01-01T11
    @2014-01-01 + 1.9 days ==> @2014-01-02
    @2014-01-01 - 1.9 days ==> @2013-12-31
    @2014-01-01T10:00:00.0 + 1.5 seconds ==> @2014-01-01T10:00:01.500
    @2014-01-01T10:00:00 + 1.5 seconds ==> @2014-01-01T10:00:01
    @2014-01-01T10:00:00.0 + 1.9 minutes ==> @2014-01-01T10:01:00.000
    @2014-01-01T10:00:00.0 + 0.5 's' ==> @2014-01-01T10:00:00.500
    @2016-02-29 + 1 year ==> @2017-02-28
    @2016-02-29 - 1 year ==> @2015-02-28
    @2016-01-31 + 1 month ==> @2016-02-29
    @2016-03-31 - 1 month ==> @2016-02-29
    @2014-01-01 + null ==> null
    (null as Date) + 1 day ==> null
    @2014-01-01 + 5 'mg' ==> !
    @9999-12-31 + 1 day ==> !
    @0001-01-01 - 1 day ==> !
    Date(2014, null) ==> @2014
    Date(2012, null, 1) ==> !
    Date(null) ==> null
    Date(2014, 13) ==> !
    Date(2014, 2, 29) ==> !
    Date(0) ==> !
    Date(10000) ==> !
    DateTime(2012, 1, 1, 12, null, 0, 0, -7) ==> !
    DateTime(2012, 1, 1, 12, 30, 0, 10, -7) ==> @2012-01-01T12:30:00.010-07:00
    DateTime(2012, null, null) ==> @2012T
    DateTime(null, null, null) ==> null
    DateTime(2012, 1, 1, 24) ==> !
    DateTime(2012, 1, 1, 12, 30, 0, 10, 14) ==> @2012-01-01T12:30:00.010+14:00
    DateTime(2012, 1, 1, 12, 30, 0, 10, 15) ==> !
    DateTime(2012, 1, 1, 12, 30, 0, 10, 5.5) ==> @2012-01-01T12:30:00.010+05:30
    Time(12, null, 0, 0) ==> !
    Time(24) ==> !
    Time(12) ==> @T12
    Time(12, 30, 0, 10) ==> @T12:30:00.010
    month from DateTime(2012, 1, 1, 12, 30, 0, 0, -7) ==> 1
    timezoneoffset from DateTime(2012, 1, 1, 12, 30, 0, 0, -7) ==> -7.0
    timezoneoffset from @2012-01-01T12:30 ==> 0.0
    date from DateTime(2012, 1, 1, 12, 30, 0, 0, -7) ==> @2012-01-01
    time from DateTime(2012, 1, 1, 12, 30, 0, 0, -7) ==> @T19:30:00.000
    time from DateTime(2012, 1, 1, 12, 30) ==> @T12:30
    time from @2012-01-01T ==> null
    month from DateTime(2012) ==> null
    month from @2012-05 ==> 5
    year from @2012 ==> 2012
    week from @2012-05-01 ==> !
    day from @T10 ==> !
    hour from @T10 ==> 10
    millisecond from @T10:00:00 ==> null
    month from (null as Date) ==> null
    years from @2012-05 ==> !
    @2012-02-01 after month of @2012-01-01 ==> true
    @2012-01-01 after month of @2012 ==> null
    @2012-01-01 after month of null ==> null
    @2012-01-01 after week of @2012-01-01 ==> !
    @2012 before month of @2012-02-01 ==> null
    @2012-01-01 same day as @2012-01 ==> null
    @2012-01-01 same month as @2012-01 ==> true
    @2012-01-01 same as @2012-01-01T10 ==> null
    @2012-01-01 same day as @2012-01-01T10 ==> true
    @2012-01-02 same day or after @2012-01 ==> null
    @T10:30 same hour as @T10 ==> true
    @T10:30 same as @T10 ==> null
    difference in months between @2012-01-01 and @2012-02-01 ==> 1
    difference in months between @2012-01-02 and @2012 ==> Interval[0, 11]
    difference in months between @2012-01-01 and null ==> null
    difference in years between @2012-12-31 and @2013-01-01 ==> 1
    difference in weeks between @2012-03-10 and @2012-03-11 ==> 1
    difference in weeks between @2012-03-11 and @2012-03-10 ==> -1
    difference in days between @2012-03-11T23:00 and @2012-03-12T01:00 ==> 1
    difference in hours between @T10:59 and @T11:00 ==> 1
    difference in minutes between @2012-01-01T10:00:59 and @2012-01-01T10:01 ==> 1
    difference in seconds between @T10:00:00.999 and @T10:00:01.000 ==> 1
    difference in seconds between @T10:00:00.999 and @T10:00:01 ==> 1
    difference in days between @2012-01-01 and @2012-01-02T10 ==> 1
    difference in weeks between @T10 and @T11 ==> !
    months between @2012-01-01 and @2012-02-01 ==> 1
    months between @2012-01-01 and null ==> null
    years between @2012-02-29 and @2013-03-01 ==> 1
    months between @2012-01-31 and @2012-03-01 ==> 1
    years between @2013-02-28 and @2012-02-29 ==> 0
    months between @2012-02-15 and @2012-01-16 ==> 0
    days between @2012-01-02 and @2012-01-01 ==> -1
    weeks between @2012-01-01 and @2012-01-14 ==> 1
    days between @2012-01-01T12:00 and @2012-01-02T11:00 ==> 0
    hours between @T10:30 and @T12:29 ==> 1
    duration in days of Interval[@2012-01-01, @2012-01-05] ==> 4
    difference in days of Interval[@2012-01-01, @2012-01-05] ==> 4
    duration in months between @2012-01-01 and @2012-03-01 ==> 2
    seconds between @2012-01-01T10:00:00.5 and @2012-01-01T10:00:01 ==> 0
    Now() = Now() ==> true
    Today() = date from Now() ==> true
    TimeOfDay() = time from Now() ==> true
    difference in days between @2012-01-01T23:00-05:00 and @2012-01-02T01:00-05:00 ==> 1
    days between @2012-01-01T23:00-05:00 and @2012-01-02T22:00-05:00 ==> 0
    years between @2000-06-15T10:00:00.0 and @2010-06-15T09:59:59.9 ==> 9
    weeks between @2012-01-01T10:00:00 and @2012-01-15T09:00:00 ==> 1
    milliseconds between @T10:00:00.000 and @T10:00:00.5 ==> 500
    seconds between @T10:00:00 and @T10:00:05 ==> 5
    months between @2012-03-31 and @2012-02-29 ==> -1
    months between @2012-02-29 and @2012-01-31 ==> 0
    months between @2012-01-31T10:00 and @2012-02-29T09:00 ==> 0
    months between @2012-01-31T10:00:00 and @2012-02-29T10:00:00 ==> 1
    months between @2012-12-31 and @2013-02-28 ==> 2
    years between @2012-02-29 and @2011-02-28 ==> -1
    months between @2012-02-29 and @2013-02-28 ==> 12
    days between @2012-01-01 and null ==> null
    @2012-02-29T + 1 year ==> @2013-02-28T
    @2012-01-31T10:30 - 2 months ==> @2011-11-30T10:30
    @T23:59:59.999 + 1 millisecond ==> @T00:00:00.000
    @T10 + 90 minutes ==> @T11
    @2012-01-01 + 0.5 years ==> @2012-01-01
    @2012-01 + 31 days ==> @2012-02
    @2012-01 + 29 days ==> @2012-01
    @2012 + 11 months ==> @2012
    @2012-01-01 + 1 '1' ==> !
    @2012-01-01T10:00 + 1 'h' ==> @2012-01-01T11:00
    @2012-01-01 before @2012-01-01T10 ==> null
    @2012-01-01 same day or before @2012-01-01T10 ==> true
    @2016-01-01 - 1.1 years ==> @2015-01-01
    days between Date(2014, 1, 15) and Date(2014, 2) ==> Interval[17, 44]
    days between Date(2014, 1, 15) and Date(2014, 2) > 2 ==> true
    days between Date(2014, 1, 15) and Date(2014, 2) > 50 ==> false
    days between Date(2014, 1, 15) and Date(2014, 2) > 20 ==> null
    days between @2017-08-07T17:00 and @2017-08-14T ==> Interval[6, 7]
    days between @2012-01 and @2012-02 ==> Interval[1, 59]
    hours between @2012-01-01T01:00:00 and @2012-01-01T02:00:00.0 ==> 1
    duration in months between @2014-01-31 and @2014-02-01 ==> 0
    difference in months between @2014-01-31 and @2014-02-01 ==> 1
    (days between Date(2014, 1, 15) and Date(2014, 2)) / 2 ==> !
    -(days between Date(2014, 1, 15) and Date(2014, 2)) ==> Interval[-44, -17]
    (days between Date(2014, 1, 15) and Date(2014, 2)) = 20 ==> null
    (days between Date(2014, 1, 15) and Date(2014, 2)) = 50 ==> false
    (days between Date(2014, 1, 15) and Date(2014, 2)) <= 44 ==> true
    (days between Date(2014, 1, 15) and Date(2014, 2)) < 17 ==> false
    (days between Date(2014, 1, 15) and Date(2014, 2)) in Interval[0, 100] ==> true
    (days between Date(2014, 1, 15) and Date(2014, 2)) between 0 and 100 ==> true
    if (days between Date(2014, 1, 15) and Date(2014, 2)) > 20 then 1 else 2 ==> 2
    (days between Date(2014, 1, 15) and Date(2014, 2)) is null ==> false
    timezoneoffset from @2012-01-01T10:30+05:30 ==> 5.5
    time from @2012-01-01T10:30+05:30 ==> @T05:00
    date from @2012-01-01T01:30+05:30 ==> @2012-01-01
    year from @2012-01-01T01:30+05:30 ==> 2012
    hour from @2012-01-01T01:30+05:30 ==> 1
    @2012-01-01 + Quantity{value: 1, unit: 'day'} ==> @2012-01-02
    @2012-01-01 + Quantity{value: 1, unit: 'days'} ==> @2012-01-02
    """#
