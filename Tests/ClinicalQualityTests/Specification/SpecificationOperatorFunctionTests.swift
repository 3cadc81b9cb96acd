import Testing

/// Source of the rules: CQL 1.5, chapter 3, "Operator Functions".
struct SpecificationOperatorFunctionTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `every operator can be called by its name`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    Add(1,2) ==> 3
    Subtract(3,2) ==> 1
    Multiply(3,2) ==> 6
    Divide(3,2) ==> 1.5
    TruncatedDivide(3,2) ==> 1
    Modulo(3,2) ==> 1
    Negate(3) ==> -3
    Equal(1,1) ==> true
    Equivalent(1,1) ==> true
    NotEqual(1,1) ==> false
    Greater(2,1) ==> true
    Less(2,1) ==> false
    GreaterOrEqual(2,1) ==> true
    LessOrEqual(2,1) ==> false
    And(true,false) ==> false
    Or(true,false) ==> true
    Xor(true,false) ==> true
    Not(true) ==> false
    Implies(true,false) ==> false
    Exists({1}) ==> true
    Union({1},{2}) ==> {1,2}
    Intersect({1},{1}) ==> {1}
    Except({1},{2}) ==> {1}
    In(1,{1}) ==> true
    Contains({1},1) ==> true
    Start(Interval[1,2]) ==> 1
    End(Interval[1,2]) ==> 2
    Width(Interval[1,3]) ==> 2
    Successor(1) ==> 2
    Predecessor(1) ==> 0
    SingletonFrom({1}) ==> 1
    PointFrom(Interval[1,1]) ==> 1
    Distinct({1,1}) ==> {1}
    Flatten({{1},{2}}) ==> {1,2}
    Collapse({Interval[1,2]}, null) ==> {Interval[1,2]}
    Expand({Interval[1,2]}, null) ==> {Interval[1,1],Interval[2,2]}
    Includes(Interval[1,3], Interval[1,2]) ==> true
    IncludedIn(Interval[1,2], Interval[1,3]) ==> true
    ProperIncludes(Interval[1,3], Interval[1,2]) ==> true
    Overlaps(Interval[1,3], Interval[2,4]) ==> true
    OverlapsBefore(Interval[1,3], Interval[2,4]) ==> true
    Meets(Interval[1,3], Interval[4,5]) ==> true
    Before(Interval[1,3], Interval[4,5]) ==> true
    After(Interval[1,3], Interval[4,5]) ==> false
    Starts(Interval[1,3], Interval[1,5]) ==> true
    Ends(Interval[1,3], Interval[0,3]) ==> true
    SameAs(@2012, @2012) ==> true
    Indexer({1,2}, 1) ==> 2
    IsNull(null) ==> true
    IsTrue(true) ==> true
    IsFalse(false) ==> true
    Concatenate('a','b') ==> 'ab'
    DateFrom(@2012-01-01T10) ==> @2012-01-01
    Coalesce({1,2}) ==> 1
    CalculateAgeInYearsAt(@2000-01-01, @2015-01-01) ==> 15
    CalculateAgeInYearsAt(@2000-01-01, null) ==> null
    CalculateAgeInMonthsAt(@2000-01-01, @2000-03-15) ==> 2
    CalculateAgeInDaysAt(@2000-01-01, @2000-01-31) ==> 30
    CalculateAgeInWeeksAt(@2000-01-01, @2000-01-31) ==> 4
    CalculateAgeInHoursAt(@2000-01-01T00:00, @2000-01-01T10:00) ==> 10
    CalculateAgeInYears(@2000-01-01) ==> 26
    """#
