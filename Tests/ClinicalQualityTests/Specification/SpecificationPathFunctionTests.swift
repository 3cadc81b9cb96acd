import Testing

/// Source of the rules: CQL 1.5, appendix I, "FHIRPath Function Translation".
struct SpecificationPathFunctionTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `functions of FHIRPath stand for operators of CQL`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    {1,2,3}.count() ==> 3
    {1,2,3}.first() ==> 1
    {1,2,3}.last() ==> 3
    {1,2,3}.tail() ==> {2,3}
    {1,2,3}.skip(1) ==> {2,3}
    {1,2,3}.take(1) ==> {1}
    {1,2,3}.exists() ==> true
    {}.empty() ==> true
    {1,2,3}.where($this > 1) ==> {2,3}
    {1,2,3}.select($this + 1) ==> {2,3,4}
    {1,2,3}.all($this > 0) ==> true
    {1,2,3}.exists($this > 2) ==> true
    {1,1}.distinct() ==> {1}
    {1,1}.isDistinct() ==> false
    {1}.single() ==> 1
    {true, false}.allTrue() ==> false
    {true, false}.anyTrue() ==> true
    {1,2}.intersect({2}) ==> {2}
    {1,2}.union({2,3}) ==> {1,2,3}
    {1,2}.exclude({2}) ==> {1}
    {1,2}.combine({2}) ==> {1,2,2}
    {1}.subsetOf({1,2}) ==> true
    {1,2}.supersetOf({1}) ==> true
    'abc'.indexOf('b') ==> 1
    'abc'.substring(1) ==> 'bc'
    'abc'.substring(1, 1) ==> 'b'
    'abc'.startsWith('a') ==> true
    'abc'.endsWith('c') ==> true
    'abc'.contains('b') ==> true
    'abc'.upper() ==> 'ABC'
    'abc'.lower() ==> 'abc'
    'abc'.length() ==> 3
    'abc'.matches('b') ==> true
    'abc'.replaceMatches('b', 'x') ==> 'axc'
    'abc'.toChars() ==> {'a','b','c'}
    '5'.toInteger() ==> 5
    '5.5'.toDecimal() ==> 5.5
    5.toString() ==> '5'
    'true'.toBoolean() ==> true
    '5 \'mg\''.toQuantity() ==> 5 'mg'
    '2012-01-01'.toDate() ==> @2012-01-01
    '2012-01-01'.toDateTime() ==> @2012-01-01T
    '10:00'.toTime() ==> @T10:00
    true.not() ==> false
    (-5).abs() ==> 5
    (1.5).ceiling() ==> 2
    (1.5).floor() ==> 1
    (1.5).truncate() ==> 1
    (1.5).round() ==> 2.0
    (4).sqrt() ==> 2.0
    (2).power(3) ==> 8
    (1).exp() ==> 2.71828183
    (1).ln() ==> 0.0
    (100).log(10) ==> 2.0
    {'a','b'}.join(',') ==> 'a,b'
    'a,b'.split(',') ==> {'a','b'}
    (5).convertsToInteger() ==> true
    (@2012-01-01T10:30).hourOf() ==> 10
    (@2012-01-01T10:30).dateOf() ==> @2012-01-01
    """#
