import ClinicalQuality
import Testing

/// Source of the rules: CQL 1.5, appendix B, "String Operators".
struct OperatorsStringTests {
    @Test(arguments: [
        ("Concatenate", ["'a'", "'b'"], "'ab'"),
        ("Concatenate", ["'a'", "null"], "null"),
        ("ConcatenateWithNull", ["'a'", "null"], "'a'"),
        ("Combine", ["{'A', null, 'B'}"], "'AB'"),
        ("Combine", ["{'A', 'B'}", "' '"], "'A B'"),
        ("Combine", ["{}"], "null"),
        ("EndsWith", ["'ABC'", "''"], "true"),
        ("EndsWith", ["'ABC'", "'BC'"], "true"),
        ("StartsWith", ["'ABC'", "'BC'"], "false"),
        ("Indexer", ["'ABCDE'", "2"], "'C'"),
        ("Indexer", ["'ABCDE'", "5"], "null"),
        ("Indexer", ["'ABCDE'", "-1"], "null"),
        ("PositionOf", ["'B'", "'ABCDEDCBA'"], "1"),
        ("PositionOf", ["'Z'", "'ABC'"], "-1"),
        ("PositionOf", ["'ABCD'", "'ABC'"], "-1"),
        ("LastPositionOf", ["'hi'", "'Say hi to Ohio!'"], "11"),
        ("Length", ["''"], "0"),
        ("Length", ["'e\u{301}'"], "2"),
        ("Lower", ["'ABC'"], "'abc'"),
        ("Upper", ["'aB'"], "'AB'"),
        ("Split", ["'a,b,'", "','"], "{'a', 'b', ''}"),
        ("Split", ["'a b'", "','"], "{'a b'}"),
        ("Split", ["null", "','"], "null"),
        ("Substring", ["'ABCDE'", "2"], "'CDE'"),
        ("Substring", ["'ABCDE'", "2", "1"], "'C'"),
        ("Substring", ["'ABCDE'", "2", "99"], "'CDE'"),
        ("Substring", ["'ab'", "-1"], "null"),
        ("Substring", ["'ab'", "2"], "null"),
        ("Substring", ["''", "0"], "''"),
    ])
    func `texts`(name: String, arguments: [String], result: String) throws {
        #expect(try apply(name, arguments) == result)
    }

    @Test(arguments: [
        ("Not all who wander are lost", ".*\\d+", false),
        ("lost - circa 2017", ".*\\d+", true),
        ("Not all who wander are lost", "[\\w|\\s]+", true),
        ("lost - circa 2017", "^[\\w\\s]+$", false),
        (" ", "\\W+", true),
        (" \n\t", "^\\s+$", true),
        ("a\nb", "a.b", true),
        ("1,2three", "\\d,\\d\\w+", true),
        ("aaa", "^a{2}$", false),
        ("aaa", "^a{2,}$", true),
        ("ab", "^(a|b){1,2}$", true),
        ("abab", "^(ab)\\1$", true),
        ("foobar", "foo(?=bar)", true),
        ("foobaz", "foo(?!baz)", false),
        ("ABC", "(?i)abc", true),
        ("ABC", "abc", false),
        ("", "(a*)*", true),
        ("x-y", "[a-]", true),
        ("x-y", "\\bY", false),
        ("é", "^\\p{Ll}$", true),
        ("a{b", "a{b", true),
        ("]", "[]]", true),
        ("tab\t", "\\x09$", true),
    ])
    func `a pattern matches anywhere in the text`(
        text: String,
        pattern: String,
        result: Bool
    ) throws {
        #expect(try Operators.matches(text, pattern) == result)
    }

    @Test(arguments: ["(", "a)", "[a", "*a", "a{3,2}", "\\", "(?<=a)b", "a++", "\\2(a)", "[b-a]"])
    func `a pattern that is not understood is an error`(pattern: String) {
        #expect(throws: EvaluationError.self) { try Operators.matches("a", pattern) }
    }

    @Test func `a search that takes too long is given up`() {
        let text = String(repeating: "a", count: 40)
        #expect(throws: EvaluationError.limitExceeded(what: "the search for a regular expression"))
        {
            try Operators.matches(text, "^(a|aa)+$b")
        }
        let nested = String(repeating: "(", count: 10_000)
        #expect(throws: EvaluationError.self) { try Operators.matches(text, nested) }
        #expect(throws: EvaluationError.self) {
            try Operators.matches(text, "((a{1000}){1000}){1000}")
        }
    }

    @Test(arguments: [
        ("Who put the bop in the bop", "bop", "bang", "Who put the bang in the bang"),
        ("All that glitters", "\\s", "\\$", "All$that$glitters"),
        ("2024-03-01", "(\\d+)-(\\d+)-(\\d+)", "$3.$2.$1", "01.03.2024"),
        ("2024-03", "(?<y>\\d+)-(?<m>\\d+)", "${m}/${y}", "03/2024"),
        ("abc", "", "-", "-a-b-c-"),
        ("aXbX", "x*", "", "aXbX"),
    ])
    func `replacing matches`(
        text: String,
        pattern: String,
        replacement: String,
        result: String
    ) throws {
        #expect(try Operators.replaceMatches(text, pattern, with: replacement) == result)
    }

    @Test func `splitting on matches`() throws {
        #expect(try Operators.splitOnMatches("a1b22c", "\\d+") == ["a", "b", "c"])
        #expect(try Operators.splitOnMatches("abc", "\\d+") == ["abc"])
    }
}
