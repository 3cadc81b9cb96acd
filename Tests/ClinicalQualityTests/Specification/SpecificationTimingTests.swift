import Testing

/// Source of the rules: CQL 1.5, chapter 5, "Timing Phrases", and appendix H.
struct SpecificationTimingTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `timing phrases compare as they are worded`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    @2020-07-01T09:30:00.0 1 hour before @2020-07-01T10:30:00.0 ==> true
    @2020-07-01T08:30:00.0 1 hour before @2020-07-01T10:30:00.0 ==> false
    @2020-07-01T08:30:00.0 1 hour or more before @2020-07-01T10:30:00.0 ==> true
    @2020-07-01T09:30:00.0 1 hour or less on or before @2020-07-01T10:30:00.0 ==> true
    @2020-07-01T09:29:59.999 1 hour or less on or before @2020-07-01T10:30:00.0 ==> false
    @2020-07-01T08:31:00.0 1 hour or less on or before @2020-07-01T10:30:00.0 ==> false
    hours between @2020-07-01T08:31:00.0 and @2020-07-01T10:30:00.0 <= 1 ==> true
    @2020-07-12T10:00:00.0 1 day after day of @2020-07-11T10:00:00.0 ==> true
    @2020-07-11T23:59:59.999 1 day after day of @2020-07-11T10:00:00.0 ==> false
    @2020-07-13T00:00:00.0 1 day after day of @2020-07-11T10:00:00.0 ==> false
    @2019-09-23 42 weeks or less before @2020-07-13 ==> true
    @2019-09-23T09:00:00.0 42 weeks or less before @2020-07-13T10:00:00.0 ==> false
    @2019-09-23T09:00:00.0 42 weeks or less before day of @2020-07-13T10:00:00.0 ==> true
    @2019-09-22T11:00:00.0 42 weeks or less before day of @2020-07-13T10:00:00.0 ==> false
    @2020-07-13 1 day or less before @2020-07-13 ==> false
    @2020-07-13 1 day or less on or before @2020-07-13 ==> true
    @2020-07-13 less than 1 day before @2020-07-13 ==> false
    @2020-07-12 less than 1 day before @2020-07-13 ==> false
    @2020-07-12 more than 1 day before @2020-07-13 ==> false
    @2020-07-11 more than 1 day before @2020-07-13 ==> true
    @2020-07-12 within 1 day of @2020-07-13 ==> true
    @2020-07-14 within 1 day of @2020-07-13 ==> true
    @2020-07-15 within 1 day of @2020-07-13 ==> false
    @2020-07-14 properly within 1 day of @2020-07-13 ==> false
    @2020-07-14 within 1 day of null ==> false
    @2020-07-14 1 day or less after (null as Date) ==> false
    @2020-07-14 before or on @2020-07-14 ==> true
    @2020-07-14 after or on day of @2020-07-14T10 ==> true
    @2020-07-03 occurs within 3 days of @2020-07-01 ==> true
    @2012-01-01 same day as @2012-01-01 and true ==> true
    @2012-01-01 before day of @2012-01-02 ==> true
    @2012-01-01 on or before day of @2012-01-01 ==> true
    @2012-01-01 before or on day of @2012-01-01 ==> true
    @2012-01-01 on or after @2012-01-01 ==> true
    @2012-01-01 same or before @2012-01-01 ==> true
    @2012-01-01 same day or before @2012-01-01 ==> true
    @2012-01-01 3 days before @2012-01-04 ==> true
    @2012-01-01 3 days before day of @2012-01-04 ==> true
    @2012-01-01 3 days or more before @2012-01-04 ==> true
    @2012-01-01 less than 3 days before @2012-01-04 ==> false
    @2012-01-01 more than 2 days before @2012-01-04 ==> true
    @2012-01-01 3 days or less before or on @2012-01-04 ==> true
    @2012-01-01 within 3 days of @2012-01-04 ==> true
    @2012-01-01 properly within 3 days of @2012-01-04 ==> false
    @2012-01-01 starts before @2012-01-04 ==> !semantic
    Interval[@2012-01-01, @2012-01-05] starts before @2012-01-04 ==> true
    Interval[@2012-01-01, @2012-01-05] ends after @2012-01-04 ==> true
    Interval[@2012-01-01, @2012-01-05] starts 3 days before @2012-01-04 ==> true
    Interval[@2012-01-01, @2012-01-05] ends within 1 day of @2012-01-04 ==> true
    Interval[@2012-01-01, @2012-01-05] includes day of @2012-01-03T10:00 ==> true
    @2012-01-01 occurs during Interval[@2012-01-01, @2012-01-05] ==> true
    @2012-01-02 properly included in Interval[@2012-01-01, @2012-01-05] ==> true
    @2012-01-01 1 before @2012-01-02 ==> !
    @2012-01-01 1 'cm' before @2012-01-02 ==> !
    @2012-01-01 1 'd' before @2012-01-02 ==> true
    @2012-01-01 starts 1 day ==> !syntax
    """#
