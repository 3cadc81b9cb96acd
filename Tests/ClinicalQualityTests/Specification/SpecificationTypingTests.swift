import Testing

/// Source of the rules: CQL 1.5, chapter 3, "Types".
struct SpecificationTypingTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `operands of types that do not fit are refused`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    1 = 'a' ==> !semantic
    1 + 'a' ==> !semantic
    'a' + 1 ==> !semantic
    true and 1 ==> !semantic
    not 'a' ==> !semantic
    5 * null ==> null
    null + null ==> null
    null and null ==> null
    1 = 1L ==> true
    1L = 1.0 ==> true
    1 = 1 '1' ==> true
    @2012-01-01 = @2012-01-01T ==> true
    @2012-01-01 < @2012-01-02T ==> true
    @T10 = @2012 ==> !semantic
    {1} = {1.0} ==> true
    Abs('a') ==> !semantic
    Foo(1) ==> !semantic
    foo ==> !semantic
    1 + ==> !syntax
    (1 ==> !syntax
    1 2 ==> !syntax
    'abc ==> !syntax
    Define X: 1 ==> !
    """#
