import Testing

/// Source of the rules: CQL 1.5, appendix B, "Interval Operators".
struct SpecificationIntervalTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `intervals relate by their first and last points`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    5 after Interval[1, 4] ==> true
    Interval[1, 4] after 5 ==> false
    Interval[1, 4] after null ==> null
    0 before Interval[1, 4] ==> true
    Interval[1, null) before 0 ==> false
    Interval[1, null) before 5 ==> null
    Interval[1, null] before 5 ==> false
    Interval(null, 5] after 6 ==> false
    Interval(null, 5] after 3 ==> null
    Interval[null, 5] after 3 ==> false
    Interval[@2012-01-01, @2012-02-01] before Interval[@2012-02-15, @2012-03-01] ==> true
    Interval[1, 5] contains 4 ==> true
    Interval[1, 5) contains 5 ==> false
    Interval(1, 5] contains 1 ==> false
    Interval[3, null) contains 5 ==> null
    Interval[3, null) contains 2 ==> false
    Interval[3, null] contains 5 ==> true
    Interval(null, 5] contains 3 ==> null
    Interval(null, 5] contains 7 ==> false
    Interval[null, 5] contains 3 ==> true
    Interval[@2012-01-01T10:00:00.0, @2012-02-01T10:00:00.0] contains @2012-01 ==> null
    Interval[@2012-01-01, @2012-02-01] contains month of @2012-01 ==> true
    end of Interval[1, 5) ==> 4
    end of Interval[1, null] ==> 2147483647
    start of Interval[null, 5] ==> -2147483648
    start of Interval(1, 5] ==> 2
    end of Interval[1.0, 2.0) ==> 1.99999999
    start of Interval(1.0 'g', 2.0 'g') ==> 1.00000001 'g'
    end of Interval[@2012-01-01, @2012-02-01) ==> @2012-01-31
    end of Interval[@2012-01-01T10, @2012-02-01T10) ==> @2012-02-01T09
    end of Interval[@2012-01-01, null] ==> @9999-12-31
    start of Interval[null, @2012-01-01T00:00:00.0] ==> @0001-01-01T00:00:00.000
    end of Interval[@T10, null] ==> @T23:59:59.999
    end of Interval[1L, null] ==> 9223372036854775807L
    end of Interval[1.0, null] ==> 99999999999999999999.99999999
    end of (Interval[null, null] as Interval<Date>) ==> @9999-12-31
    end of (Interval[null, null] as Interval<Any>) ==> null
    end of (null as Interval<Integer>) ==> null
    end of Interval[1, null) > 0 ==> true
    end of Interval[1, null) >= 1 ==> true
    end of Interval[1, null) < 0 ==> false
    end of Interval[1, null) > 5 ==> null
    Interval[3, 5).high ==> 5
    Interval[3, 5).highClosed ==> false
    Interval[3, 5).lowClosed ==> true
    Interval[3, 5).low ==> 3
    Interval[0, 5] ends Interval[-1, 5] ==> true
    Interval[-1, 7] ends Interval[0, 7] ==> false
    Interval[1, 5] ends null ==> null
    Interval[0, 5] = Interval[0, 5] ==> true
    Interval[1, 5] = null ==> null
    Interval[1, 5] = Interval[1.0, 5.0] ==> true
    Interval[0, 5] except Interval[3, 7] ==> Interval[0, 2]
    Interval[0, 5] except Interval[-3, 2] ==> Interval[3, 5]
    Interval[0, 10] except Interval[3, 7] ==> null
    Interval[3, 7] except Interval[0, 10] ==> null
    Interval[0, 10] except Interval[0, 3] ==> Interval[4, 10]
    Interval[0, 10] except Interval[12, 15] ==> Interval[0, 10]
    Interval[0, 10] except Interval[0, 10] ==> null
    null except Interval[-1, 7] ==> null
    Interval[0,5] except (null as Interval<Integer>) ==> null
    Interval[0, 5) except Interval(3, 7] ==> Interval[0, 3]
    3 in Interval[0, 5] ==> true
    @2014-02-03 during Interval[@2014-02-01, @2014-02-08] ==> true
    -1 in Interval[0, 7] ==> false
    3 in (null as Interval<Integer>) ==> false
    null in Interval[1,2] ==> null
    @2014-02 in Interval[@2014-02-01, @2014-02-08] ==> null
    @2014-02 in month of Interval[@2014-02-01, @2014-02-08] ==> true
    @2014-02-03 during day of Interval[@2014-02-01T10:00, @2014-02-08T10:00] ==> true
    Interval[-1, 5] includes Interval[0, 5] ==> true
    Interval[-1, 5] includes 6 ==> false
    Interval[-1, 5] includes null ==> null
    Interval[1, 5] included in Interval[0, 5] ==> true
    -1 included in Interval[0, 7] ==> false
    3 included in (null as Interval<Integer>) ==> false
    Interval[1, 3] included in (null as Interval<Integer>) ==> null
    Interval[1, null) included in Interval[0, null] ==> true
    Interval[1, 5] included in Interval[0, null) ==> null
    Interval[1, 5] included in Interval[2, null) ==> false
    Interval[1, 5] intersect Interval[3, 7] ==> Interval[3, 5]
    Interval[3, 5] intersect (null as Interval<Integer>) ==> null
    Interval[1, 10] intersect Interval[3, null] ==> Interval[3, 10]
    Interval(1, 5) intersect Interval[3, 7) ==> Interval[3, 4]
    Interval[1,2] intersect Interval[3,4] ==> null
    Interval[@T03, @T04] meets Interval[@T05, @T06] ==> true
    Interval[6, 10] meets Interval[0, 5] ==> true
    Interval[-5, -1] meets before Interval[0, 5] ==> true
    Interval[6, 10] meets after Interval[0, 7] ==> false
    Interval[6, 10] meets (null as Interval<Integer>) ==> null
    Interval[1, 5) meets Interval[5, 7] ==> true
    Interval[1, 2147483647] meets before Interval[1, 2] ==> false
    Interval[0, 4] overlaps Interval[1, 4] ==> true
    Interval[0, 4] overlaps before Interval[1, 4] ==> true
    Interval[0, 4] overlaps after Interval[1, 4] ==> false
    Interval[6, 10] overlaps (null as Interval<Integer>) ==> null
    Interval[1, null] overlaps Interval[5, 6] ==> true
    Interval[1, null) overlaps Interval[5, 6] ==> null
    point from Interval[4, 4] ==> 4
    point from Interval[4, 5) ==> 4
    point from Interval[1, 4] ==> !execution
    point from (null as Interval<Integer>) ==> null
    point from (Interval[null, null] as Interval<Integer>) ==> !execution
    Interval[-1, 5] properly includes Interval[0, 5] ==> true
    Interval[-1, 5] properly includes Interval[-1, 5] ==> false
    Interval[-1, 5] properly includes null ==> null
    Interval[1, 1] properly includes 1 ==> false
    1 properly included in Interval[1, 1] ==> false
    Interval[1, 5] properly included in Interval[0, 5] ==> true
    Interval[0, 7] properly included in Interval[0, 7] ==> false
    Interval[1, 5] properly included in (null as Interval<Integer>) ==> null
    Interval[@2012-01-01, @2012-01-31] same as Interval[@2012-01-01, @2012-01-31] ==> true
    Interval[@2012-01-05, @2012-01-31] same or after @2012-01-05 ==> true
    @2012-01-05 same or before Interval[@2012-01-05, @2012-01-31] ==> true
    Size(Interval[3, 7]) ==> 5
    Size(Interval[3, 8)) ==> 5
    Size(null as Interval<Integer>) ==> null
    Size(Interval[1.0, 2.0]) ==> 1.00000001
    Size(Interval[1 'g', 2 'g']) ==> 1.00000001 'g'
    Size(Interval[@2012-01-01, @2012-02-01]) ==> !semantic
    width of Interval[3, 7] ==> 4
    width of Interval[3, 5) ==> 1
    width of (null as Interval<Integer>) ==> null
    width of Interval[0, null) ==> null
    width of Interval[0, null] ==> 2147483647
    width of Interval[-2147483648, 2147483647] ==> null
    width of Interval[1 'g', 3 'g'] ==> 2 'g'
    Interval[0, 5] starts Interval[0, 7] ==> true
    Interval[0, 7] starts Interval[0, 6] ==> false
    Interval[1, 5] starts null ==> null
    Interval[1, 5] union Interval[3, 7] ==> Interval[1, 7]
    Interval[1, 5] union Interval[6, 7] ==> Interval[1, 7]
    Interval[1, 5] union Interval[7, 9] ==> null
    Interval[3, 5] union (null as Interval<Integer>) ==> null
    Interval[1, 5) union Interval(3, 7) ==> Interval[1, 6]
    Interval[1, -1] ==> !
    Interval[1, 1) ==> !
    Interval(1, 1] ==> !
    Interval(1, 2) ==> !
    Interval[5, 3] ==> !
    Interval[null, null] is null ==> false
    Interval[1, 'a'] ==> !semantic
    Interval[1, 2.0] = Interval[1.0, 2.0] ==> true
    Interval[true, false] ==> !semantic
    Interval[@2012-02, @2012-01] ==> !
    Interval[@2012-01-01, @2012-01-31T10:00] contains @2012-01-15 ==> true
    Interval[@2012-01-01, @2012-01-31] contains @2012-01-15T10:00 ==> true
    @2012-01-31T10:00 in Interval[@2012-01-01, @2012-01-31] ==> null
    @2012-01-31T10:00 in day of Interval[@2012-01-01, @2012-01-31] ==> true
    Interval[@2012-01-01T, @2012-01-31T] includes @2012-01-01T10 ==> null
    Interval[1, 5] same as Interval[1, 5] ==> true
    Interval[1, 5] same or before Interval[5, 6] ==> true
    Interval[1, 5] same or after Interval[0, 1] ==> true
    5 same or after Interval[1,5] ==> true
    5 on or before Interval[5, 9] ==> true
    Interval[1, 5] starts Interval[1, 5] ==> true
    Interval[1, 5] ends Interval[1, 5] ==> true
    Interval[1L, 5L] overlaps Interval[5L, 6L] ==> true
    Interval[1, 5] overlaps Interval[5.0, 6.0] ==> true
    Interval[1 'g', 5 'g'] contains 2000 'mg' ==> true
    Interval[1 'g', 5 'g'] contains 2 'cm' ==> null
    Interval[1 'g', 5 'g'] overlaps Interval[5000 'mg', 6 'g'] ==> true
    Interval[@T10:00, @T12:00] contains @T11:00 ==> true
    Interval[1, 5] intersect Interval[5, 9] ==> Interval[5, 5]
    Interval[1, 5] union Interval[5, 9] ==> Interval[1, 9]
    Interval[1.0, 5.0) union Interval[5.0, 9.0] ==> Interval[1.0, 9.0]
    Interval[1, null] union Interval[0, 5] ==> Interval[0, null]
    width of Interval[1.0, 5.0) ==> 3.99999999
    Size(Interval[1L, 5L]) ==> 5L
    point from Interval(3, 5) ==> 4
    point from Interval[@2012-01-01, @2012-01-01] ==> @2012-01-01
    start of Interval(null, 5] < 6 ==> true
    start of Interval(null, 5] <= 5 ==> true
    Interval[@2012-01-28, @2012] meets before Interval[@2012-03, @2013-03-02] ==> null
    Interval[@2012-01, @2012-03] meets Interval[@2013, @2014] ==> false
    Interval[@2012, @2013] meets Interval[@2014, @2015] ==> true
    Interval[@2012, @2013] meets Interval[@2014, @2015-02-03] ==> true
    Interval[@T10:00, @T11] meets before Interval[@T11:30, @T12:00] ==> null
    Interval[@T10:00, @T11] meets before Interval[@T12:30, @T13:00] ==> false
    Interval[1, null] properly includes null ==> null
    """#
