extension HostileCase {
    private static let ten = 10_000_000
    /// Just below the greatest text that is read.
    private static let most = 1_000_000

    private static func repeated(_ text: String, to length: Int) -> String {
        String(repeating: text, count: length / text.utf8.count)
    }

    private static func numbered(to length: Int, _ line: (Int) -> String) -> String {
        var text = ""
        var number = 0
        while text.utf8.count < length {
            text += line(number)
            number += 1
        }
        return text
    }

    /// Texts that are long, in one way or another.
    static let texts: [HostileCase] = [
        .library("10 MB of blanks", .refused("text-too-long"), repeated(" ", to: ten)),
        .library(
            "ten million definitions",
            .refused("text-too-long"),
            repeated("define A:1\n", to: 11 * ten)
        ),
        .expression("a name of 10 MB", .refused("text-too-long"), repeated("a", to: ten)),
        .expression("a number of 10 MB", .refused("text-too-long"), repeated("1", to: ten)),
        .expression(
            "a text of 10 MB",
            .refused("text-too-long"),
            "'" + repeated("a", to: ten) + "'"
        ),
        .expression(
            "a comment of 10 MB",
            .refused("text-too-long"),
            "/*" + repeated("/*", to: ten) + "*/ 1"
        ),
        .expression(
            "a unit of 10 MB",
            .refused("text-too-long"),
            "1 '" + repeated("m.", to: ten) + "m'"
        ),
        .expression("a name of 1 MB", .refused("unknown-name"), repeated("a", to: most)),
        .expression(
            "a whole number of 1 MB",
            .refused("literal-out-of-range"),
            repeated("1", to: most)
        ),
        .expression(
            "a decimal of 1 MB",
            .refused("literal-out-of-range"),
            "1." + repeated("1", to: most)
        ),
        .expression(
            "a long number of 1 MB",
            .refused("literal-out-of-range"),
            repeated("1", to: most) + "L"
        ),
        .expression(
            "a unit of 1 MB",
            .refused("unknown-unit"),
            "1 '" + repeated("m.", to: most) + "m'"
        ),
        .expression("a date of 1 MB", .refused("malformed-literal"), "@" + repeated("1", to: most)),
        .expression(
            "a time of 1 MB",
            .refused("invalid-literal"),
            "@T10:00:00." + repeated("1", to: most)
        ),
        .expression(
            "a text of 1 MB",
            .gives(String(most)),
            "Length('" + repeated("a", to: most) + "')"
        ),
        .expression("a comment of 1 MB", .gives("1"), "/*" + repeated("x/*", to: most) + "*/ 1"),
        .expression(
            "an open comment",
            .refused("unterminated-comment"),
            "1 /*" + repeated("x/*", to: most)
        ),
        .expression(
            "an open text",
            .refused("unterminated-string"),
            "'" + repeated("\\'", to: most)
        ),
        .library(
            "a megabyte of definitions",
            .gives("1"),
            "define X: 1\n" + numbered(to: most) { "define A\($0):1\n" }
        ),
        .library(
            "a megabyte of the same definition",
            .refused("duplicate-name"),
            repeated("define X: 1\n", to: most)
        ),
        .library(
            "a megabyte of unknown names",
            .refused("unknown-name"),
            numbered(to: most) { "define A\($0): Alpha\($0)\n" }
        ),
        .library(
            "a megabyte of unknown names in one line",
            .refused("unknown-name"),
            "define X: {" + numbered(to: most) { "Alpha\($0), " } + "1}"
        ),
        .library(
            "a megabyte of unknown functions",
            .refused("unknown-name"),
            numbered(to: most) { "define A\($0): Alpha\($0)(1)\n" }
        ),
        .library(
            "a megabyte of broken statements",
            .refused("syntax"),
            repeated("define :\n", to: most)
        ),
        .library(
            "a megabyte of strange characters",
            .refused("unexpected-character"),
            repeated("§", to: most)
        ),
        .library(
            "a megabyte of open tokens in one line",
            .refused("reserved-word"),
            repeated("define define ", to: most)
        ),
        .library(
            "a megabyte of overloads",
            .refused("too-many-overloads"),
            "define X: 1\n"
                + numbered(to: most) {
                    "define function F(a Tuple { x\($0) Integer }): 1\n"
                }
        ),
        .library(
            "calls of many overloads",
            .refused("too-many-overloads"),
            numbered(to: most / 2) { "define function F(a Tuple { x\($0) Integer }): 1\n" }
                + repeated("define A: F(1)\n", to: most / 2)
        ),
        .library(
            "a megabyte of code systems",
            .gives("1"),
            numbered(to: most) { "codesystem \"C\($0)\": 'u'\n" } + "define X: 1\n"
        ),
        .library(
            "a megabyte of parameters",
            .gives("1"),
            numbered(to: most) { "parameter P\($0) Integer default 1\n" } + "define X: P1\n"
        ),
        .expression(
            "a list of a megabyte",
            .gives("500000"),
            "Count({1" + repeated(",1", to: most - 2) + "})"
        ),
        .expression(
            "a list of different types",
            .refused("type-too-large"),
            "{1" + numbered(to: most) { ", Tuple{a\($0): 1}" } + "}"
        ),
        .expression(
            "a tuple of a megabyte",
            .refused("type-too-large"),
            "Tuple{b: 1" + numbered(to: most) { ", a\($0): 1" } + "}"
        ),
        .expression(
            "a choice of a megabyte",
            .refused("type-too-large"),
            "null as Choice<Integer" + numbered(to: most) { ", Tuple{a\($0) Integer}" } + ">"
        ),
        .expression(
            "a tuple type of a megabyte",
            .refused("type-too-large"),
            "null as Tuple{a Integer" + numbered(to: most) { ", a\($0) Integer" } + "}"
        ),
        .expression(
            "a call with 250,000 arguments",
            .refused("no-overload"),
            "Abs(1" + repeated(", 1", to: most) + ")"
        ),
        .expression(
            "a case with many branches",
            .gives("1"),
            "case" + repeated(" when false then 1", to: most) + " else 1 end"
        ),
        .expression(
            "a query with many sources",
            .refused("type-too-large"),
            "from ({1}) A" + numbered(to: most) { ", ({1}) A\($0)" }
        ),
        .expression(
            "a query with many lets",
            .gives("{1}"),
            "({1}) A let b: 1" + numbered(to: most) { ", b\($0): 1" } + " return 1"
        ),
        .expression(
            "a query with many sort keys",
            .gives("{1}"),
            "({1}) A sort by 1" + repeated(", 1", to: most)
        ),
    ]
}
