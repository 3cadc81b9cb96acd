import Testing

/// Source of the rules: CQL 1.5, appendix B, "Same As": without the precision, null.
struct SpecificationPrecisionTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `a precision that no value has decides nothing`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    DateTime(2014,10) same day as DateTime(2014,10) ==> null
    @2012-01 same day as @2012-01 ==> null
    @2012 before month of @2012 ==> null
    @2012 before month of @2013 ==> true
    @2012 same month or after @2012 ==> null
    @2012 same month or after @2011 ==> true
    @T10 same minute as @T10 ==> null
    @2012 same as @2012 ==> true
    @2012 on or before @2012 ==> true
    @2012-01-01T same hour as @2012-01-01T ==> null
    Interval[@2012, @2013] includes month of Interval[@2012, @2013] ==> null
    Interval[@2012, @2014] includes month of @2013 ==> true
    Interval[@2012, @2014] same month as Interval[@2012, @2014] ==> null
    Interval[@2012, @2014] overlaps month of Interval[@2014, @2015] ==> null
    @2012 = @2012 ==> true
    @2012 >= @2012 ==> true
    @2012 in month of Interval[@2012, @2014] ==> null
    Interval[@2012, @2014] starts month of Interval[@2012, @2015] ==> null
    """#
