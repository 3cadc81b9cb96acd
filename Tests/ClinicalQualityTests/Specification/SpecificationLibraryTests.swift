import Testing

/// Source of the rules: CQL 1.5, chapter 3, "Libraries", "Identifiers" and "Defining Functions".
struct SpecificationLibraryTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `a library is resolved, or refused with its reason`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    define X: 1 define Y: X + 1 ==> 2
    define Y: X + 1 define X: 1 define Z: Y ==> 2
    define X: Y define Y: X ==> !semantic
    define X: X ==> !semantic
    define X: 1 define X: 2 ==> !semantic
    define "A b": 1 define Y: "A b" + 1 ==> 2
    define `A b`: 1 define Y: "A b" + 1 ==> 2
    define "a\"b": 1 define Y: "a\"b" ==> 1
    define function F(a Integer): a + 1 define Y: F(1) ==> 2
    define function F(a Decimal): a + 1 define Y: F(1) ==> 2.0
    define function F(a Integer): F(a) define Y: F(1) ==> !semantic
    define function F(): 5 define Y: F() ==> 5
    define function F(a Integer) returns Integer: external define Y: F(1) ==> !
    define function F(a Integer): external define Y: 1 ==> !semantic
    define function F(a Integer) returns String: a define Y: F(1) ==> !semantic
    define fluent function F(a Integer): a + 1 define Y: (1).F() ==> 2
    define fluent function F(a Integer, b Integer): a + b define Y: (1).F(2) ==> 3
    define fluent function F(a Integer): a + 1 define Y: F(1) ==> 2
    define function F(a Integer): a + 1 define Y: (1).F() ==> !semantic
    define fluent function F(a List<Integer>): Sum(a) define Y: {1,2}.F() ==> 3
    define private X: 1 define Y: X ==> 1
    define public X: 1 define Y: X ==> 1
    parameter P Integer default 5 define Y: P ==> 5
    parameter P default 5 define Y: P + 1 ==> 6
    parameter P Integer define Y: P ==> null
    parameter P Integer default 'a' define Y: P ==> !semantic
    parameter P Decimal default 5 define Y: P ==> 5.0
    parameter P define Y: 1 ==> !
    codesystem "S": 'http://s' define Y: (null as Code) in "S" ==> false
    valueset "V": 'http://v' define Y: "V".id ==> 'http://v'
    valueset "V": 'http://v' version '2' define Y: "V".version ==> '2'
    library A version '1' define Y: 1 ==> 1
    library A.B.C version '1' define Y: 1 ==> 1
    define Y: 1 library A ==> !syntax
    define Y: 1 using FHIR version '4.0.1' ==> !syntax
    using FHIR version '1.0' define Y: 1 ==> !
    using Foo define Y: 1 ==> !
    include Foo define Y: 1 ==> !
    using System define Y: 1 ==> 1
    context Unfiltered define Y: 1 ==> 1
    context Foo define Y: 1 ==> !
    define Y: ({1,2}) Y return Y ==> {1,2}
    define E: 5 define Y: ({1,2}) E return E ==> {1,2}
    define function F(E Integer): E define E: 5 define Y: F(1) ==> 1
    define if: 1 ==> !
    define "if": 1 define Y: "if" ==> 1
    define Y: Tuple{ code: 1, date: 2, version: 3, where: 4 }.code ==> 1
    define Y: Tuple{ "a b": 1 }."a b" ==> 1
    define Y: Tuple{ `a b`: 1 }.`a b` ==> 1
    define Y: Tuple{a: 1, a: 2} ==> !semantic
    define Y: ({1}) X where X = 1 where X = 2 ==> !syntax
    define Y: ({1}) X return X where X = 1 ==> !syntax
    define Y: Foo.Bar ==> !semantic
    define Y: Quantity{value: 1.0, foo: 2} ==> !semantic
    define Y: Quantity{value: 'a'} ==> !semantic
    define Y: System.Code{code: 'a'}.code ==> 'a'
    define Y: $this ==> !semantic
    /* @tag: x */ define Y: 1 ==> 1
    define Y: 1 // end ==> 1
    define Y: '//' ==> '//'
    define Y: '/* */' ==> '/* */'
    define Y: {1, 2, 3}[1] ==> 2
    define Y: ({1, 2, 3})[1] ==> 2
    define Y: Interval [ 1 , 2 ] ==> Interval[1,2]
    define Y: Interval[1,2) = Interval[1,1] ==> true
    define Y: List < Integer > { 1 } ==> {1}
    define Y: 1 is System.Integer ==> true
    define Y: 1 is Choice<Integer,String> ==> true
    define Y: (1 as Choice<Integer,String>) as Integer ==> 1
    define Y: @2012-01-01T10:00:00.000+05:30 ==> @2012-01-01T10:00:00.000+05:30
    define Y: 5'mg/dL' ==> 5 'mg/dL'
    define Y: 5 "mg" ==> !syntax
    define Y: convert 5 'mg' to g ==> !
    define Y: maximum System.Integer ==> 2147483647
    define Y: minimum Foo ==> !semantic
    define Y: year from Today() ==> 2026
    define Y: duration in days between @2012-01-01 and @2012-01-05 ==> 4
    define Y: day between @2012-01-01 and @2012-01-05 ==> !syntax
    define Y: difference in day between @2012-01-01 and @2012-01-05 ==> !syntax
    define Y: @2012-01-01 - @2011-01-01 ==> !semantic
    define Y: 1 day + @2012-01-01 ==> !semantic
    define Y: Interval[1,2] + 1 ==> !semantic
    define Y: exists (5) ==> !semantic
    define Y: {1} + {2} ==> !semantic
    define Y: {1, 2} in 5 ==> !semantic
    define Y: singleton from 5 ==> !semantic
    define Y: Sum(5) ==> !semantic
    define Y: Sum({'a'}) ==> !semantic
    define Y: AllTrue({1}) ==> !semantic
    define Y: distinct 5 ==> !semantic
    define Y: First(5) ==> !semantic
    define Y: collapse {1,2} ==> !semantic
    define Y: start of 5 ==> !semantic
    define Y: 5 meets 6 ==> !semantic
    define Y: Interval[1,2] before Interval['a','b'] ==> !semantic
    define Y: @2012 before 5 ==> !semantic
    define Y: Length(5) ==> !semantic
    define Y: Upper(5) ==> !semantic
    define Y: Substring('a') ==> !semantic
    define Y: Round('a') ==> !semantic
    define Y: Now(1) ==> !semantic
    define Y: AgeInYears() ==> !semantic
    define Y: if true then 1 ==> !syntax
    define Y: case 1 when 'a' then 1 else 2 end ==> !semantic
    define Y: case when 1 then 1 else 2 end ==> !semantic
    define Y: Tuple{a:1} = Tuple{b:1} ==> !semantic
    define Y: Tuple{a:1} = Tuple{a:'x'} ==> !semantic
    define Y: Interval[1,2] = Interval['a','b'] ==> !semantic
    define Y: 1 ~ 'a' ==> !semantic
    define Y: Interval[1,2] = 1 ==> !semantic
    define Y: true > false ==> !semantic
    define Y: {1,'a'} contains 'a' ==> true
    define Y: ({1,2}) X aggregate R: R + X ==> null
    define Y: ({1,2}) X aggregate R starting (1+1): R + X ==> 5
    define Y: ({1,2}) X return X sort by foo ==> !semantic
    define Y: ({1,2}) X sort X ==> !syntax
    define Y: ({Tuple{a:1}}) X return X.a sort asc ==> {1}
    define Y: ({Tuple{a:2},Tuple{a:1}}) X return X.a sort desc ==> {2,1}
    define Y: 2012-01-01 ==> 2010
    define Y: 1 between 0 and 2 ==> true
    define Y: not (1 between 0 and 2) ==> false
    define Y: @2012-01-01 between @2011 and @2013 ==> true
    define Y: 'a' 'b' ==> !syntax
    define Y: {} ==> {}
    define Y: { ==> !syntax
    define Y: () ==> !syntax
    define : 1 ==> !syntax
    define Y 1 ==> !syntax
    """#
