import Testing

/// Source of the rules: CQL 1.5, appendix B, "Type Operators".
struct SpecificationConversionTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `types are tested, cast and converted`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    5 is Integer ==> true
    '5' is Integer ==> false
    null is Integer ==> false
    (null as Integer) is Integer ==> false
    5 is Any ==> true
    {1,2} is List<Integer> ==> true
    {1,2} is List<Any> ==> true
    {1,2} is List<String> ==> false
    Interval[1,2] is Interval<Integer> ==> true
    Tuple{a:1} is Tuple{a Integer} ==> true
    5 as Integer ==> 5
    cast 5 as Integer ==> 5
    cast (if true then 5 else 'a') as String ==> !
    (if true then 5 else 'a') as String ==> null
    (5 as Any) as String ==> null
    convert 5 to Decimal ==> 5.0
    convert 5 to String ==> '5'
    convert 5L to Integer ==> 5
    convert 2147483648L to Integer ==> null
    convert 'foo' to Integer ==> null
    convert null to Integer ==> null
    convert 5 'mg' to 'g' ==> 0.005 'g'
    convert 5 'mg' to 'cm' ==> null
    convert 5 days to hours ==> 120 hours
    convert 1 year to months ==> 12 months
    convert true to Integer ==> 1
    convert true to Decimal ==> 1.0
    convert true to Long ==> 1L
    convert true to String ==> 'true'
    convert 1 to Boolean ==> true
    convert 0 to Boolean ==> false
    convert 2 to Boolean ==> null
    convert 1L to Boolean ==> true
    convert 1.0 to Boolean ==> true
    convert 1.5 to Boolean ==> null
    convert 5 to Quantity ==> 5 '1'
    convert 5.5 to Quantity ==> 5.5 '1'
    convert '1:2' to Ratio ==> 1:2
    convert @2012-01-01 to DateTime ==> @2012-01-01T
    convert @2012-01-01T10:00 to Date ==> @2012-01-01
    convert 5 to Integer ==> 5
    convert '5.5 \'cm\'' to Quantity ==> 5.5 'cm'
    ToQuantity(1 'g':2 'mL') ==> 0.5 'g/mL'
    ToQuantity('5 days') ==> 5 days
    ToQuantity('5 day') ==> 5 days
    ToQuantity('5') ==> 5 '1'
    ToQuantity('444 \'cm') ==> null
    ToQuantity('-0.1 \'mg\'') ==> -0.1 'mg'
    ToQuantity('-0.1\'mg\'') ==> -0.1 'mg'
    ToQuantity('+0.1 \'mg\'') ==> 0.1 'mg'
    ToQuantity('0.1 \'foo\'') ==> null
    ToQuantity('0. \'mg\'') ==> null
    ToQuantity('.1 \'mg\'') ==> null
    ToQuantity(13L) ==> 13 '1'
    ToRatio('1.0 \'mg\':2.0 \'mg\'') ==> 1.0 'mg':2.0 'mg'
    ToRatio('1.0 \'mg\';2.0 \'mg\'') ==> null
    ToRatio('1:2:3') ==> null
    ToBoolean('y') ==> true
    ToBoolean('T') ==> true
    ToBoolean('TRUE') ==> true
    ToBoolean('yes') ==> true
    ToBoolean('1') ==> true
    ToBoolean('0') ==> false
    ToBoolean('f') ==> false
    ToBoolean('n') ==> false
    ToBoolean('no') ==> false
    ToBoolean('falsetto') ==> null
    ToBoolean(' true') ==> null
    ToBoolean(1) ==> true
    ToBoolean(0L) ==> false
    ToBoolean(1.0) ==> true
    ToBoolean(0.0) ==> false
    ToBoolean(2.0) ==> null
    ToBoolean(null as String) ==> null
    ToConcept(Code{code:'a', display:'b'}) ~ Concept{codes:{Code{code:'a'}}} ==> true
    ToConcept(Code{code:'a', display:'b'}).display ==> 'b'
    ToConcept({Code{code:'a', display:'b'}, Code{code:'c'}}).display ==> null
    ToConcept(null as Code) ==> null
    ToDate('2014-01') ==> @2014-01
    ToDate('2014') ==> @2014
    ToDate('2014-01-01T12:30:00') ==> @2014-01-01
    ToDate('2014-01-01T12:30:00.000Z') ==> @2014-01-01
    ToDate('2014-13') ==> null
    ToDate('2014-02-30') ==> null
    ToDate('20140101') ==> null
    ToDate('2014/01/01') ==> null
    ToDate(@2014-01-01T12) ==> @2014-01-01
    ToDate(@2014T) ==> @2014
    ToDateTime('2014') ==> @2014T
    ToDateTime('2014-01') ==> @2014-01T
    ToDateTime('2014-01-01T14') ==> @2014-01-01T14
    ToDateTime('2014-01-01T14:30') ==> @2014-01-01T14:30
    ToDateTime('2014-01-01T14:30:00') ==> @2014-01-01T14:30:00
    ToDateTime('2014-01-01T14:30:00.5') ==> @2014-01-01T14:30:00.500
    ToDateTime('2014-01-01T14:30:00.0-07:00') ==> @2014-01-01T14:30:00.000-07:00
    ToDateTime('2014-01-01T24:30:00.0-07:00') ==> null
    ToDateTime('2014-01-01T14:60:00.0-07:00') ==> null
    ToDateTime('2014-01-01T14:30:00.0-15:00') ==> null
    ToDateTime('2014-01-01T14:30:00.0+14:00') ==> @2014-01-01T14:30:00.000+14:00
    ToDateTime('2014-01-01T') ==> @2014-01-01T
    ToDateTime(@2014-01) ==> @2014-01T
    timezoneoffset from ToDateTime(@2014-01) ==> 0.0
    ToDecimal('-0.1') ==> -0.1
    ToDecimal('+-0.1') ==> null
    ToDecimal('+0.1') ==> 0.1
    ToDecimal('.1') ==> null
    ToDecimal('1.') ==> null
    ToDecimal('1') ==> 1.0
    ToDecimal('1e3') ==> null
    ToDecimal('1.123456789') ==> 1.12345679
    ToDecimal(' 1') ==> null
    ToDecimal('') ==> null
    ToDecimal(true) ==> 1.0
    ToDecimal(false) ==> 0.0
    ToDecimal(1) ==> 1.0
    ToDecimal(1L) ==> 1.0
    ToLong('-1') ==> -1L
    ToLong('one') ==> null
    ToLong('9223372036854775807') ==> 9223372036854775807L
    ToLong('9223372036854775808') ==> null
    ToLong('-9223372036854775808') ==> -9223372036854775808L
    ToLong(true) ==> 1L
    ToLong(5) ==> 5L
    ToLong('+5') ==> 5L
    ToInteger('-1') ==> -1
    ToInteger('+1') ==> 1
    ToInteger('1.0') ==> null
    ToInteger('2147483648') ==> null
    ToInteger('-2147483648') ==> -2147483648
    ToInteger('one') ==> null
    ToInteger(true) ==> 1
    ToInteger(5L) ==> 5
    ToInteger(2147483648L) ==> null
    ToInteger(null as String) ==> null
    ToString(true) ==> 'true'
    ToString(13) ==> '13'
    ToString(-13) ==> '-13'
    ToString(10000L) ==> '10000'
    ToString(0.1) ==> '0.1'
    ToString(1.0) ==> '1.0'
    ToString(1.50) ==> '1.50'
    ToString(-0.1 'mg') ==> '-0.1 \'mg\''
    ToString(4 days) ==> '4 days'
    ToString(@2012-01-01) ==> '2012-01-01'
    ToString(@2012-01) ==> '2012-01'
    ToString(@2012-01-01T12:30:00.000-05:00) ==> '2012-01-01T12:30:00.000-05:00'
    ToString(@2012-01-01T12:30) ==> '2012-01-01T12:30'
    ToString(@T12:30:00.000) ==> '12:30:00.000'
    ToString(@T12:30) ==> '12:30'
    ToString(null as Integer) ==> null
    ToString('abc') ==> 'abc'
    ToTime('14:30:00.0') ==> @T14:30:00.000
    ToTime('T14:30:00.0') ==> @T14:30:00.000
    ToTime('14:30') ==> @T14:30
    ToTime('14') ==> @T14
    ToTime('24:00') ==> null
    ToTime('14:60') ==> null
    ToTime('1430') ==> null
    ConvertsToBoolean('true') ==> true
    ConvertsToBoolean('foo') ==> false
    ConvertsToBoolean(null as String) ==> null
    ConvertsToBoolean(3) ==> false
    ConvertsToDate('2014-01-01') ==> true
    ConvertsToDate('2014/01/01') ==> false
    ConvertsToDate(@2014) ==> true
    ConvertsToDateTime('2014-01-01T10:00') ==> true
    ConvertsToDateTime('foo') ==> false
    ConvertsToDecimal('0.1') ==> true
    ConvertsToDecimal('foo') ==> false
    ConvertsToDecimal(5) ==> true
    ConvertsToLong('5') ==> true
    ConvertsToLong('foo') ==> false
    ConvertsToInteger('5') ==> true
    ConvertsToInteger('foo') ==> false
    ConvertsToInteger(2147483648L) ==> false
    ConvertsToInteger(5L) ==> true
    ConvertsToQuantity('5 \'mg\'') ==> true
    ConvertsToQuantity('foo') ==> false
    ConvertsToRatio('1:2') ==> true
    ConvertsToRatio('foo') ==> false
    ConvertsToString(5) ==> true
    ConvertsToString(null as Integer) ==> null
    ConvertsToTime('14:30') ==> true
    ConvertsToTime('foo') ==> false
    CanConvertQuantity(5 'mg', 'g') ==> true
    CanConvertQuantity(5 'mg', 'cm') ==> false
    CanConvertQuantity(null, 'cm') ==> null
    ConvertQuantity(5 'mg', 'g') ==> 0.005 'g'
    ConvertQuantity(5 'mg', 'cm') ==> null
    ConvertQuantity(5 'mg', null) ==> null
    5 as String ==> !semantic
    cast 5 as String ==> !semantic
    convert 5.0 to Integer ==> !semantic
    convert 5.0 to Long ==> !semantic
    ToInteger(5.0) ==> !semantic
    convert true to Quantity ==> !semantic
    convert @2012 to Integer ==> !semantic
    convert @T10 to DateTime ==> !semantic
    convert 5 'mg' to Decimal ==> !semantic
    convert 5 to Ratio ==> !semantic
    convert {Code{code:'a'}} to Concept ~ Concept{codes:{Code{code:'a'}}} ==> true
    convert Code{code:'a'} to Concept ~ Concept{codes:{Code{code:'a'}}} ==> true
    convert 'abc' to String ==> 'abc'
    convert '2012-01-01' to Date ==> @2012-01-01
    convert '10:00' to Time ==> @T10:00
    convert '1.5' to Decimal ==> 1.5
    convert '1' to Long ==> 1L
    convert 'true' to Boolean ==> true
    ToString(@2012-01-01T10:00:00.000Z) ==> '2012-01-01T10:00:00.000+00:00'
    ToString(1.10) ==> '1.10'
    ToString(5 '1') ==> '5 \'1\''
    ToString(5.0 'mg') ==> '5.0 \'mg\''
    ToString(0.00000001) ==> '0.00000001'
    ToString(-0.5) ==> '-0.5'
    ToString(1 / 3) ==> '0.33333333'
    ToString(100000000000000000000.0) ==> '100000000000000000000.0'
    ToString(1 day) ==> '1 day'
    ToString(2 weeks) ==> '2 weeks'
    ToQuantity('') ==> null
    ToQuantity('abc') ==> null
    ToQuantity('5mg') ==> null
    ToQuantity('5 mg') ==> null
    ToQuantity('5  \'mg\'') ==> 5 'mg'
    ToQuantity('1 fortnight') ==> null
    ToQuantity(0.1) ==> 0.1 '1'
    ToRatio('1:2') ==> 1:2
    ToDateTime('2014-01-01T12:30:00.000-7:00') ==> null
    ToDateTime('2014-01-01T12:30:00.000-0700') ==> null
    ToDateTime('2014-01-01 12:30') ==> null
    ToDateTime('2014-1-1') ==> null
    ToDateTime('') ==> null
    ToDateTime('2014-02-29') ==> null
    ToDateTime('T12:00') ==> null
    ToTime('12:00:00.1234') ==> @T12:00:00.123
    ToTime('T12:00:00.000+05:00') ==> @T12:00:00.000
    ToTime('') ==> null
    ToTime('1:00') ==> null
    ToTime('25:00') ==> null
    ToInteger('') ==> null
    ToInteger(' 5') ==> null
    ToInteger('5.5') ==> null
    ToInteger('5L') ==> null
    ToDecimal('5.5.5') ==> null
    ToDecimal('-') ==> null
    ToDecimal('--5') ==> null
    ToDecimal('99999999999999999999.99999999') ==> 99999999999999999999.99999999
    ToConcept({Code{code:'a'}}) ~ Concept{codes:{Code{code:'a'}}} ==> true
    ToBoolean('maybe') ==> null
    Abs(-2147483648) ==> null
    Abs(-1.5) ==> 1.5
    Abs(0L) ==> 0L
    45.5 'g' as Quantity ==> 45.5 'g'
    cast 45.5 'g' as Quantity ==> 45.5 'g'
    DateTime(2014, 01, 01) as DateTime ==> @2014-01-01T
    (null as Boolean) is true ==> false
    convert 5000 'g' to 'kg' ==> 5 'kg'
    convert 28 days to weeks ==> 4 weeks
    convert '2014-01-01T12:00:00.0-06:00' to DateTime ==> @2014-01-01T12:00:00.000-06:00
    convert true to Boolean ==> true
    (null as List<Integer>) X where X > 1 ==> null
    """#
