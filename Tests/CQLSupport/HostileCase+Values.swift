import ClinicalQuality

extension HostileCase {
    private static func doubled(
        _ start: String,
        _ count: Int,
        _ join: (String) -> String,
        _ end: (String) -> String
    ) -> String {
        var text = "define T0: \(start)\n"
        for number in 1...count { text += "define T\(number): \(join("T\(number - 1)"))\n" }
        return text + "define X: \(end("T\(count)"))\n"
    }

    private static let million = "(expand Interval[1, 1000000])"
    private static let letters = "define L: Combine(\(million) I return all 'a')\n"

    /// Expressions whose values grow without end.
    static let values: [HostileCase] = [
        .expression("a tower of powers", .gives("null"), "10^10^10"),
        .expression("a great power", .gives("null"), "Power(9999999999.0, 9999999999.0)"),
        .expression("a small power", .gives("null"), "Power(0.00000001, -99999999.0)"),
        .expression("a great exponential", .fails(.overflow(operator: "Exp")), "Exp(1000000000.0)"),
        .expression(
            "the days of ten thousand years",
            .fails(.limitExceeded(what: "the result of expand")),
            "Count(expand Interval[@0001-01-01, @9999-12-31] per 1 day)"
        ),
        .expression(
            "the milliseconds of ten thousand years",
            .fails(.limitExceeded(what: "the result of expand")),
            "Count(expand Interval[@0001-01-01T00:00:00.000, @9999-12-31T23:59:59.999])"
        ),
        .expression(
            "the hours of ten thousand years",
            .fails(.limitExceeded(what: "the result of expand")),
            "Count(expand { Interval[@0001-01-01T00, @9999-12-31T23] } per hour)"
        ),
        .expression(
            "the milliseconds of a day",
            .fails(.limitExceeded(what: "the result of expand")),
            "Count(expand { Interval[@T00:00:00.000, @T23:59:59.999] } per 1 millisecond)"
        ),
        .expression(
            "all integers",
            .fails(.limitExceeded(what: "the result of expand")),
            "Count(expand Interval[minimum Integer, maximum Integer])"
        ),
        .expression(
            "all longs",
            .fails(.limitExceeded(what: "the result of expand")),
            "Count(expand Interval[minimum Long, maximum Long])"
        ),
        .expression(
            "decimals in tiny steps",
            .fails(.limitExceeded(what: "the result of expand")),
            "Count(expand Interval[0.0, 1000.0] per 0.00000001)"
        ),
        .expression(
            "quantities in tiny steps",
            .fails(.limitExceeded(what: "the result of expand")),
            "Count(expand Interval[1.0 'kg', 1000.0 'kg'] per 0.00000001 'ug')"
        ),
        .expression(
            "collapse of a million intervals",
            .gives("1"),
            "Count(collapse (expand { Interval[1, 1000000] }))"
        ),
        .expression(
            "collapse of a million intervals apart",
            .gives("1000000"),
            "Count(collapse (\(million) I return all Interval[I * 3, I * 3 + 1]))"
        ),
        .expression(
            "collapse of the same interval",
            .gives("1"),
            "Count(collapse (\(million) I return all Interval[@2020-01-01, @2020-01-02]))"
        ),
        .expression("distinct of a million", .gives("1000000"), "Count(distinct \(million))"),
        .expression(
            "distinct of a million intervals",
            .gives("1000000"),
            "Count(distinct (\(million) I return all Interval[I, I + 1]))"
        ),
        .expression(
            "distinct of a hundred thousand unlike quantities",
            .gives("100000"),
            "Count(distinct ((expand Interval[1, 100000]) I return all Interval[I, I + 1]))"
        ),
        .expression(
            "distinct of ratios",
            .fails(.limitExceeded(what: "the comparisons of a list")),
            "Count(distinct ((expand Interval[1, 100000]) I return all ToRatio(ToString(I) + ':7')))"
        ),
        .expression(
            "distinct of deep lists",
            .gives("100000"),
            "Count(distinct ((expand Interval[1, 100000]) I return all {{I}}))"
        ),
        .expression(
            "distinct of concepts",
            .gives("100000"),
            "Count(distinct ((expand Interval[1, 100000]) I return all Concept{codes: {Code{code: ToString(I)}}}))"
        ),
        .expression("union of a million", .gives("1000000"), "Count(\(million) union \(million))"),
        .expression("includes of a million", .gives("true"), "\(million) includes \(million)"),
        .expression(
            "uncertain includes",
            .fails(.limitExceeded(what: "the comparisons of a list")),
            "((expand Interval[1, 100000]) I return all DateTime(2020)) includes ((expand Interval[1, 100000]) I return all DateTime(2020, 1))"
        ),
        .expression(
            "a product of sources",
            .fails(.limitExceeded(what: "steps of one evaluation")),
            "Count(from \(million) A, \(million) B, \(million) C)"
        ),
        .expression(
            "sort of a million",
            .gives("1000000"),
            "Count(\(million) I sort desc)"
        ),
        .expression(
            "sort by an expression",
            .gives("1000000"),
            "Count(\(million) I sort by $this mod 7 desc)"
        ),
        .expression("a statistic of a million", .gives("500000.5"), "Median(\(million))"),
        .expression("the mode of a million", .gives("1"), "Mode(\(million))"),
        .expression(
            "geometric mean of a million",
            .gives("1.0"),
            "GeometricMean(\(million) I return all 1.0)"
        ),
        .expression("product of a million", .gives("null"), "Product(\(million))"),
        .library(
            "a list that doubles",
            .fails(.limitExceeded(what: "the size of a value")),
            doubled("{1}", 60, { "flatten {\($0), \($0)}" }, { "Count(\($0))" })
        ),
        .library(
            "a list of itself, compared",
            .fails(.limitExceeded(what: "the size of a value")),
            doubled("{1}", 60, { "{\($0), \($0)}" }, { "{\($0)} = {\($0)}" })
        ),
        .library(
            "a list of itself, equivalent",
            .fails(.limitExceeded(what: "the size of a value")),
            doubled("{1}", 60, { "{\($0), \($0)}" }, { "{\($0)} ~ {\($0)}" })
        ),
        .library(
            "a list of itself, descended",
            .fails(.limitExceeded(what: "the size of a value")),
            doubled("{1}", 60, { "{\($0), \($0)}" }, { "Count(Descendents(\($0)))" })
        ),
        .library(
            "a list of itself, as it is",
            .fails(.limitExceeded(what: "the size of a value")),
            doubled("{1}", 60, { "{\($0), \($0)}" }, { "\($0)" })
        ),
        .library(
            "a text that doubles",
            .fails(.limitExceeded(what: "the length of a text")),
            doubled("'x'", 60, { "\($0) + \($0)" }, { "Length(\($0))" })
        ),
        .library(
            "a text that doubles by replacement",
            .fails(.limitExceeded(what: "the search for a regular expression")),
            doubled("'xx'", 60, { "ReplaceMatches(\($0), 'x', 'xx')" }, { "Length(\($0))" })
        ),
        .library(
            "a text that squares by replacement",
            .fails(.limitExceeded(what: "the length of a text")),
            letters + "define X: Length(ReplaceMatches(L, 'a', L))"
        ),
        .library(
            "a text that squares by combination",
            .fails(.limitExceeded(what: "the length of a text")),
            letters + "define X: Length(Combine(\(million) I return all L, L))"
        ),
        .library(
            "functions that double",
            .fails(.limitExceeded(what: "steps of one evaluation")),
            "define function F0(x Integer): x\n"
                + (1...60).map {
                    "define function F\($0)(x Integer): F\($0 - 1)(x) - F\($0 - 1)(x)\n"
                }.joined()
                + "define X: F60(1)"
        ),
        .expression(
            "a value that deepens",
            .refused("aggregate-of-any"),
            "Count(\(million) I aggregate R starting (null as List<Any>): {R})"
        ),
        .expression(
            "a tuple that deepens",
            .refused("aggregate-of-any"),
            "(\(million) I aggregate R starting (null as Any): Tuple{a: R}) is null"
        ),
        .expression(
            "aggregates in aggregates",
            .refused("too-complex"),
            String(repeating: "({1}) Q aggregate A: ", count: 60) + "1"
        ),
        .expression(
            "differences in differences",
            .refused("too-complex"),
            String(repeating: "difference in years of Interval[@2020, Date(2020 + ", count: 30)
                + "1" + String(repeating: ")]", count: 30)
        ),
        .library(
            "a list of lists that is flattened",
            .fails(.limitExceeded(what: "the size of a value")),
            "define L: \(million)\ndefine X: Count(flatten (L I return all L))"
        ),
        .expression(
            "a sum that grows",
            .fails(.limitExceeded(what: "steps of one evaluation")),
            "Count(\(million) I aggregate R starting ({0}): R union {I, I + 1, I + 2, I + 3})"
        ),
        .library(
            "a position that is searched long",
            .gives("-1"),
            letters + "define X: PositionOf(Substring(L, 500000) + 'b', L)"
        ),
        .library(
            "a last position that is searched long",
            .gives("-1"),
            letters + "define X: LastPositionOf('b' + Substring(L, 500000), L)"
        ),
        .library(
            "a text that is split long",
            .gives("1"),
            letters + "define X: Count(Split(L, Substring(L, 500000) + 'b'))"
        ),
        .library(
            "long operands in every row",
            .fails(.limitExceeded(what: "steps of one evaluation")),
            letters + "define X: Count(\(million) I return all Length(L))"
        ),
        .library(
            "a cycle of definitions",
            .refused("cyclic-definition"),
            "define X: Y\ndefine Y: X"
        ),
        .library(
            "a cycle of functions",
            .refused("cyclic-definition"),
            "define function F(x Integer): G(x)\ndefine function G(x Integer): F(x)\ndefine X: F(1)"
        ),
    ]
}
