import Testing

/// Source of the rules: CQL 1.5, chapters 2 and 3: queries, conditionals and selectors.
struct SpecificationQueryTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `queries, conditionals and selectors`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    ({1,2,3}) X where X > 1 ==> {2,3}
    ({1,2,3}) X return X * 2 ==> {2,4,6}
    ({1,1,2}) X return X ==> {1,2}
    ({1,1,2}) X return all X ==> {1,1,2}
    ({1,1,2}) X return distinct X ==> {1,2}
    ({1,1,2}) X ==> {1,1,2}
    ({1,null,2}) X where X > 1 ==> {2}
    (null as List<Integer>) X return X ==> null
    from ({1,2}) A, ({3,4}) B return A + B ==> {4,5,6}
    from ({1,2}) A, ({3,4}) B return all A + B ==> {4,5,5,6}
    from ({1,2}) A, ({3,4}) B where A + B = 5 ==> {Tuple{A:1,B:4}, Tuple{A:2,B:3}}
    ({1,2,3}) X let Y: X + 1 return Y ==> {2,3,4}
    ({1,2,3}) X let Y: X + 1, Z: Y * 2 where Z > 4 return Z ==> {6,8}
    ({1,2,3}) X with ({2,3}) Y such that X = Y ==> {2,3}
    ({1,2,3}) X without ({2,3}) Y such that X = Y ==> {1}
    ({1,2,null}) X with ({2,3}) Y such that X = Y ==> {2}
    ({1,2,null}) X without ({2,3}) Y such that X = Y ==> {1,null}
    ({3,1,null,2}) X sort asc ==> {null,1,2,3}
    ({3,1,null,2}) X sort desc ==> {3,2,1,null}
    ({3,1,2}) X sort by $this ==> {1,2,3}
    ({3,1,2}) X sort by -$this ==> {3,2,1}
    ({Interval[3,4], Interval[1,2]}) X sort by low ==> {Interval[1,2], Interval[3,4]}
    ({1,2,3}) X aggregate R starting 0: R + X ==> 6
    ({1,2,3}) X aggregate R starting (List{} as List<Integer>): R union {X} ==> {1,2,3}
    ({1,2,3}) X where X > 1 aggregate R starting 0: R + X ==> 5
    ({1,2,3}) X let Y: X * 2 aggregate R starting 0: R + Y ==> 12
    ({}) X aggregate R starting 5: R ==> 5
    (5) X where X > 6 ==> null
    (5) X return X + 1 ==> 6
    from (1) A, (2) B ==> Tuple{A:1,B:2}
    from (1) A, ({2,3}) B return A+B ==> {3,4}
    Tuple{Phones: {Tuple{Number: '1'}, Tuple{Number: '2'}}}.Phones.Number ==> {'1','2'}
    Tuple{a: Tuple{b: 3}}.a.b ==> 3
    (null as Tuple{a Integer}).a ==> null
    case when true then 1 else 2 end ==> 1
    case when null then 1 else 2 end ==> 2
    case null when null then 1 else 2 end ==> 2
    case 5 when null then 1 else 2 end ==> 2
    case 1 when 1.0 then 'a' else 'b' end ==> 'a'
    if null then 1 else 2 ==> 2
    if true then 1 else 2.5 ==> 1.0
    (if true then 1 else 2.5) is Decimal ==> true
    if true then 1 else 'a' ==> 1
    if true then null else 'a' ==> null
    if 1 then 2 else 3 ==> !semantic
    case when true then 1 end ==> !syntax
    {1, 2.0} ==> {1.0, 2.0}
    {1, 2L, 3.0} ==> {1.0, 2.0, 3.0}
    List<Integer>{1, 2} ==> {1,2}
    List<Decimal>{1, 2} ==> {1.0,2.0}
    List<Integer>{1, 'a'} ==> !semantic
    List{1,2} ==> {1,2}
    Tuple{a:1}.b ==> !semantic
    Code{code:'a'}.code ==> 'a'
    Quantity{value: 5.0, unit: 'mg'} = 5 'mg' ==> true
    Quantity{value: 5, unit: 'mg'} = 5 'mg' ==> true
    System.Quantity{value: 5.0, unit: 'mg'}.unit ==> 'mg'
    (5 'mg').value ==> 5.0
    (5 'mg').unit ==> 'mg'
    (1:128).denominator ==> 128 '1'
    Ratio{numerator: 1 'mg', denominator: 2 'mL'} ~ 1 'mg':2 'mL' ==> true
    Concept{codes:{Code{code:'a'}}, display:'x'}.codes ~ {Code{code:'a'}} ==> true
    Interval[1,2] union {1} ==> !semantic
    Children(Tuple{a:1,b:{2,3}}) ==> {1,2,3}
    Message(1, false, '100', 'Error', 'x') ==> 1
    Message(1, null, '100', 'Error', 'x') ==> 1
    Message(1, true, null, null, null) ==> 1
    Message(null, true, '1', 'Message', 'm') ==> null
    DateTime(2012, 04, 01) ==> @2012-04-01T
    Coalesce(null, null, DateTime(2012, 5, 18)) ==> @2012-05-18T
    IsNull({}) ==> false
    IsFalse(null) ==> false
    (5).toString() ==> '5'
    Tuple { Name: 'Patrick', DOB: @2014-01-01 }.DOB ==> @2014-01-01
    30 years before Today() ==> !
    1 * 1.0 ==> 1.0
    ({ 1, 2, 3, 4, 5 }) L return L * 2 ==> { 2, 4, 6, 8, 10 }
    4 = 4L ==> true
    4.0 = 4L ==> true
    @2012-01-01T00:00:00.0+02:00 < @2012-01-01T00:00:00.0+01:00 ==> true
    @2012-01-01T10+02:00 = @2012-01-01T08Z ==> true
    @2012-01-01T10:30+05:30 = @2012-01-01T05:00Z ==> true
    'a' + 5 ==> !semantic
    Quantity{value: 1, unit: 'day'} = 1 day ==> true
    Quantity{value: 1, unit: 'foo'} ==> !
    Quantity{value: 1} = 1 '1' ==> true
    (1 day).unit ==> 'day'
    ({Interval[1, 2], Interval[1, 3)}) X return X ==> {Interval[1, 2]}
    ({1 'g', 1000 'mg'}) X return X ==> {1 'g'}
    ({'a', 'B', 'c'}) X sort asc ==> {'B', 'a', 'c'}
    ({1 'g', 500 'mg', 2 'g'}) X sort asc ==> {500 'mg', 1 'g', 2 'g'}
    ({@2012, @2011-05, @2013-01-01}) X sort desc ==> {@2013-01-01, @2012, @2011-05}
    ({1,2,3}) X where X > 1 return X sort desc ==> {3,2}
    ({1,2,3,4}) X where X > 1 and X < 4 ==> {2,3}
    from ({1,2}) A, ({1,2}) B where A < B return Tuple{a: A, b: B} ==> {Tuple{a:1, b:2}}
    from ({1,2}) A, ({1,2}) B return all A ==> {1,1,2,2}
    from ({1,2}) A with ({2}) C such that C = A return A ==> {2}
    ({1,2}) A with ({2}) C such that C = A without ({3}) D such that D = A ==> {2}
    ({1,2}) A let B: A * 2 with ({4}) C such that C = B return B ==> {4}
    ({1,2}) A return Tuple{x: A, y: A * 2} ==> {Tuple{x:1,y:2}, Tuple{x:2,y:4}}
    (Tuple{a:1}) T return T.a ==> 1
    First(({3,1,2}) X sort asc) ==> 1
    Last(({3,1,2}) X sort asc) ==> 3
    ({1,2,3}) X return (({X}) Y return Y + X) ==> {{2},{4},{6}}
    exists (({1,2,3}) X where X > 5) ==> false
    Count(({1,2,2}) X return all X) ==> 3
    ({null, null}) X return X ==> {null}
    ({1, null}) X where X is null ==> {null}
    (null) X return X ==> null
    ({}) X return X ==> {}
    ({}) X aggregate R starting 0: R + 1 ==> 0
    """#
