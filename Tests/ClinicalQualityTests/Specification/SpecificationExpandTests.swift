import Testing

/// Source of the rules: CQL 1.5, appendix B, "Collapse" and "Expand".
struct SpecificationExpandTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `lists of intervals are collapsed and expanded`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    collapse { Interval[1, 4], Interval[4, 8], Interval[7, 9] } ==> {Interval[1, 9]}
    collapse null ==> null
    collapse { null, Interval[1,2] } ==> {Interval[1,2]}
    collapse {} ==> {}
    collapse { Interval[1, 4], Interval[6, 8] } ==> {Interval[1,4], Interval[6,8]}
    collapse { Interval[1, 4], Interval[6, 8] } per 2 ==> {Interval[1,8]}
    collapse { Interval[@T10, @T11], Interval[@T12, @T13] } ==> {Interval[@T10, @T13]}
    collapse { Interval(1, 4), Interval[4, 8) } ==> {Interval[2, 7]}
    collapse { Interval[1, null], Interval[5, 8] } ==> {Interval[1, null]}
    collapse { Interval[null, 5], Interval[3, 8] } ==> {Interval[null, 8]}
    collapse { Interval[6,7], Interval[1,2] } ==> {Interval[1,2], Interval[6,7]}
    expand { Interval[@2018-01-01, @2018-01-05] } per week ==> { }
    expand Interval[1 'g', 3 'g'] per 1 'g' ==> { 1 'g', 2 'g', 3 'g' }
    expand { Interval[10, null) } ==> {}
    expand null ==> null
    expand (null as List<Interval<Integer>>) ==> null
    expand Interval[1.0, 1.3] ==> {1.0, 1.1, 1.2, 1.3}
    expand Interval[1, 10] per 3 ==> {1, 4, 7}
    expand { Interval[1, 10] } per 3 ==> {Interval[1, 3], Interval[4, 6], Interval[7, 9]}
    expand Interval[@T10:00, @T10:03] ==> {@T10:00, @T10:01, @T10:02, @T10:03}
    expand { Interval(1, 4) } ==> { Interval[2,2], Interval[3,3] }
    expand Interval(@2018-01-01, @2018-01-04) ==> {@2018-01-02, @2018-01-03}
    expand { Interval[@2018, @2019] } per month ==> { }
    expand Interval[1, null)  ==> {}
    collapse { Interval[1, 2], Interval[4, 5] } per 1 ==> {Interval[1,2], Interval[4,5]}
    collapse { Interval[1.0, 2.0], Interval[2.5, 3.0] } per 0.5 ==> {Interval[1.0,3.0]}
    collapse { Interval[1,2], Interval[1,2] } ==> {Interval[1,2]}
    collapse { Interval[1,10], Interval[2,3] } ==> {Interval[1,10]}
    collapse (null as List<Interval<Integer>>) ==> null
    collapse { Interval[@2012-01, @2012-02], Interval[@2012-02, @2012-03] } per day ==> {Interval[@2012-01, @2012-03]}
    """#
