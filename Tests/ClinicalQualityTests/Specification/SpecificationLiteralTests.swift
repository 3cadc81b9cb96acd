import Testing

/// Source of the rules: CQL 1.5, chapter 3, "Literals" and "Operator Precedence".
struct SpecificationLiteralTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `literals and precedence`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    @2014 ==> @2014
    @2014-13-01 ==> !
    @2014-00-01 ==> !
    @2014-02-30 ==> !
    @0000 ==> !
    @2014-01-01T24:00 ==> !
    @2014-01-01T23:60 ==> !
    @2014-01-01T10:00:60 ==> !
    @2014-01-01T10:00+14:00 ==> @2014-01-01T10:00+14:00
    @2014-01-01T10:00+14:30 ==> !
    @2014-01-01T10:00-12:00 ==> @2014-01-01T10:00-12:00
    @2014-01-01T10:00-15:00 ==> !
    @2014-01-01T10:00:00.1 ==> @2014-01-01T10:00:00.100
    @2014-01-01T10:00:00.12 ==> @2014-01-01T10:00:00.120
    @2014-01-01T10:00:00.1234 ==> @2014-01-01T10:00:00.123
    @2014-01-01T10Z ==> @2014-01-01T10+00:00
    @T10:00Z ==> !syntax
    @T24 ==> !
    @T1 ==> !syntax
    @14 ==> !syntax
    @2014-1-1 ==> !
    2147483647 ==> 2147483647
    -2147483648 ==> -2147483648
    9223372036854775807L ==> 9223372036854775807L
    9223372036854775808L ==> !
    -9223372036854775808L ==> -9223372036854775808L
    007 ==> 7
    1. ==> !syntax
    .5 ==> !syntax
    1e5 ==> !
    5 'foo' ==> !
    5 years ==> 5 years
    5 year ==> 5 years
    5 days = 5 day ==> true
    1.123456789 ==> !
    1.12345678 ==> 1.12345678
    5 'mg/dL' ==> 5 'mg/dL'
    5'mg' ==> 5 'mg'
    'a\\b' ==> 'a\\b'
    '\u00e9' ==> 'é'
    '\u00E9' ==> 'é'
    '\u00e' ==> !syntax
    '\x' ==> !syntax
    '' ==> ''
    1:2 ==> 1:2
    1 'mg':2 'dL' ==> 1 'mg':2 'dL'
    1.0:2.0 ==> 1.0:2.0
    true ==> true
    True ==> !semantic
    NULL ==> !semantic
    1 /* c */ + 2 // x ==> 3
    1 /* /* nested */ + 1 ==> 2
    1 /* open ==> !syntax
    2 + 3 * 4 ==> 14
    2 * 3 ^ 2 ==> 18
    2 ^ 3 ^ 2 ==> 64
    10 - 3 - 2 ==> 5
    10 div 3 * 3 ==> 9
    not true and false ==> false
    true or false and false ==> true
    true xor true or true ==> true
    1 + 1 = 2 and 2 + 2 = 4 ==> true
    1 < 2 = true ==> true
    5 is Integer and true ==> true
    exists {1} and true ==> true
    1 between 0 and 2 and true ==> true
    convert 5 to String & 'a' ==> '5a'
    start of Interval[1,2] + 1 ==> 2
    if true then 1 else 2 + 3 ==> 1
    1 as Integer + 2 ==> !
    - 5 days ==> -5 days
    1 - -1 ==> 2
    1--1 ==> 2
    1 + if true then 1 else 2 ==> 2
    width of Interval[1,3] + 1 ==> 3
    days between @2012-01-01 and @2012-01-05 + 1 day ==> 5
    exists{1} ==> true
    not(true) ==> false
    -(-5) ==> 5
    +5 ==> 5
    +-5 ==> -5
    5.0 div 2 ==> 2.0
    5 mod 2 = 1 ==> true
    2 + 2 = 4 and not false ==> true
    1 < 2 and 2 < 3 ==> true
    1 < 2 < 3 ==> !semantic
    1 = 1 = true ==> true
    true and not false or false ==> true
    false or true implies false ==> false
    'a' + 'b' = 'ab' ==> true
    {1} union {2} intersect {2} ==> {2}
    {1,2} except {1} union {3} ==> {2,3}
    start of Interval[1, 2] = 1 ==> true
    end of Interval[@2012-01-01, @2012-02-01] + 1 day ==> @2012-02-02
    year from @2012-01-01 + 1 ==> 2013
    successor of 5 + 1 ==> 7
    singleton from {5} + 1 ==> 6
    1 is not null ==> true
    null is not null ==> false
    true is not true ==> false
    1 + 1 is null ==> false
    not null is null ==> false
    5 is Integer = true ==> true
    if 1 = 1 then 'a' else 'b' & 'c' ==> 'a'
    case when false then 1 when true then 2 else 3 end + 1 ==> 3
    @2012-01-01 in Interval[@2012-01-01T10:00:00.0, @2012-01-05T10:00:00.0] ==> null
    months between @2012-01-01 and @2012-03-01 > 1 ==> true
    duration in months between @2012-01-01 and @2012-03-01 = 2 ==> true
    difference in months between @2012-01-31 and @2012-03-01 + 1 month ==> 3
    days between @2012-01-01 and @2012-01-03 between 1 and 3 ==> true
    Interval[1, 10] intersect Interval[5, 15] = Interval[5, 10] ==> true
    {1, 2} contains 1 and {1, 2} contains 2 ==> true
    1 in {1, 2} and 2 in {1} ==> false
    convert '5' to Integer + 1 ==> 6
    minimum Integer + 1 ==> -2147483647
    Tuple { a: 1 }.a + 1 ==> 2
    {1, 2}[0] + {1, 2}[1] ==> 3
    'abc'[1] & 'x' ==> 'bx'
    Sum({1, 2}) * 2 ==> 6
    (1, 2) ==> !syntax
    [1] ==> !syntax
    Interval[1 2] ==> !syntax
    Interval{1, 2} ==> !
    List{} ==> {}
    {1,} ==> !syntax
    {,1} ==> !syntax
    F( ==> !syntax
    1..2 ==> !syntax
    1.a ==> !
    'a'.b ==> !semantic
    @2012-01-01T10:00:00.000Z ==> @2012-01-01T10:00:00.000+00:00
    @T ==> !syntax
    @ ==> !syntax
    @2012-01-01T10:00:00.000+5:00 ==> !
    1L + 1 ==> 2L
    1l ==> !
    0x10 ==> !
    1_000 ==> !
    00.5 ==> 0.5
    1.0L ==> !
    1 ; ==> !syntax
    a.b.c ==> !semantic
    1 as Integer + 2 ==> !syntax
    cast 5 as Integer + 1 ==> !syntax
    1 is null + 2 ==> !syntax
    (1 as Integer) + 2 ==> 3
    """#
