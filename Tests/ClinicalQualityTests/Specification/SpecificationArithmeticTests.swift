import Testing

/// Source of the rules: CQL 1.5, appendix B, "Arithmetic Operators".
struct SpecificationArithmeticTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `what no number can represent is null`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    Abs(minimum Integer) ==> null
    Abs(minimum Long) ==> null
    Abs(-5.5 'mg') ==> 5.5 'mg'
    Abs(null as Integer) ==> null
    Abs(-5 days) ==> 5 days
    2147483647 + 1 ==> null
    -2147483648 - 1 ==> null
    9223372036854775807L + 1L ==> null
    25L + 5 ==> 30L
    2.5 + 5 ==> 7.5
    -5.5 'mg' + 2 'mg' ==> -3.5 'mg'
    -5.5 'cm' + 2 'cm2' ==> null
    1 'm' + 1 'cm' ==> 101 'cm'
    1 'cm' + 1 'm' ==> 101 'cm'
    1 'g' + 1 'mg' ==> 1001 'mg'
    1 'g' + 1 ==> null
    1 '1' + 1 ==> 2 '1'
    1 + 1 '1' ==> 2 '1'
    1 day + 1 hour ==> 25 hours
    1 'd' + 1 'h' ==> 25 'h'
    1 year + 1 month ==> 13 months
    2 + null ==> null
    Ceiling(1.1) ==> 2
    Ceiling(3147483647.05) ==> null
    Ceiling(-0.9) ==> 0
    Floor(2147483648.2) ==> null
    Floor(2.1) ==> 2
    Truncate(101) ==> 101
    Truncate(1.00000001) ==> 1
    Truncate(2147483648.5) ==> null
    Truncate(-2147483649.5) ==> null
    4.0 / 2 ==> 2.0
    9.9 / 3.0 ==> 3.3
    2.2 / null ==> null
    2.2 / 0 ==> null
    1 / 3 ==> 0.33333333
    2 / 3 ==> 0.66666667
    -2 / 3 ==> -0.66666667
    -5.5 'mg' / 2.0 'mg' ==> -2.75 '1'
    12 'cm2' / 3 'cm' ==> 4 'cm'
    1 'm' / 1 'cm' ==> 100 '1'
    10 'g' / 2 ==> 5 'g'
    10 / 2 'g' ==> 5 'g-1'
    1 'g' / 0 'g' ==> null
    Exp(1) ==> 2.71828183
    Exp(0L) ==> 1.0
    Exp(1000) ==> !
    Ln(1) ==> 0.0
    Ln(2.718281828459045) ==> !
    Ln(2.71828183) ==> 1.0
    Log(16, 2) ==> 4.0
    Log(100.0, 10.0) ==> 2.0
    Log(null, 10.0) ==> null
    Log(0, 10) ==> null
    Log(-1, 10) ==> null
    Log(10, 0) ==> null
    Log(8, 0.5) ==> -3.0
    maximum Quantity ==> 99999999999999999999.99999999 '1'
    minimum Decimal ==> -99999999999999999999.99999999
    minimum DateTime ==> @0001-01-01T00:00:00.000
    maximum DateTime ==> @9999-12-31T23:59:59.999
    maximum Integer ==> 2147483647
    maximum Boolean ==> !
    maximum String ==> !
    3 mod 2 ==> 1
    3L mod 2 ==> 1L
    2.5 mod 2 ==> 0.5
    -3 mod 2 ==> -1
    3 mod -2 ==> 1
    -3.5 mod 2 ==> -1.5
    3 mod 0 ==> null
    2.5 mod null ==> null
    5 'm' mod 200 'cm' ==> 100 'cm'
    5 'cm' mod 3 'g' ==> null
    12 'cm' * 3 'cm' ==> 36 'cm2'
    3 'cm' * 12 'cm2' ==> 36 'cm3'
    2 'cm' * 3 ==> 6 'cm'
    2 * 3 'cm' ==> 6 'cm'
    2147483647 * 2 ==> null
    9223372036854775807L * 2L ==> null
    1.5 * 1.5 ==> 2.25
    0.00000001 * 0.1 ==> 0.0
    0.12345678 * 0.1 ==> 0.01234568
    -(minimum Integer) ==> null
    -(null as Integer) ==> null
    -(minimum Long) ==> null
    -3.3 'mg' ==> -3.3 'mg'
    Precision(@2014) ==> 4
    Precision(@2014-01) ==> 6
    Precision(@2014-01-05) ==> 8
    Precision(@2014-01-05T10:30:00.000) ==> 17
    Precision(@2014-01-05T10:30:00) ==> 14
    Precision(@2014-01-05T10) ==> 10
    Precision(@2014T) ==> 4
    Precision(@T10) ==> 2
    Precision(@T10:30:00) ==> 6
    Precision(1) ==> 0
    Precision(1.0) ==> 1
    Precision(null as Decimal) ==> null
    predecessor of 100 ==> 99
    predecessor of @2014-01-01 ==> @2013-12-31
    predecessor of @2014-01 ==> @2013-12
    predecessor of @2014 ==> @2013
    predecessor of @2014-01-01T08:30:00.0 ==> @2014-01-01T08:29:59.999
    predecessor of @2014-01-01T08 ==> @2014-01-01T07
    predecessor of 2.54 'cm' ==> 2.53999999 'cm'
    predecessor of (null as Quantity) ==> null
    predecessor of minimum Integer ==> !
    predecessor of minimum Date ==> !
    predecessor of @T00 ==> !
    successor of @T10:59 ==> @T11:00
    successor of maximum Integer ==> !
    successor of maximum Long ==> !
    successor of 'a' ==> !semantic
    successor of @9999 ==> !
    2^3 ==> 8
    Power(2, 3) ==> 8
    2.5^2.0 ==> 6.25
    2.5^null ==> null
    2^-1 ==> 0.5
    Power(0, -1) ==> null
    Power(2, 31) ==> null
    Power(-1, 0.5) ==> null
    Power(2, 0.5) ==> 1.41421356
    Power(4.0, 0.5) ==> 2.0
    2L^62L ==> 4611686018427387904L
    2L^63L ==> null
    2L^2 ==> 4L
    Power(2.0, 1.5) ==> 2.82842712
    Power(-8.0, 3.0) ==> -512.0
    Round(1) ==> 1.0
    Round(3.14159, 3) ==> 3.142
    Round(null) ==> null
    Round(0.5) ==> 1.0
    Round(-1.5) ==> -2.0
    Round(-2.5) ==> -3.0
    Round(2.5) ==> 3.0
    Round(3.14159, null) ==> 3.0
    Round(15.5, 0) ==> 16.0
    Round(2.54 'cm') ==> 3 'cm'
    Round(2.54 'cm', 1) ==> 2.5 'cm'
    3.14 - 3.12 ==> 0.02
    3.14 'cm' - 3.12 'cm2' ==> null
    1 'm' - 1 'cm' ==> 99 'cm'
    4.14 div 2.06 ==> 2
    3 div null ==> null
    -2147483648 div -1 ==> null
    10 'cm' div 3 ==> 3 'cm'
    5 div 2L ==> 2L
    5 div 2.0 ==> 2.0
    HighBoundary(1.587, 6) ==> 1.587999
    HighBoundary(1.587, 2) ==> 1.58
    HighBoundary(@2014-01-01T08) ==> !
    HighBoundary(@2014, 4) ==> @2014
    HighBoundary(@2014, 8) ==> @2014-12-31
    HighBoundary(@2014-02, 8) ==> @2014-02-28
    HighBoundary(@2014-02, null) ==> @2014-02-28
    HighBoundary(@2014-02, 4) ==> @2014
    HighBoundary(@2014T, 17) ==> @2014-12-31T23:59:59.999
    HighBoundary(@2014T, null) ==> @2014-12-31T23:59:59.999
    HighBoundary(@2014-01-01T08, 12) ==> @2014-01-01T08:59
    HighBoundary(@T10, 9) ==> @T10:59:59.999
    HighBoundary(@T10, null) ==> @T10:59:59.999
    HighBoundary(@T10:30, 2) ==> @T10
    HighBoundary(1.587, 9) ==> null
    HighBoundary(@2014, 9) ==> null
    HighBoundary(@T10, 10) ==> null
    HighBoundary(@2014-01-01T08, 18) ==> null
    HighBoundary(@2014, 5) ==> null
    LowBoundary(1.587, 8) ==> 1.58700000
    LowBoundary(1.587, 2) ==> 1.58
    LowBoundary(-1.587, 8) ==> -1.58799999
    HighBoundary(-1.587, 8) ==> -1.58700000
    LowBoundary(@2014, 8) ==> @2014-01-01
    LowBoundary(@2014T, 17) ==> @2014-01-01T00:00:00.000
    LowBoundary(@T10, 9) ==> @T10:00:00.000
    LowBoundary(5, 2) ==> 5.00
    HighBoundary(5, 2) ==> 5.99
    """#
