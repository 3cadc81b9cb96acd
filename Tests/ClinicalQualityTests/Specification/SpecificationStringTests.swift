import Testing

/// Source of the rules: CQL 1.5, appendix B, "String Operators".
struct SpecificationStringTests {
    @Test(arguments: SpecificationRow.table(rules))
    func `texts are searched, cut and joined`(row: SpecificationRow) throws {
        let failure = try row.failure()
        #expect(failure == nil)
    }
}

private let rules = #"""
    Combine({ 'A', 'B', 'C' }, ' ') ==> 'A B C'
    Combine({ 'A', 'B', 'C', null }) ==> 'ABC'
    Combine({ 'A', null, 'C' }, '-') ==> 'A-C'
    Combine({ 'A', 'B' }, null) ==> 'AB'
    Combine({ null as String, null }) ==> null
    Combine({''}) ==> ''
    'John' + ' Doe' ==> 'John Doe'
    'John' & null & ' Doe' ==> 'John Doe'
    null & null ==> ''
    'John' + null ==> null
    Concatenate('John', ' Doe') ==> 'John Doe'
    EndsWith('ABC', '') ==> true
    EndsWith('', '') ==> true
    EndsWith('ABC', null) ==> null
    EndsWith('C', 'ABC') ==> false
    'ABCDE'[2] ==> 'C'
    'ABCDE'[14] ==> null
    'ABCDE'[5] ==> null
    'ABCDE'[-1] ==> null
    'ABCDE'[null] ==> null
    LastPositionOf('B', 'ABCDEDCBA') ==> 7
    LastPositionOf('XYZ', 'ABCDE') ==> -1
    LastPositionOf('', 'ABCDE') ==> 5
    LastPositionOf('aa', 'aaa') ==> 1
    PositionOf('B', 'ABCDEDCBA') ==> 1
    PositionOf('', 'ABCDE') ==> 0
    PositionOf('Z', 'ABCDE') ==> -1
    Length('ABCDE') ==> 5
    Length('\u00e9') ==> 1
    Lower('ÀB') ==> 'àb'
    Matches('1,2three', '\\d,\\d\\w+') ==> true
    Matches('1,2three', '^\\w+$') ==> false
    Matches('1,2three', '\\w+') ==> true
    Matches('12three', null) ==> null
    Matches('', '') ==> true
    Matches('abc', '') ==> true
    MatchesFull('N8000123123', 'N[0-9]{8}') ==> false
    MatchesFull('N8000123123', 'N[0-9]{10}') ==> true
    Matches('a\nb', 'a.b') ==> true
    Matches('ABC', 'abc') ==> false
    ReplaceMatches('ABCDE', 'C', 'XYZ') ==> 'ABXYZDE'
    ReplaceMatches('ABCDE', 'XYZ', '123') ==> 'ABCDE'
    ReplaceMatches('ABCDE', 'C', null) ==> null
    ReplaceMatches('John Doe', '(\\w+) (\\w+)', '$2 $1') ==> 'Doe John'
    ReplaceMatches('abc', '', '-') ==> '-a-b-c-'
    Split('A B C', ' ') ==> {'A', 'B', 'C'}
    Split('A B C', ',') ==> {'A B C'}
    Split('a,,b', ',') ==> {'a','','b'}
    Split('', ',') ==> {''}
    Split('a,', ',') ==> {'a',''}
    Split('abc', null) ==> {'abc'}
    SplitOnMatches('a1b22c', '\\d+') ==> {'a','b','c'}
    SplitOnMatches('abc', 'x') ==> {'abc'}
    SplitOnMatches(null, 'x') ==> null
    StartsWith('ABCDE', 'ABC') ==> true
    StartsWith('ABCDE', '') ==> true
    StartsWith('ABCDE', null) ==> null
    Substring('ABCDE', 2) ==> 'CDE'
    Substring('ABCDE', 2, 1) ==> 'C'
    Substring('ABCDE', 2, 10) ==> 'CDE'
    Substring('ABCDE', 14) ==> null
    Substring('ABCDE', 5) ==> null
    Substring('ab', 2) ==> null
    Substring('ABCDE', 2, null) ==> 'CDE'
    Substring('ABCDE', 2, 0) ==> ''
    Upper('abcde') ==> 'ABCDE'
    'a\'b' ==> 'a\'b'
    "a"  ==> !semantic
    Matches('a1', '[a-z][0-9]') ==> true
    Matches('foo.bar', 'foo\\.bar') ==> true
    Matches('fooxbar', 'foo\\.bar') ==> false
    Matches('aaa', 'a{2,3}') ==> true
    Matches('abc', '(?i)ABC') ==> true
    Matches('ab', 'a|b') ==> true
    Matches('a', '[') ==> !execution
    ReplaceMatches('aaa', 'a', 'b') ==> 'bbb'
    ReplaceMatches('abc', '(b)', '[$1]') ==> 'a[b]c'
    ReplaceMatches('abc', 'b', '\\\\') ==> 'a\\c'
    ReplaceMatches('', 'a', 'b') ==> ''
    SplitOnMatches('a, b;c', '[,;]\\s*') ==> {'a', 'b', 'c'}
    SplitOnMatches('', ',') ==> {''}
    Length('\u00f1') ==> 1
    '\u0041' ==> 'A'
    Upper('é') ==> 'É'
    PositionOf('b', 'abcb') ==> 1
    LastPositionOf('b', 'abcb') ==> 3
    Substring('abc', 3) ==> null
    Substring('abc', 0, 0) ==> ''
    Indexer('abc', 3) ==> null
    StartsWith('', '') ==> true
    EndsWith('', 'a') ==> false
    Combine({}, ',') ==> null
    Combine({null}, ',') ==> null
    Split('a.b', '.') ==> {'a', 'b'}
    Split(',', ',') ==> {'', ''}
    'a' & 5 ==> !semantic
    """#
