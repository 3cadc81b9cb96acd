import Testing

/// Source of the rules: CQL 1.5, appendix B, "Aggregate Functions".
struct SpecificationAggregateTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `aggregates pass over null`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    AllTrue({ true, null, true }) ==> true
    AllTrue({ null, null, null }) ==> true
    AllTrue(null) ==> true
    AllTrue({ true, false, null }) ==> false
    AnyTrue({ true, false, null }) ==> true
    AnyTrue({ false, false, null }) ==> false
    AnyTrue({}) ==> false
    Avg({ 5.5, 4.7, 4.8 }) ==> 5.0
    Avg({ 5.5 'cm', 4.7 'cm', 4.8 'cm' }) ==> 5.0 'cm'
    Avg({1, 2}) ==> 1.5
    Avg({1, null, 3}) ==> 2.0
    Avg(null as List<Decimal>) ==> null
    Avg({}) ==> null
    Count({ 1, 2, 3, 4, 5 }) ==> 5
    Count({ null, null, null }) ==> 0
    Count(null as List<Decimal>) ==> 0
    Count({ 1, null, 3 }) ==> 2
    GeometricMean({ 2.0, 8.0 }) ==> 4.0
    GeometricMean({ null, null, null }) ==> null
    GeometricMean({1.0, 3.0}) ==> 1.73205081
    GeometricMean({4.0, 8.0, 16.0, null}) ==> 8.0
    GeometricMean({ 0.0, 8.0 }) ==> 0.0
    Max({ 2, 4, 8, 6 }) ==> 8
    Max({ @2012-12-31, @2013-01-01, @2012-01-01 }) ==> @2013-01-01
    Max({ null as Quantity, null as Quantity, null as Quantity }) ==> null
    Max({1 'm', 150 'cm'}) ==> 150 'cm'
    Max({1, null, 2}) ==> 2
    Max({1.5, 2}) ==> 2.0
    Max({}) ==> null
    Min({'b','a'}) ==> 'a'
    Min({ 1 'm', 50 'cm'}) ==> 50 'cm'
    Min({@T10, @T09}) ==> @T09
    Median({ 2.0, 4.0, 8.0, 6.0 }) ==> 5.0
    Median({ 1.0 'mg', 2.0 'mg', 3.0 'mg' }) ==> 2.0 'mg'
    Median({1, 2}) ==> 1.5
    Median({3, null, 1}) ==> 2.0
    Median({}) ==> null
    Mode({ 2.0, 2.0, 8.0, 6.0, 8.0, 8.0 }) ==> 8.0
    Mode({ 1.0 'mg', 2.0 'mg', 3.0 'mg', 2.0 'mg' }) ==> 2.0 'mg'
    Mode({'a','b','a'}) ==> 'a'
    Mode({}) ==> null
    Mode({null, null, 1}) ==> 1
    PopulationStdDev({ 1.0, 2.0, 3.0, 4.0, 5.0 }) ==> 1.41421356
    PopulationVariance({ 1.0, 2.0, 3.0, 4.0, 5.0 }) ==> 2.0
    Product({ 1.0, 2.0, 3.0, 4.0 }) ==> 24.0
    Product({2L, 3L, 4L}) ==> 24L
    Product({5, 4, 5}) ==> 100
    Product({}) ==> null
    Product({1, null, 3}) ==> 3
    StdDev({ 1.0, 2.0, 3.0, 4.0, 5.0 }) ==> 1.58113883
    Sum({ 1.0, 2.0, 3.0, 4.0, 5.0 }) ==> 15.0
    Sum({ 1, 2 }) ==> 3
    Sum({}) ==> null
    Sum({2147483647, 1}) ==> null
    """#
