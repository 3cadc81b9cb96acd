import Testing

/// Source of the rules: CQL 1.5, appendix B, "List Operators".
struct SpecificationListTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `lists compare by equality, with null equal to null`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    { 1, 3, 5, 7 } contains 5 ==> true
    { 1, 3, 5, 7 } contains null ==> false
    distinct { 1, 3, 3, 5, 5 } ==> {1,3,5}
    distinct null ==> null
    distinct { Tuple{a:1}, Tuple{a:1}, Tuple{a:null} } ==> { Tuple{a:1}, Tuple{a:null} }
    distinct {'a', 'A'} ==> {'a', 'A'}
    distinct {1.0, 1.00} ==> {1.0}
    distinct {@2012, @2012-01} ==> {@2012, @2012-01}
    { 1, 3, 5, 7 } = null ==> null
    { 1, 3, 5, null } ~ { 1, 3, 5, null } ==> true
    { 'a' } ~ { 'A' } ==> true
    { 1, 3, 5, 7 } except { 1, 3 } ==> {5,7}
    { 1, 3, 5, 7 } except null ==> {1,3,5,7}
    { 1, 3, 5, 7, null } except { 1, 3, null } ==> {5,7}
    null except { 1, 3, 5 } ==> null
    { 1, 1, 2, 2 } except { 1 } ==> {2}
    exists { 1, 3, 5, 7 } ==> true
    exists { null } ==> false
    exists null ==> false
    exists { null, 1 } ==> true
    flatten { { 1, 2 }, { 3, 4, 5 } } ==> {1,2,3,4,5}
    flatten null ==> null
    flatten { { 1, 2 }, null } ==> {1,2}
    flatten { {{ 1, 2 }}, {{3}} } ==> {{1,2},{3}}
    First({ 1, 2, 5 }) ==> 1
    First(null) ==> null
    First({}) ==> null
    5 in { 1, 3, 5, 7 } ==> true
    null in { 1, 3, 5, null } ==> true
    { 1, 3, 5, 7 } includes 5 ==> true
    { 1, 3 } includes { 1, 3, 5 } ==> false
    (null as List<Integer>) includes { 1, 3, 5 } ==> null
    {1, 3} includes (null as List<Integer>) ==> null
    (null as List<Integer>) includes 1 ==> false
    5 included in { 1, 3, 5, 7 } ==> true
    { 1, 3, 5 } included in { 1, 3 } ==> false
    { 1, 3, 5 } included in null ==> null
    { 1, 3, 5, 7 }[1] ==> 3
    (null as List<Integer>)[0] ==> null
    {1,2}[null] ==> null
    IndexOf({ 1, 3, 5, 7 }, 5) ==> 2
    IndexOf({ 1, 3, 5, 7 }, 4) ==> -1
    IndexOf(null, 4) ==> null
    IndexOf({}, 4) ==> -1
    IndexOf({'a','b'}, 'B') ==> -1
    { 1, 3, 5 } intersect { 3, 5, 7 } ==> {3,5}
    { null, 1, 3, 5 } intersect { null, 3, 5, 7 } ==> {null,3,5}
    { 1, 3, 5 } intersect null ==> null
    { 1, 3, 3, 5 } intersect { 3, 5, 7 } ==> {3,5}
    Last({ 1, 3, 5 }) ==> 5
    Last(null) ==> null
    Length(null as List<Any>) ==> 0
    Length({ 1, 3, 5 }) ==> 3
    Length({null}) ==> 1
    { 1, 3, 5, 7 } properly includes { 1, 3, 5 } ==> true
    { 1, 3, 5 } properly includes { 1, 3, 5 } ==> false
    (null as List<Integer>) properly includes { 1, 3, 5 } ==> null
    {1,2} properly includes {3} ==> false
    singleton from { 1, 3, 5 } ==> !execution
    singleton from (null as List<Integer>) ==> null
    Skip({ 1, 2, 3, 4, 5 }, 2) ==> {3,4,5}
    Skip({ 1, 3, 5 }, null) ==> {1,3,5}
    Skip({ 1, 3, 5 }, -1) ==> {}
    Skip({ 1, 3, 5 }, 10) ==> {}
    Slice(null) ==> null
    Slice({ 1, 2, 3, 4, 5 }, 5) ==> {}
    Slice({ 1, 2, 3, 4, 5 }, -10) ==> {1,2,3,4,5}
    Slice({ 1, 2, 3, 4, 5 }, 0, -10) ==> {}
    Slice({ 1, 2, 3, 4, 5 }, 0, 10) ==> {1,2,3,4,5}
    Slice({ 1, 2, 3, 4, 5 }, 4, 2) ==> {}
    Slice({'a', 'b', 'c'}, 0, -2) ==> {'a'}
    Slice({1,2,3}, null, 2) ==> {1,2}
    Tail({ 1, 2, 3, 4 }) ==> {2,3,4}
    Tail({ }) ==> {}
    Tail({ 1 }) ==> {}
    Tail(null) ==> null
    Take({ 1, 2 }, 3) ==> {1,2}
    Take({ 1, 2, 3, 4 }, 0) ==> {}
    Take({ 1, 2, 3, 4 }, -1) ==> {}
    { 1, 2, 3 } union { 4, 5 } ==> {1,2,3,4,5}
    { 1, 2, 3 } | { 4, 5 } ==> {1,2,3,4,5}
    null union { 4, 5 } ==> {4,5}
    { 4, 5 } union null ==> {4,5}
    { 1, 1 } union { 1 } ==> {1}
    { 1, null } union { null } ==> {1, null}
    { 1 } union { 'a' } ==> {1, 'a'}
    (null as List<Integer>) union (null as List<Integer>) ==> {}
    Interval[1, null) = Interval[1, null) ==> null
    {Interval[1, 2]} contains Interval[1, 2] ==> true
    {Interval[1, 2], Interval[1, 2]} X return X ==> !
    distinct {1 'g', 1000 'mg'} ==> {1 'g'}
    {1,2,3} union {2.0} ==> {1.0,2.0,3.0}
    {1} union null ==> {1}
    {1, 2} intersect {2.0} ==> {2.0}
    {'a'} except {'A'} ==> {'a'}
    {{1},{1}} union {{2}} ==> {{1},{2}}
    flatten {{1}, {2, null}} ==> {1, 2, null}
    {1, 2, 3} = {1, 2, null} ==> null
    {1, null, 3} = {2, null, 3} ==> false
    {1, null} = {null, 1} ==> null
    {1} = {null} ==> null
    {null} ~ {null} ==> true
    {1, null} ~ {1, 2} ==> false
    {1, 2} includes {1, null} ==> false
    {1, null} includes {null} ==> true
    {@2012, @2013} contains @2012-01 ==> null
    {@2012, @2013} includes {@2014} ==> false
    IndexOf({@2012, @2013-01}, @2013-01) ==> 1
    1 'mg':1 'mL' ~ 1 'g':1 'L' ==> true
    1 'mg':1 'mL' = 1 'g':1 'L' ==> false
    """#
