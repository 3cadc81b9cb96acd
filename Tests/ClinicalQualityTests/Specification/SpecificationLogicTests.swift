import Testing

/// Source of the rules: CQL 1.5, appendix B, "Logical Operators" and "Nullological Operators".
struct SpecificationLogicTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `three-valued logic and tests for null`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    false and null ==> false
    null implies true ==> true
    false implies null ==> true
    true implies null ==> null
    not null ==> null
    not true ==> false
    null xor null ==> null
    null xor true ==> null
    null xor false ==> null
    null or true ==> true
    true xor null ==> null
    Coalesce(null, 15, null) ==> 15
    Coalesce({ null, null, null }) ==> null
    Coalesce(null, 15, null, null, null, null) ==> !
    Coalesce(1, null) ==> 1
    Coalesce(null, null, null, null, 5) ==> 5
    Coalesce(null, 'a') ==> 'a'
    Coalesce({1, null}, {2}) ==> {1, null}
    Coalesce(null, DateTime(2012, 5, 18)) ==> @2012-05-18T
    Coalesce({ DateTime(2012, 5, 18), DateTime(2012, 5, 18) }) ==> @2012-05-18T
    Coalesce(null, @T05:15:33.556) ==> @T05:15:33.556
    null is null ==> true
    true is null ==> false
    null is not null ==> false
    false is false ==> true
    null is false ==> false
    true is true ==> true
    null is not true ==> true
    true is not false ==> true
    IsNull('') ==> false
    IsTrue(null) ==> false
    """#
