import ClinicalQuality
import Testing

@Suite struct SyntaxTests {
    @Test(arguments: [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("2 * 3 ^ 2", "18"),
        ("-2 + 5", "3"),
        ("7 - 2 - 1", "4"),
        ("not true or true", "true"),
        ("true or false and false", "true"),
        ("1 < 2 and 2 < 3", "true"),
        ("1 < 2 = true", "true"),
        ("not null is null", "false"),
        ("exists {1} and exists {}", "false"),
        ("1 in {1, 2} union {3}", "true"),
        ("false and 1 in {1}", "false"),
        ("true or 1 in {2}", "true"),
        ("1 = 1 in {true}", "true"),
        ("true implies 1 in {1} and false", "false"),
        ("5 between 1 and 4 + 1", "true"),
        ("if true then 1 else 2 + 5", "1"),
        ("start of Interval[1, 5] + 1", "2"),
        ("days between @2026-01-01 and @2026-01-11 = 10", "true"),
        ("case 2 when 1 then 'a' when 2 then 'b' else 'c' end", "'b'"),
        ("First({3, 4}) + {10, 20}[1]", "23"),
        ("Tuple { start: 1 }.start", "1"),
        ("'a' & 'b' = 'ab'", "true"),
        ("-2147483648", "-2147483648"),
    ])
    func `operators bind as the grammar says`(expression: String, result: String) throws {
        #expect(try evaluated(expression).description == result)
    }

    @Test(arguments: [
        (#"'it\'s'"#, "it's"),
        (#"'\u0041\n'"#, "A\n"),
        (#"'\uD83D\uDE00'"#, "😀"),
        (#"'\\'"#, "\\"),
    ])
    func `escape sequences stand for characters`(literal: String, text: String) throws {
        guard case .string(let value) = try evaluated(literal) else {
            Issue.record("no string")
            return
        }
        #expect(value == text)
    }

    @Test(arguments: [
        "/* a comment */ 1 // and another", "\u{FEFF}1", "((((((1))))))", "\t1\r\n",
    ])
    func `space and comments carry no meaning`(text: String) throws {
        #expect(try evaluated(text).description == "1")
    }

    @Test(arguments: [
        ("define A: 1 +", "syntax", 1, 14),
        ("define A: )", "syntax", 1, 11),
        ("define A 1", "syntax", 1, 10),
        ("define if: 1", "reserved-word", 1, 8),
        ("define A: 'x", "unterminated-string", 1, 11),
        ("define A: 1 /* x", "unterminated-comment", 1, 13),
        ("define A: 1 ? 2", "unexpected-character", 1, 13),
        ("define A: @20261", "malformed-literal", 1, 11),
        ("define A: 2147483648", "literal-out-of-range", 1, 11),
        ("define A:\n  case when true then 1 end", "syntax", 2, 25),
    ])
    func `what is no CQL is refused at its place`(
        text: String,
        rule: String,
        line: Int,
        column: Int
    ) throws {
        let failure = try #require(throws: CompilationFailure.self) {
            try Compiler().compile(LibrarySource(path: "test", text: text))
        }
        let first = try #require(failure.diagnostics.first)
        #expect(first.rule == rule)
        #expect(first.phase == .syntax)
        #expect(first.location.line == line)
        #expect(first.location.column == column)
    }

    @Test func `one run reports the problems of every definition`() {
        let text = """
            define A: 1 +
            define B: (2
            define C: 3
            define D: 4 4
            """
        #expect(rules(of: text) == ["syntax", "syntax", "syntax"])
    }

    @Test func `a diagnostic shows its line and points below it`() throws {
        let source = LibrarySource(path: "a.cql", text: "define A:\n\t1 + foo")
        let failure = try #require(throws: CompilationFailure.self) {
            try Compiler().compile(source)
        }
        let shown = try #require(failure.diagnostics.first).rendered(in: [source])
        #expect(
            shown == """
                a.cql:2:6: error: there is no "foo" here [unknown-name]
                \t1 + foo
                \t    ^~~
                """
        )
    }

    @Test(arguments: [
        String(repeating: "(", count: 20_000) + "1" + String(repeating: ")", count: 20_000),
        "1" + String(repeating: " + 1", count: 20_000),
        String(repeating: "not ", count: 20_000) + "true",
        String(repeating: "-", count: 20_000) + "1",
        String(repeating: "{", count: 20_000),
        "x" + String(repeating: ".x", count: 20_000),
        String(repeating: "if true then ", count: 20_000),
        "null as " + String(repeating: "List<", count: 20_000),
    ])
    func `nesting without end is an error and no crash`(text: String) {
        #expect(rules(ofExpression: text).first == "nesting-too-deep")
    }

    @Test func `a keyword in quotes is a name`() throws {
        let library = try Compiler().compile(
            LibrarySource(path: "test", text: "define \"if\": 1\ndefine B: \"if\" + `if`")
        )
        #expect(library.definitions.map(\.name) == ["if", "B"])
    }
}
